import { Anchor, Card, Group, Skeleton, Stack, Text } from '@mantine/core'
import { IconDownload, IconFiles, IconFolder } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { byNextCursor } from '../../client/pages.ts'
import { Page } from '../../components/page.tsx'
import { EmptyState, ErrorState } from '../../components/states.tsx'
import { Day } from '../../components/values.tsx'
import { useFormat } from '../../i18n/format.ts'
import { BackTo } from './back-to.tsx'
import { OwnLink, OwnList } from './own-list.tsx'
import { useThingId } from './use-my.ts'

export function FileSharesPage() {
  const { t } = useTranslation('my')
  const list = portal.useInfiniteQuery('get', '/my/file-shares', { params: { query: {} } }, byNextCursor)
  return (
    <OwnList
      title={t('nav.fileShares')}
      list={list}
      empty={<EmptyState icon={<IconFiles />} title={t('empty.fileShares')} />}
      columns={[
        {
          key: 'names',
          label: t('file.names'),
          cell: ({ id, names }) => (
            <OwnLink to="/my/$company/file-shares/$id" id={id}>
              {names.join(', ')}
            </OwnLink>
          ),
        },
        { key: 'at', label: t('file.sharedAt'), cell: ({ createdAt }) => <Day at={createdAt} /> },
      ]}
    />
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
