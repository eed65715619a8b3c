import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../client/me.ts'
import { Amount, Day } from '../../components/values.tsx'
import { DisputeModal } from './dispute-modal.tsx'
import type { Invoice } from './invoice.ts'
import { Section } from './section.tsx'

type Line = Invoice['lines'][number]

/** The ledger: each line, and its sum. */
export function LinesCard({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation('invoices')
  return (
    <Section title={t('lines')}>
      <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {invoice.lines.map((line) => (
          <Row key={line.id} line={line} invoice={invoice} />
        ))}
      </Stack>
      <Group
        justify="space-between"
        mt="sm"
        pt="sm"
        style={{ borderTop: '1px solid var(--mantine-color-default-border)' }}
      >
        <Text fw={600}>{t('column.outstanding')}</Text>
        <Text fw={600} component="div">
          <Amount value={invoice.outstanding} currency={invoice.currency} />
        </Text>
      </Group>
    </Section>
  )
}

function Row({ line, invoice }: { line: Line; invoice: Invoice }) {
  const { t, i18n } = useTranslation('invoices')
  const { may } = useMe()
  const [asking, setAsking] = useState(false)
  const dispute = invoice.collection.disputes.find((one) => one.lineId === line.id && one.settledAt === null)
  const mayDispute =
    may('invoices:write') &&
    Number(line.amount) > 0 &&
    (invoice.state === 'open' || invoice.state === 'overdue') &&
    (line.kind === 'charge' || line.kind === 'fee')
  const kind =
    line.subtype !== null && i18n.exists(`invoices:subtype.${line.subtype}`)
      ? t(`subtype.${line.subtype}` as 'subtype.donation')
      : t(`kind.${line.kind}`)
  return (
    <li>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
        <div style={{ minWidth: 0 }}>
          <Text>{line.description ?? kind}</Text>
          <Text size="sm" c="dimmed" component="div">
            <Day at={line.occurredAt} />
            {line.kind !== 'charge' && ` · ${kind}`}
            {line.paymentMethod !== null && line.paymentMethod !== 'external' && ` · ${line.paymentMethod}`}
          </Text>
          {dispute && (
            <Stack gap={2} mt={4} align="flex-start">
              <Badge color="orange" variant="light" tt="none">
                {t('state.disputed')}
              </Badge>
              <Text size="sm">{dispute.reason}</Text>
            </Stack>
          )}
        </div>
        <Stack gap={4} align="flex-end">
          <Amount value={line.amount} currency={invoice.currency} />
          {mayDispute && (
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => setAsking(true)}
              aria-label={`${dispute ? t('settle.action') : t('dispute.action')}: ${line.description ?? kind}`}
            >
              {dispute ? t('settle.action') : t('dispute.action')}
            </Button>
          )}
        </Stack>
      </Group>
      {asking && (
        <DisputeModal invoiceId={invoice.id} line={line} dispute={dispute} onClose={() => setAsking(false)} />
      )}
    </li>
  )
}
