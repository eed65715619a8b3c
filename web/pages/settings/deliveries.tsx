import {
  Badge,
  Button,
  Card,
  Code,
  Collapse,
  Group,
  SegmentedControl,
  Skeleton,
  Stack,
  Text,
  Title,
} from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import { byNumber, rowsOf } from '../../client/pages.ts'
import { MoreRows } from '../../components/data-table.tsx'
import { tell } from '../../components/form.tsx'
import { ErrorState } from '../../components/states.tsx'
import { Moment, StateBadge } from '../../components/values.tsx'
import { useFormat } from '../../i18n/format.ts'
import type { Delivery } from './webhook-type.ts'

const colors = { pending: 'blue', delivered: 'teal', failed: 'red' } as const
const WATCH_MS = 3000

/** What was sent to an endpoint, and what it answered. What is on its way is looked after. */
export function Deliveries({ webhookId }: { webhookId: string }) {
  const { t } = useTranslation('settings')
  const [status, setStatus] = useState<'any' | Delivery['status']>('any')
  const list = v1.useInfiniteQuery(
    'get',
    '/webhooks/{webhookId}/deliveries',
    { params: { path: { webhookId }, query: { per_page: 25, ...(status === 'any' ? {} : { status }) } } },
    {
      ...byNumber,
      refetchInterval: ({ state }) =>
        state.data?.pages.some((page) => page.data.some((one) => one.status === 'pending'))
          ? WATCH_MS
          : false,
    },
  )
  const rows = rowsOf(list.data)
  return (
    <Stack component="section" aria-labelledby="deliveries">
      <Group justify="space-between">
        <Title order={2} size="h4" id="deliveries">
          {t('hooks.log')}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={t('hooks.filter')}
          value={status}
          onChange={setStatus}
          data={(['any', 'pending', 'delivered', 'failed'] as const).map((value) => ({
            value,
            label: t(`hooks.${value}`),
          }))}
        />
      </Group>
      {list.error && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {!rows && !list.error && <Skeleton height={120} />}
      {rows?.length === 0 && <Text c="dimmed">{t('hooks.logEmpty')}</Text>}
      {rows?.map((delivery) => (
        <OneDelivery key={delivery.id} webhookId={webhookId} delivery={delivery} />
      ))}
      <MoreRows
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        busy={list.isFetchingNextPage}
      />
    </Stack>
  )
}

function OneDelivery({ webhookId, delivery }: { webhookId: string; delivery: Delivery }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const resend = v1.useMutation('post', '/webhooks/{webhookId}/deliveries/{deliveryId}/resend', {
    onSuccess: () => {
      tell(t('hooks.resent'))
      return queries.invalidateQueries({ queryKey: ['get', '/webhooks/{webhookId}/deliveries'] })
    },
  })
  const { id, status, createdAt, nextAttemptAt, request, attempts } = delivery
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" gap="xs">
        <Group gap="sm">
          <StateBadge color={colors[status]}>{t(`hooks.${status}`)}</StateBadge>
          <Moment at={createdAt} />
          {attempts.length > 1 && <Badge variant="default">{attempts.length}×</Badge>}
          {status === 'pending' && nextAttemptAt !== null && attempts.length > 0 && (
            <Text size="sm" c="dimmed">
              {t('hooks.nextAt', { at: format.moment(nextAttemptAt) })}
            </Text>
          )}
        </Group>
        <Group gap="xs">
          <Button size="compact-sm" variant="subtle" onClick={() => setOpen(!open)} aria-expanded={open}>
            {t('hooks.details')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            loading={resend.isPending}
            disabled={status === 'pending'}
            onClick={() => resend.mutate({ params: { path: { webhookId, deliveryId: id } } })}
          >
            {t('hooks.resend')}
          </Button>
        </Group>
      </Group>
      <Collapse expanded={open}>
        <Stack gap="xs" mt="sm">
          {attempts.map(({ attemptedAt: at, status: answered, durationMs, error, response: answer }) => (
            <Stack gap={4} key={at}>
              <Text size="sm">
                {answered === null
                  ? t('hooks.noAnswer', { at: format.moment(at), error: error ?? '' })
                  : t('hooks.attempt', { at: format.moment(at), status: answered, ms: durationMs })}
              </Text>
              {answer !== null && answer !== '' && <Words>{answer}</Words>}
            </Stack>
          ))}
          {request !== null && (
            <>
              <Text size="sm" fw={600}>
                {t('hooks.request')}
              </Text>
              <Words>{pretty(request)}</Words>
            </>
          )}
        </Stack>
      </Collapse>
    </Card>
  )
}

const Words = ({ children }: { children: string }) => (
  <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
    {children}
  </Code>
)

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
