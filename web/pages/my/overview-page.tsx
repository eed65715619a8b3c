import { Anchor, Button, Card, Group, SimpleGrid, Stack, Text, ThemeIcon, Title } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page.tsx'
import { Amount } from '../../components/values.tsx'
import { destinationsOf } from './destinations.tsx'
import classes from './overview-page.module.css'
import { useMy } from './use-my.ts'

/** What waits for the customer, first; then the ways to everything else. */
export function OverviewPage() {
  const { t } = useTranslation('my')
  const my = useMy()
  const { overview, company, customers, email } = my
  const params = { company: company.id }
  const places = destinationsOf(my).filter(({ to }) => to !== '/my/$company')
  const waiting = places.filter(({ waiting: count }) => count > 0)
  const only = customers.length === 1 ? customers[0]!.name : undefined
  return (
    <Page
      narrow
      title={only === undefined ? t('welcome') : t('welcomeName', { name: only })}
      about={
        customers.length > 1
          ? t('severalCustomers', { names: customers.map(({ name }) => name).join(', ') })
          : email
      }
    >
      {overview.openInvoices > 0 && (
        <Card withBorder padding="lg" mb="md">
          <Text c="dimmed">{t('open.title', { count: overview.openInvoices })}</Text>
          <Text fz={36} fw={700} lh={1.2}>
            <Amount value={overview.outstanding} currency={company.currency} />
          </Text>
          <Button component={Link} to={`/my/${company.id}/invoices`} mt="md">
            {t('open.go')}
          </Button>
        </Card>
      )}
      {waiting.length === 0 ? (
        <Card withBorder padding="lg" mb="lg">
          <Group wrap="nowrap">
            <ThemeIcon variant="light" color="teal" size="xl" radius="xl" aria-hidden>
              <IconCircleCheck />
            </ThemeIcon>
            <Text>{t('nothingWaits')}</Text>
          </Group>
        </Card>
      ) : (
        <Stack gap="xs" mb="lg" component="ul" p={0} style={{ listStyle: 'none' }}>
          {waiting
            .filter(({ label }) => label !== 'invoices')
            .map(({ to, label, icon: Icon, waiting: count }) => (
              <Card key={to} component="li" withBorder padding="md" className={classes.card}>
                <Group wrap="nowrap">
                  <ThemeIcon variant="light" size="lg" radius="xl" aria-hidden>
                    <Icon size={20} />
                  </ThemeIcon>
                  <Anchor
                    renderRoot={(props) => <Link to={to} params={params} {...props} />}
                    fw={600}
                    className={classes.whole}
                  >
                    {t(`waits.${label as 'offers' | 'agreements' | 'fileRequests'}`, { count })}
                  </Anchor>
                </Group>
              </Card>
            ))}
        </Stack>
      )}
      <Title order={2} size="h3" mb="sm">
        {t('everything')}
      </Title>
      <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="xs">
        {places.map(({ to, label, icon: Icon }) => (
          <Card key={to} withBorder padding="md" className={classes.card}>
            <Icon size={24} stroke={1.5} aria-hidden />
            <Anchor
              renderRoot={(props) => <Link to={to} params={params} {...props} />}
              mt={6}
              className={classes.whole}
            >
              {t(`nav.${label}`)}
            </Anchor>
          </Card>
        ))}
      </SimpleGrid>
    </Page>
  )
}
