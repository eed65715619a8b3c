import { Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Amount, Day, Moment, StateBadge } from '../../components/values.tsx'
import type { Invoice } from './invoice.ts'
import { Section } from './section.tsx'

const planned = {
  planned: 'gray',
  due: 'blue',
  in_progress: 'blue',
  paid: 'green',
  failed: 'red',
  canceled: 'gray',
} as const
const paid: Record<string, string> = { paid: 'green', failed: 'red', expired: 'gray', canceled: 'gray' }

/** The plan that was chosen, and what was begun to be paid online. */
export function PaymentsCard({ invoice }: { invoice: Invoice }) {
  const { t, i18n } = useTranslation('invoices')
  const { plan, payments, currency } = invoice
  return (
    <>
      {plan && (
        <Section
          title={t('plan.title')}
          side={<StateBadge color="blue">{t(`plan.state.${plan.state}`)}</StateBadge>}
        >
          <Stack gap={6} component="ol" p={0} m={0} style={{ listStyle: 'none' }}>
            {plan.installments.map(({ position, dueAt, amount, state }) => (
              <Group key={position} component="li" justify="space-between" wrap="nowrap">
                <Text size="sm" component="div">
                  {position}. <Day at={dueAt} />
                </Text>
                <Group gap="xs" wrap="nowrap">
                  <Amount value={amount} currency={currency} />
                  <StateBadge color={planned[state]}>{t(`plan.installment.${state}`)}</StateBadge>
                </Group>
              </Group>
            ))}
          </Stack>
          {plan.automatic && (
            <Text size="sm" c="dimmed" mt="xs">
              {t('plan.automatic')}
            </Text>
          )}
        </Section>
      )}
      {payments.length > 0 && (
        <Section title={t('payments.title')}>
          <Stack gap={6} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
            {payments.map(({ method, amount, status, createdAt }) => (
              <Group key={createdAt} component="li" justify="space-between" wrap="nowrap">
                <Text size="sm" component="div">
                  <Moment at={createdAt} />
                  {method !== null && ` · ${method}`}
                </Text>
                <Group gap="xs" wrap="nowrap">
                  <Amount value={amount} currency={currency} />
                  <StateBadge color={paid[status] ?? 'blue'}>
                    {i18n.exists(`invoices:payments.status.${status}`)
                      ? t(`payments.status.${status}` as 'payments.status.paid')
                      : status}
                  </StateBadge>
                </Group>
              </Group>
            ))}
          </Stack>
        </Section>
      )}
    </>
  )
}
