import { Button, CloseButton, Group, List, Paper, Progress, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AnchorLink } from '../../components/links.tsx'
import { portal } from '../../client/client.ts'
import { byNextCursor } from '../../client/pages.ts'
import { ErrorState } from '../../components/states.tsx'

const LOOK_MS = 1000

/** How far something is that is done to many: what is done, what could not be and why, of how many. */
export function BulkProgress({ id, onClose }: { id: string; onClose(): void }) {
  const { t } = useTranslation(['invoices', 'common'])
  const client = useQueryClient()
  const path = { params: { path: { bulkId: id } } }
  const { data, error } = portal.useQuery('get', '/invoice-bulks/{bulkId}', path, {
    refetchInterval: (query) =>
      query.state.data?.state === 'running' || query.state.error ? LOOK_MS : false,
  })
  const cancel = portal.useMutation('post', '/invoice-bulks/{bulkId}/cancel')
  const ended = data !== undefined && data.state !== 'running'
  useEffect(() => {
    if (!ended) return
    void client.invalidateQueries({ queryKey: ['get', '/invoices'] })
    void client.invalidateQueries({ queryKey: ['get', '/invoices/sums'] })
  }, [ended, client])
  if (error && !data) return <ErrorState error={error} />
  if (!data) return null
  const { total, done, failed, state, action } = data
  const share = (count: number) => (100 * count) / Math.max(1, total)
  const text = t(`bulk.state.${state}`, { done, failed, total })
  return (
    <Paper withBorder p="sm" component="section" aria-label={t(`action.${action}`)}>
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap">
          <Text fw={600}>{t(`action.${action}`)}</Text>
          {state === 'running' ? (
            <Button
              size="xs"
              variant="default"
              loading={cancel.isPending}
              onClick={() =>
                cancel.mutate(path, {
                  onSettled: () =>
                    void client.invalidateQueries({ queryKey: ['get', '/invoice-bulks/{bulkId}'] }),
                })
              }
            >
              {t('bulk.stop')}
            </Button>
          ) : (
            <CloseButton onClick={onClose} aria-label={t('common:close')} />
          )}
        </Group>
        <Progress.Root size="lg" aria-label={text}>
          <Progress.Section value={share(done)} color="teal" aria-label={t('bulk.done')} />
          <Progress.Section value={share(failed)} color="red" aria-label={t('bulk.failed')} />
        </Progress.Root>
        <Text size="sm" aria-live="polite">
          {text}
        </Text>
        {failed > 0 && <Failures id={id} failed={failed} />}
      </Stack>
    </Paper>
  )
}

function Failures({ id, failed }: { id: string; failed: number }) {
  const { t, i18n } = useTranslation(['invoices', 'common', 'refused'])
  const [shown, setShown] = useState(false)
  const { data, hasNextPage, fetchNextPage, isFetching } = portal.useInfiniteQuery(
    'get',
    '/invoice-bulks/{bulkId}/failures',
    { params: { path: { bulkId: id }, query: { limit: 50 } } },
    { ...byNextCursor, enabled: shown },
  )
  if (!shown)
    return (
      <Group>
        <Button size="xs" variant="subtle" onClick={() => setShown(true)}>
          {t('bulk.showFailures', { count: failed })}
        </Button>
      </Group>
    )
  const said = (reason: string) =>
    [`invoices:reason.${reason}`, `refused:${reason}`]
      .filter((key) => i18n.exists(key))
      .map((key) => t(key as 'reason.internal'))[0]
  const rows = data?.pages.flatMap((page) => page.data) ?? []
  return (
    <Stack gap="xs">
      <List size="sm" listStyleType="none" spacing={4}>
        {rows.map(({ invoiceId, invoiceNumber, reason, message }) => (
          <List.Item key={invoiceId}>
            <AnchorLink to="/desk/invoices/$invoiceId" params={{ invoiceId }}>
              {invoiceNumber}
            </AnchorLink>{' '}
            {said(reason) ?? <span lang="en">{message}</span>}
          </List.Item>
        ))}
      </List>
      {hasNextPage && (
        <Group>
          <Button size="xs" variant="default" loading={isFetching} onClick={() => void fetchNextPage()}>
            {t('common:more')}
          </Button>
        </Group>
      )}
    </Stack>
  )
}
