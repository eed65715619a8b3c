import { Blockquote, Skeleton, Stack, Text, Timeline as Line } from '@mantine/core'
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCash,
  IconCoin,
  IconFileInvoice,
  IconMail,
  IconMessage,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconPoint,
  IconPrinter,
  IconSend,
  IconX,
  type TablerIcon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { byNextCursor } from '../../client/pages.ts'
import type { components } from '../../client/portal.generated.ts'
import { MoreRows } from '../../components/data-table.tsx'
import { ErrorState } from '../../components/states.tsx'
import { Moment } from '../../components/values.tsx'
import { useFormat } from '../../i18n/format.ts'
import { Section } from './section.tsx'

type Entry = components['schemas']['TimelineEntry']

/** By the beginning of the type; the first that fits. */
const icons: [RegExp, TablerIcon][] = [
  [/^invoice\.(paid|payment)/, IconCash],
  [/^payment\./, IconCoin],
  [/^(plan|installment|mandate)\./, IconCoin],
  [/^invoice\.(chargeback|refunded)/, IconArrowBackUp],
  [/^invoice\.(retracted|credited)/, IconX],
  [/^invoice\.(overdue|final|handed|message_failed|fee)/, IconAlertTriangle],
  [/^invoice\.(collection_paused|line_disputed)/, IconPlayerPause],
  [/^invoice\.(collection_resumed|dispute_settled|taken_back)/, IconPlayerPlay],
  [/^invoice\.recipient/, IconPencil],
  [/^invoice\.created/, IconFileInvoice],
  [/^batch\./, IconSend],
  [/^ticket\./, IconMessage],
]

function iconOf({ kind, type, after }: Entry): TablerIcon {
  if (kind === 'message') return after?.['channel'] === 'LETTER' ? IconPrinter : IconMail
  if (kind === 'mail') return IconMail
  return icons.find(([pattern]) => pattern.test(type))?.[1] ?? IconPoint
}

/** All that happened, oldest first. */
export function Timeline({ invoiceId }: { invoiceId: string }) {
  const { t } = useTranslation('invoices')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = portal.useInfiniteQuery(
    'get',
    '/invoices/{invoiceId}/timeline',
    { params: { path: { invoiceId }, query: { limit: 50 } } },
    byNextCursor,
  )
  const entries = data?.pages.flatMap((page) => page.data)
  return (
    <Section title={t('timeline.title')}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!entries && !error && (
        <Stack role="status" aria-label={t('timeline.title')}>
          <Skeleton height={40} />
          <Skeleton height={40} />
        </Stack>
      )}
      {entries && (
        <Line bulletSize={28} lineWidth={2} aria-label={t('timeline.title')}>
          {entries.map((entry) => {
            const Icon = iconOf(entry)
            return (
              <Line.Item
                key={entry.id}
                bullet={<Icon size={16} aria-hidden />}
                title={<Title entry={entry} />}
              >
                <Detail entry={entry} />
                <Text size="sm" c="dimmed" component="div">
                  <Moment at={entry.at} />
                  {entry.by !== null && ` · ${entry.by.name ?? t(`by.${entry.by.kind}` as 'by.system')}`}
                </Text>
              </Line.Item>
            )
          })}
        </Line>
      )}
      <MoreRows onMore={hasNextPage ? () => void fetchNextPage() : undefined} busy={isFetchingNextPage} />
    </Section>
  )
}

function Title({ entry }: { entry: Entry }) {
  const { t, i18n } = useTranslation(['invoices', 'events'])
  if (entry.kind === 'message') return t(`step.${entry.type}` as 'step.request1')
  const key = entry.kind === 'mail' ? `invoices:mail.${entry.type}` : `events:${entry.type}`
  // A kind of event that came after these words still says that something happened.
  return i18n.exists(key) ? t(key as 'mail.ticket-answer') : t('timeline.other')
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

function Detail({ entry }: { entry: Entry }) {
  const { t } = useTranslation('invoices')
  const format = useFormat()
  const { before, after, said } = entry
  if (said)
    return (
      <Blockquote p="xs" my={4} fz="sm" color={said.from === 'customer' ? 'violet' : 'blue'}>
        <span style={{ whiteSpace: 'pre-wrap' }}>{said.message}</span>
      </Blockquote>
    )
  const facts: string[] = []
  const [was, is] = [before?.['outstandingCents'], after?.['outstandingCents']]
  if (typeof was === 'number' && typeof is === 'number' && was !== is)
    facts.push(t('timeline.outstanding', { was: format.money(was), is: format.money(is) }))
  const reason = text(after?.['reason'])
  if (reason !== undefined) facts.push(reason)
  if (entry.kind !== 'event') {
    const channel = text(after?.['channel']) as 'EMAIL' | undefined
    if (channel) facts.push(t(`channel.${channel}`))
    const to = text(after?.['to'])
    if (to) facts.push(to.split('\n')[0]!)
    const state = after?.['report'] === 'bounced' ? 'bounced' : text(after?.['state'])
    if (state) facts.push(t(`messageState.${state}` as 'messageState.sent'))
    const error = text(after?.['error'])
    if (error) facts.push(error)
  }
  if (facts.length === 0) return null
  return <Text size="sm">{facts.join(' · ')}</Text>
}
