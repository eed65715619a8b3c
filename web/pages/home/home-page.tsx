import {
  Card,
  Group,
  SimpleGrid,
  Skeleton,
  Stack,
  Text,
  ThemeIcon,
  Title,
  UnstyledButton,
} from '@mantine/core'
import { IconChevronRight, IconCircle, IconCircleCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { useMe } from '../../client/me.ts'
import type { components } from '../../client/portal.generated.ts'
import { AnchorLink } from '../../components/links.tsx'
import { Page } from '../../components/page.tsx'
import { ErrorState } from '../../components/states.tsx'
import { useFormat } from '../../i18n/format.ts'
import { KeyFigure } from '../money/figures.tsx'
import classes from '../money/money.module.css'
import { places } from './places.ts'

type Attention = components['schemas']['Attention']
type Item = Attention['items'][number]

export function HomePage() {
  const { t } = useTranslation('home')
  const { company, user } = useMe()
  const { locale } = useFormat()
  const attention = portal.useQuery('get', '/attention', undefined, { refetchInterval: 60_000 })
  const { data } = attention
  const [now] = useState(() => new Date())
  const today = new Intl.DateTimeFormat(locale, { dateStyle: 'full' }).format(now)
  return (
    <Page title={company.name} about={`${t('hello', { name: user.name })} ${today}.`}>
      <Stack gap="lg">
        {attention.error && <ErrorState error={attention.error} onRetry={() => void attention.refetch()} />}
        {data && <Beginning beginning={data.beginning} />}
        {data ? (
          <Waiting items={data.items} currency={data.currency} />
        ) : (
          !attention.error && <Skeleton height={240} />
        )}
        {data?.beginning.hasInvoices && <Standing />}
      </Stack>
    </Page>
  )
}

/** What waits for somebody; each line leads to where it is done. */
function Waiting({ items, currency }: { items: Item[]; currency: string }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  return (
    <section aria-labelledby="attention">
      <Title order={2} size="h4" mb="sm" id="attention">
        {t('attention')}
      </Title>
      <Card withBorder padding={0}>
        {items.length === 0 ? (
          <Group p="md" gap="sm" wrap="nowrap">
            <ThemeIcon variant="light" color="teal" size="lg" radius="xl" aria-hidden>
              <IconCircleCheck size={20} />
            </ThemeIcon>
            <div>
              <Text fw={600}>{t('nothing')}</Text>
              <Text size="sm" c="dimmed">
                {t('nothingText')}
              </Text>
            </div>
          </Group>
        ) : (
          <Stack component="ul" gap={0} p={0} m={0} style={{ listStyle: 'none' }}>
            {items.map(({ kind, count, amount, since }) => {
              const { icon: Icon, color, to, search, hash } = places[kind]
              const about = [
                amount === null ? undefined : format.amount(amount, currency),
                since === null
                  ? undefined
                  : t(`since.${kind}` as 'since.questions', { ago: format.ago(since) }),
              ].filter((part) => part !== undefined)
              return (
                <li key={kind} className={classes['item']}>
                  <UnstyledButton
                    component={Link}
                    to={to}
                    {...({ search, hash } as object)}
                    className={classes['row']}
                  >
                    <ThemeIcon variant="light" color={color} size="lg" radius="xl" aria-hidden>
                      <Icon size={20} stroke={1.75} />
                    </ThemeIcon>
                    <div>
                      <Text fw={600} component="span" display="block">
                        {t(`item.${kind}`, { count, number: format.number(count) })}
                      </Text>
                      {about.length > 0 && (
                        <Text size="sm" c="dimmed" component="span">
                          {about.join(' · ')}
                        </Text>
                      )}
                    </div>
                    <IconChevronRight size={18} aria-hidden />
                  </UnstyledButton>
                </li>
              )
            })}
          </Stack>
        )}
      </Card>
    </section>
  )
}

/** The two numbers of the day, and the way to the rest. */
function Standing() {
  const { t } = useTranslation('home')
  const format = useFormat()
  const { data } = portal.useQuery('get', '/money/outstanding')
  if (!data) return <Skeleton height={104} />
  const late = [data.days1to30, data.days31to60, data.days61to90, data.over90].reduce(
    (cents, amount) => cents + Math.round(Number(amount) * 100),
    0,
  )
  return (
    <section aria-labelledby="standing">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4" id="standing">
          {t('standing')}
        </Title>
        <AnchorLink to="/desk/money" size="sm">
          {t('toMoney')}
        </AnchorLink>
      </Group>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <KeyFigure label={t('outstanding')} value={format.amount(data.total, data.currency)} />
        <KeyFigure label={t('overdue')} value={format.money(late, data.currency)} />
      </SimpleGrid>
    </section>
  )
}

const steps = [
  { done: 'ibanKnown', to: '/desk/settings/company', permission: 'company:write' },
  { done: 'paymentsConnected', to: '/desk/settings/connections', permission: 'company:write' },
  { done: 'hasColleagues', to: '/desk/settings/users', permission: 'staff:write' },
  { done: 'hasInvoices', to: '/desk/imports', permission: 'invoices:write' },
] as const

/** What a new company has still to do; gone once there are invoices and a way to pay them. */
function Beginning({ beginning }: { beginning: Attention['beginning'] }) {
  const { t } = useTranslation('home')
  const { may } = useMe()
  const mine = steps.filter(({ permission }) => may(permission))
  const begun = beginning.hasInvoices && (beginning.paymentsConnected || beginning.ibanKnown)
  if (begun || mine.length === 0) return null
  return (
    <section aria-labelledby="beginning">
      <Title order={2} size="h4" mb={4} id="beginning">
        {t('begin.title')}
      </Title>
      <Text c="dimmed" mb="sm">
        {t('begin.text')}
      </Text>
      <Card withBorder padding={0}>
        <Stack component="ul" gap={0} p={0} m={0} style={{ listStyle: 'none' }}>
          {mine.map(({ done, to }) => (
            <li key={done} className={classes['item']}>
              <UnstyledButton component={Link} to={to as string} className={classes['row']}>
                {beginning[done] ? (
                  <IconCircleCheck
                    size={24}
                    color="var(--mantine-color-teal-6)"
                    aria-label={t('begin.done')}
                  />
                ) : (
                  <IconCircle size={24} stroke={1.5} aria-label={t('begin.todo')} />
                )}
                <div>
                  <Text
                    fw={600}
                    component="span"
                    display="block"
                    td={beginning[done] ? 'line-through' : undefined}
                  >
                    {t(`begin.${done}`)}
                  </Text>
                  <Text size="sm" c="dimmed" component="span">
                    {t(`begin.${done}About`)}
                  </Text>
                </div>
                <IconChevronRight size={18} aria-hidden />
              </UnstyledButton>
            </li>
          ))}
        </Stack>
      </Card>
    </section>
  )
}
