import { Card, Group, List, SimpleGrid, Skeleton, Stack, Text, ThemeIcon, Title } from '@mantine/core'
import { IconCheck, IconLock, IconReceipt } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import type { components } from '../../client/portal.generated.ts'
import { SettingsFrame } from '../settings/settings-frame.tsx'
import { Section } from '../../components/section.tsx'
import { ErrorState } from '../../components/states.tsx'
import { useFormat } from '../../i18n/format.ts'
import { PlanInvoices } from './plan-invoices.tsx'

type Plan = components['schemas']['CompanyPlan']

/** What the company may use, what that costs, and how to get what is missing. */
export function PlanPage() {
  const { t } = useTranslation('settings-company')
  const { data, error, refetch } = portal.useQuery('get', '/company/plan')
  return (
    <SettingsFrame title={t('plan.title')} about={t('plan.about')} narrow>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Stack gap="lg">
          <Holds plan={data} />
          {data.lacks.length > 0 && <Lacks plan={data} />}
          <Section title={t('plan.invoices')} about={t('plan.invoicesAbout')}>
            <PlanInvoices />
          </Section>
        </Stack>
      ) : (
        <Stack gap="lg">
          <Skeleton height={240} />
          <Skeleton height={160} />
        </Stack>
      )}
    </SettingsFrame>
  )
}

/** A price before VAT, as a sentence. */
function usePrice() {
  const { t } = useTranslation('settings-company')
  const { amount } = useFormat()
  return (plan: Pick<Plan, 'monthlyPrice' | 'vatRate'>) =>
    Number(plan.monthlyPrice) === 0
      ? t('plan.free')
      : t('plan.price', { amount: amount(plan.monthlyPrice), rate: plan.vatRate })
}

function Holds({ plan }: { plan: Plan }) {
  const { t } = useTranslation('settings-company')
  const price = usePrice()
  return (
    <Section title={t('plan.yours', { plan: plan.name })} about={price(plan)}>
      <Text>{t('plan.always')}</Text>
      {plan.features.length > 0 && (
        <SimpleGrid
          cols={{ base: 1, xs: 2 }}
          spacing="xs"
          component="ul"
          p={0}
          m={0}
          style={{ listStyle: 'none' }}
        >
          {plan.features.map((feature) => (
            <Group key={feature} component="li" gap="sm" wrap="nowrap">
              <ThemeIcon size={22} radius="xl" variant="light" color="teal" aria-hidden>
                <IconCheck size={14} />
              </ThemeIcon>
              {t(`feature.${feature}`)}
            </Group>
          ))}
        </SimpleGrid>
      )}
    </Section>
  )
}

function Lacks({ plan }: { plan: Plan }) {
  const { t } = useTranslation('settings-company')
  const price = usePrice()
  return (
    <Section title={t('plan.lacks')} about={t('plan.how')}>
      <SimpleGrid
        cols={{ base: 1, xs: 2 }}
        spacing="xs"
        component="ul"
        p={0}
        m={0}
        style={{ listStyle: 'none' }}
      >
        {plan.lacks.map((feature) => (
          <Group key={feature} component="li" gap="sm" wrap="nowrap">
            <ThemeIcon size={22} radius="xl" variant="light" color="gray" aria-hidden>
              <IconLock size={14} />
            </ThemeIcon>
            {t(`feature.${feature}`)}
          </Group>
        ))}
      </SimpleGrid>
      {plan.others.length > 0 && (
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {plan.others.map((other) => (
            <Card key={other.name} withBorder>
              <Group gap="xs" mb={4}>
                <IconReceipt size={18} aria-hidden />
                <Title order={3} size="h5">
                  {other.name}
                </Title>
              </Group>
              <Text size="sm" c="dimmed" mb="xs">
                {price(other)}
              </Text>
              <Text size="sm">{t('plan.adds')}</Text>
              <List size="sm">
                {other.features
                  .filter((feature) => plan.lacks.includes(feature))
                  .map((feature) => (
                    <List.Item key={feature}>{t(`feature.${feature}`)}</List.Item>
                  ))}
              </List>
            </Card>
          ))}
        </SimpleGrid>
      )}
    </Section>
  )
}
