import { Button, Card, Collapse, Group, Progress, Skeleton, Stack, Text } from '@mantine/core'
import { IconDownload, IconRefresh } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { portal, portalFetch } from '../../client/client.ts'
import { byNextCursor, rowsOf } from '../../client/pages.ts'
import { useMe } from '../../client/me.ts'
import type { components } from '../../client/portal.generated.ts'
import { MoreRows } from '../../components/data-table.tsx'
import { tell } from '../../components/form.tsx'
import { ErrorState, useErrorSentence } from '../../components/states.tsx'
import { Moment, StateBadge } from '../../components/values.tsx'
import { useFormat } from '../../i18n/format.ts'
import { ErasureItems } from './erasure-items.tsx'

type Request = components['schemas']['PrivacyRequest']

const colors = { running: 'blue', done: 'teal', failed: 'red' } as const
const LOOK_AGAIN_MS = 1500

/** Exports or erasures, with how far those at work are. */
export function PrivacyRequests({ kind, empty }: { kind: Request['kind']; empty: ReactNode }) {
  const list = portal.useInfiniteQuery(
    'get',
    '/privacy/requests',
    { params: { query: { kind, limit: 10 } } },
    {
      ...byNextCursor,
      refetchInterval: ({ state }) =>
        state.data?.pages.some((page) => page.data.some((one) => one.state === 'running'))
          ? LOOK_AGAIN_MS
          : false,
    },
  )
  const rows = rowsOf(list.data)
  if (list.error) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  if (!rows) return <Skeleton height={80} />
  if (rows.length === 0) return empty
  return (
    <Stack gap="sm">
      {rows.map((request) => (
        <OneRequest key={request.id} request={request} />
      ))}
      <MoreRows
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        busy={list.isFetchingNextPage}
      />
    </Stack>
  )
}

function OneRequest({ request }: { request: Request }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const queries = useQueryClient()
  const { may } = useMe()
  const sentence = useErrorSentence()
  const retry = portal.useMutation('post', '/privacy/requests/{requestId}/retry', {
    onSuccess: () => tell(t('privacy.retrying')),
    onSettled: () => queries.invalidateQueries({ queryKey: ['get', '/privacy/requests'] }),
  })
  const {
    id,
    state,
    customerName,
    createdAt,
    stepsDone,
    steps,
    downloadable,
    expiresAt,
    items,
    error,
    kind,
  } = request
  const download = async () => {
    const { data } = await portalFetch.GET('/privacy/requests/{requestId}/download', {
      params: { path: { requestId: id } },
    })
    globalThis.location.assign(data!.url)
  }
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" gap="xs">
        <Group gap="sm">
          <StateBadge color={colors[state]}>{t(`privacy.${state}`)}</StateBadge>
          <Text fw={600}>{customerName ?? request.customerId.slice(-8)}</Text>
          <Text size="sm" c="dimmed">
            <Moment at={createdAt} />
          </Text>
        </Group>
        {state === 'failed' && may('privacy:write') && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconRefresh size={14} aria-hidden />}
            loading={retry.isPending}
            onClick={() => retry.mutate({ params: { path: { requestId: id } } })}
          >
            {t('privacy.retry')}
          </Button>
        )}
        {downloadable && (
          <Group gap="sm">
            {expiresAt !== null && (
              <Text size="sm" c="dimmed">
                {t('privacy.until', { at: format.moment(expiresAt) })}
              </Text>
            )}
            <Button
              size="compact-sm"
              leftSection={<IconDownload size={14} aria-hidden />}
              onClick={() => void download()}
            >
              {t('privacy.download')}
            </Button>
          </Group>
        )}
        {kind === 'export' && state === 'done' && !downloadable && (
          <Text size="sm" c="dimmed">
            {t('privacy.gone')}
          </Text>
        )}
        {items && (
          <Button size="compact-sm" variant="subtle" onClick={() => setOpen(!open)} aria-expanded={open}>
            {t('privacy.whatCame')}
          </Button>
        )}
      </Group>
      {state === 'running' && (
        <Stack gap={4} mt="xs">
          <Progress
            value={(100 * stepsDone) / steps}
            aria-label={t('privacy.progress', { done: stepsDone, all: steps })}
          />
          <Text size="xs" c="dimmed">
            {t('privacy.progress', { done: stepsDone, all: steps })}
          </Text>
        </Stack>
      )}
      {retry.error && (
        <Text size="sm" mt="xs" role="alert" c="var(--mantine-color-error)">
          {sentence(retry.error)}
        </Text>
      )}
      {error !== null && (
        <Text size="sm" mt="xs">
          {error}
        </Text>
      )}
      {items && (
        <Collapse expanded={open}>
          <ErasureItems items={items} heading={t('privacy.whatCame')} />
        </Collapse>
      )}
    </Card>
  )
}
