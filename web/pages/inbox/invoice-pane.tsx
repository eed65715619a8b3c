import {
  Alert,
  Anchor,
  Box,
  Button,
  Divider,
  Group,
  Skeleton,
  Stack,
  Table,
  Text,
  Title,
} from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { portal, portalFetch } from '../../client/client.ts'
import { useMe } from '../../client/me.ts'
import type { components } from '../../client/portal.generated.ts'
import { byNextCursor, rowsOf } from '../../client/pages.ts'
import { MoreRows } from '../../components/data-table.tsx'
import { ErrorState } from '../../components/states.tsx'
import { Amount, Day, Moment, StateBadge } from '../../components/values.tsx'
import { InvoiceForms, type InvoiceForm } from './invoice-forms.tsx'
import { refresh } from './queries.ts'

export type Invoice = components['schemas']['Invoice']

const colors = { draft: 'gray', open: 'blue', overdue: 'red', paid: 'teal', retracted: 'gray' } as const

/** The invoice that a conversation is about, and what can be done about it from here. */
export function InvoicePane({ invoiceId, ticketId }: { invoiceId: string; ticketId: string }) {
  const { t } = useTranslation(['inbox', 'common'])
  const { may } = useMe()
  const queries = useQueryClient()
  const [form, setForm] = useState<InvoiceForm>()
  const params = { params: { path: { invoiceId } } }
  const { data: invoice, error, refetch } = portal.useQuery('get', '/invoices/{invoiceId}', params)
  const options = portal.queryOptions('get', '/invoices/{invoiceId}', params)
  const changed = (now: Invoice) => {
    queries.setQueryData(options.queryKey, now)
    void queries.invalidateQueries({ queryKey: ['get', '/invoices/{invoiceId}/timeline'] })
    void refresh(queries, [ticketId])
  }
  if (error)
    return (
      <Box p="sm">
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Box>
    )
  if (!invoice)
    return (
      <Stack p="md" role="status" aria-label={t('common:loading')}>
        <Skeleton height={28} width="60%" />
        <Skeleton height={60} />
        <Skeleton height={120} />
      </Stack>
    )
  const paused = invoice.collection.holds.some(({ kind }) => kind === 'pause')
  const open = invoice.paidAt === null && !invoice.retracted
  return (
    <Stack p="md" gap="sm">
      <div>
        <Group gap="xs" justify="space-between">
          <Title order={2} size="h4">
            {t('invoiceNo', { number: invoice.invoiceNumber })}
          </Title>
          <StateBadge color={colors[invoice.state]}>{t(`invoiceState.${invoice.state}`)}</StateBadge>
        </Group>
        <Text size="sm">{invoice.recipient}</Text>
        {invoice.email && (
          <Anchor size="sm" href={`mailto:${invoice.email}`}>
            {invoice.email}
          </Anchor>
        )}
      </div>
      <Box className="inbox-outstanding" p="sm">
        <Text size="xs" c="dimmed">
          {t('outstanding')}
        </Text>
        <Text fz="xl" fw={700}>
          <Amount value={invoice.outstanding} currency={invoice.currency} />
        </Text>
        <Text size="xs" c="dimmed">
          {t('ofTotal')} <Amount value={invoice.amount} currency={invoice.currency} />
          {invoice.dueAt && (
            <>
              {' · '}
              {t('due')} <Day at={invoice.dueAt} />
            </>
          )}
        </Text>
      </Box>
      {invoice.collection.holds.map(({ kind, reason, since }) => (
        <Alert key={kind} color="yellow" variant="light" p="xs" title={t('paused')}>
          <Text size="sm" c="var(--mantine-color-text)">
            {kind === 'question' ? t('waitsForAnswer') : reason} (<Day at={since} />)
          </Text>
        </Alert>
      ))}
      {may('invoices:write') && open && (
        <Group gap={6}>
          <Button size="compact-sm" variant="default" onClick={() => setForm('paid')}>
            {t('markPaid')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setForm('credit')}>
            {t('credit')}
          </Button>
          {paused ? (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() =>
                void portalFetch
                  .POST('/invoices/{invoiceId}/resume', params)
                  .then(({ data }) => changed(data!))
                  .catch(() => refetch())
              }
            >
              {t('resume')}
            </Button>
          ) : (
            invoice.collection.nextStep !== null && (
              <Button size="compact-sm" variant="default" onClick={() => setForm('pause')}>
                {t('pause')}
              </Button>
            )
          )}
        </Group>
      )}
      <Section title={t('lines')}>
        <Table aria-label={t('lines')} verticalSpacing={4} fz="sm">
          <Table.Tbody>
            {invoice.lines.map((line) => (
              <Table.Tr key={line.id}>
                <Table.Th fw={400}>{line.description ?? t(`lineKind.${line.kind}`)}</Table.Th>
                <Table.Td ta="right">
                  <Amount value={line.amount} currency={invoice.currency} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Section>
      <Section title={t('sent')}>
        {invoice.collection.messages.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('nothingSent')}
          </Text>
        )}
        {invoice.collection.messages.map((message) => (
          <Group key={message.id} justify="space-between" gap="xs" fz="sm">
            <span>
              {t(`step.${message.step as 'request1'}`, { defaultValue: message.step })} (
              {t(`channel.${message.channel}`)})
            </span>
            <Text size="xs" c="dimmed">
              {message.sentAt ? <Moment at={message.sentAt} /> : t(`sending.${message.state}`)}
            </Text>
          </Group>
        ))}
        {invoice.collection.nextAt && invoice.collection.nextStep && (
          <Text size="sm" c="dimmed">
            {t('next', {
              step: t(`step.${invoice.collection.nextStep as 'request1'}`, {
                defaultValue: invoice.collection.nextStep,
              }),
            })}{' '}
            <Day at={invoice.collection.nextAt} />
          </Text>
        )}
      </Section>
      <History invoiceId={invoiceId} />
      {form && (
        <InvoiceForms
          form={form}
          invoice={invoice}
          onClose={() => setForm(undefined)}
          onDone={(now) => {
            setForm(undefined)
            changed(now)
          }}
        />
      )}
    </Stack>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Divider mb="xs" />
      <Title order={3} size="sm" mb={4}>
        {title}
      </Title>
      {children}
    </section>
  )
}

/** What happened, the last first. */
function History({ invoiceId }: { invoiceId: string }) {
  const { t } = useTranslation(['inbox', 'events'])
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = portal.useInfiniteQuery(
    'get',
    '/invoices/{invoiceId}/timeline',
    { params: { path: { invoiceId }, query: { limit: 50, order: 'newest' } } },
    byNextCursor,
  )
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  const known = rowsOf(data)?.filter(({ kind }) => kind === 'event')
  return (
    <Section title={t('history')}>
      <Stack component="ol" gap={4} p={0} m={0} style={{ listStyle: 'none' }}>
        {known?.map(({ id, at, type, by, said }) => (
          <li key={id}>
            <Text size="sm" component="div">
              {t(`events:${type}` as 'events:invoice.created')}
              {by?.name && <span> · {by.name}</span>}
            </Text>
            <Text size="xs" c="dimmed">
              <Moment at={at} />
            </Text>
            {said && type !== 'ticket.attachment_added' && (
              <Text size="xs" c="dimmed" lineClamp={2}>
                {said.message}
              </Text>
            )}
          </li>
        ))}
      </Stack>
      <MoreRows onMore={hasNextPage ? () => void fetchNextPage() : undefined} busy={isFetchingNextPage} />
    </Section>
  )
}
