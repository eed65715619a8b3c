import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../../client/client.ts'
import { byNumber, rowsOf } from '../../../client/pages.ts'
import { AnchorLink } from '../../../components/links.tsx'
import { Day, StateBadge } from '../../../components/values.tsx'
import { TabList } from './tab-list.tsx'

/** What was asked of the customer, and what was shared with them. */
export function FilesTab({ customerId }: { customerId: string }) {
  const { t } = useTranslation('customers')
  const query = { params: { query: { customerId, per_page: 25 } } }
  const requests = v1.useInfiniteQuery('get', '/file-requests', query, byNumber)
  const shares = v1.useInfiniteQuery('get', '/file-shares', query, byNumber)
  const asked = rowsOf(requests.data)
  const shared = rowsOf(shares.data)
  const nothing = asked?.length === 0 && shared?.length === 0
  return (
    <Stack gap="lg">
      {(nothing || asked?.length !== 0) && (
        <TabList
          tab="files"
          list={requests}
          rows={asked}
          rowKey={({ id }) => id}
          error={requests.error}
          onRetry={() => void requests.refetch()}
          columns={[
            {
              key: 'what',
              label: t('request'),
              cell: ({ id, name }) => (
                <AnchorLink to="/desk/files/requests" search={{ request: id }}>
                  {name}
                </AnchorLink>
              ),
            },
            {
              key: 'state',
              label: t('state'),
              cell: ({ completedAt, requestedFiles: files }) => (
                <StateBadge color={completedAt ? 'teal' : 'balie'}>
                  {completedAt
                    ? t('received')
                    : t('waitingFor', {
                        received: files.filter((file) => file.uploadedFileId !== null).length,
                        all: files.length,
                      })}
                </StateBadge>
              ),
            },
            { key: 'made', label: t('made'), cell: ({ createdAt }) => <Day at={createdAt.slice(0, 10)} /> },
          ]}
        />
      )}
      {shared?.length !== 0 && (
        <TabList
          tab="files"
          list={shares}
          rows={shared}
          rowKey={({ id }) => id}
          error={shares.error}
          onRetry={() => void shares.refetch()}
          columns={[
            {
              key: 'what',
              label: t('share'),
              cell: ({ sharedContent }) => sharedContent.map(({ name }) => name).join(', ') || '–',
            },
            { key: 'made', label: t('made'), cell: ({ createdAt }) => <Day at={createdAt.slice(0, 10)} /> },
          ]}
        />
      )}
    </Stack>
  )
}
