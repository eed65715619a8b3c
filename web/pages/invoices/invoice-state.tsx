import { Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { StateBadge } from '../../components/values.tsx'
import type { InvoiceRow } from './search.ts'

const colors = { draft: 'gray', open: 'blue', overdue: 'red', paid: 'green', retracted: 'gray' } as const

/** Where it is, and what stands beside that. */
export function InvoiceState({ invoice }: { invoice: InvoiceRow }) {
  const { t } = useTranslation('invoices')
  const isOpen = invoice.state === 'open' || invoice.state === 'overdue'
  return (
    <Group gap={4} justify="inherit" component="span">
      <StateBadge color={colors[invoice.state]}>{t(`state.${invoice.state}`)}</StateBadge>
      {isOpen && invoice.pausedAt !== null && <StateBadge color="yellow">{t('state.paused')}</StateBadge>}
      {invoice.disputed && <StateBadge color="orange">{t('state.disputed')}</StateBadge>}
      {invoice.question === 'unanswered' && <StateBadge color="violet">{t('state.question')}</StateBadge>}
    </Group>
  )
}
