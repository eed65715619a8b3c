import { Anchor, Card, Group, Skeleton, Stack, Text } from '@mantine/core'
import { IconDownload, IconFiles, IconFolder } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { byNextCursor, rowsOf } from '../../client/pages.ts'
import { DataTable, MoreRows } from '../../components/data-table.tsx'
import { Page } from '../../components/page.tsx'
import { EmptyState, ErrorState } from '../../components/states.tsx'
import { Day } from '../../components/values.tsx'
import { useFormat } from '../../i18n/format.ts'
import { BackTo } from './back-to.tsx'
import { useCompanyId, useThingId } from './use-my.ts'

export function FileSharesPage() {
  const { t } = useTranslation('my')
  const company = useCompanyId()
  const list = portal.useInfiniteQuery('get', '/my/file-shares', { params: { query: {} } }, byNextCursor)
  return (
    <Page title={t('nav.fileShares')}>
      <DataTable
        caption={t('nav.fileShares')}
        rows={rowsOf(list.data)}
        rowKey={({ id }) => id}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={<EmptyState icon={<IconFiles />} title={t('empty.fileShares')} />}
        columns={[
          {
            key: 'names',
            label: t('file.names'),
            cell: ({ id, names }) => (
              <Anchor
                renderRoot={(props) => (
                  <Link to="/my/$company/file-shares/$id" params={{ company, id }} {...props} />
                )}
              >
                {names.join(', ')}
              </Anchor>
            ),
          },
          { key: 'at', label: t('file.sharedAt'), cell: ({ createdAt }) => <Day at={createdAt} /> },
        ]}
      />
      <MoreRows
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        busy={list.isFetchingNextPage}
      />
    </Page>
  )
}

export function FileSharePage() {
  const { t } = useTranslation('my')
  const format = useFormat()
  const id = useThingId()
  const share = portal.useQuery('get', '/my/file-shares/{id}', { params: { path: { id } } })
  const nameOf = new Map(share.data?.content.map((one) => [one.id, one.name]))
  return (
    <Page title={t('file.share')} narrow above={<BackTo to="/my/$company/file-shares" label="fileShares" />}>
      {share.error && <ErrorState error={share.error} onRetry={() => void share.refetch()} />}
      {!share.data && !share.error && <Skeleton h={80} />}
      <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {share.data?.content
          .filter(({ type }) => type === 'file')
          .map((file) => (
            <Card key={file.id} component="li" withBorder padding="md">
              <Group justify="space-between" wrap="nowrap">
                <div>
                  {file.directoryId !== null && (
                    <Text size="sm" c="dimmed">
                      <IconFolder size={14} aria-hidden /> {nameOf.get(file.directoryId)}
                    </Text>
                  )}
                  <Anchor href={`/api/portal/my/file-shares/${id}/files/${file.id}`} download fw={600}>
                    {file.name}
                  </Anchor>
                  <Text size="sm" c="dimmed">
                    {format.bytes(file.size ?? 0)}
                  </Text>
                </div>
                <IconDownload size={20} aria-hidden />
              </Group>
            </Card>
          ))}
      </Stack>
    </Page>
  )
}
