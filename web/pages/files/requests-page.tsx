import { Anchor, Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFileImport, IconPlus } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import { useCustomerNames } from '../../client/customer-names.ts'
import { useMe } from '../../client/me.ts'
import { byNumber, rowsOf } from '../../client/pages.ts'
import type { components } from '../../client/v1.generated.ts'
import { DataTable, MoreRows, type Column } from '../../components/data-table.tsx'
import { AnchorLink } from '../../components/links.tsx'
import { Page } from '../../components/page.tsx'
import { EmptyState } from '../../components/states.tsx'
import { Moment } from '../../components/values.tsx'
import { FilesTabs } from './files-tabs.tsx'
import { RequestDrawer } from './request-drawer.tsx'
import { RequestForm } from './request-form.tsx'
import { RequestState } from './request-state.tsx'
import { fileRequestsRoute } from './routes.tsx'

type FileRequest = components['schemas']['FileRequest']

export function RequestsPage() {
  const { t } = useTranslation(['files', 'common'])
  const { may } = useMe()
  const { request } = fileRequestsRoute.useSearch()
  const navigate = useNavigate({ from: fileRequestsRoute.fullPath })
  const show = (id: string | undefined) => void navigate({ search: { request: id }, replace: true })
  const [creating, { open, close }] = useDisclosure()
  const list = v1.useInfiniteQuery('get', '/file-requests', { params: { query: { per_page: 50 } } }, byNumber)
  const rows = rowsOf(list.data)
  const { nameOf } = useCustomerNames((rows ?? []).map(({ customerId }) => customerId))
  const create = may('filerequest:write') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
      {t('newRequest')}
    </Button>
  )
  const columns: Column<FileRequest>[] = [
    {
      key: 'name',
      label: t('request'),
      cell: ({ id, name }) => (
        <AnchorLink to="/desk/files/requests" search={{ request: id }}>
          {name}
        </AnchorLink>
      ),
    },
    {
      key: 'who',
      label: t('ofWhom'),
      cell: ({ customerId: id }) =>
        id === null ? (
          t('anyone')
        ) : (
          <Anchor component={Link} to={`/desk/customers/${id}`}>
            {nameOf(id) ?? '…'}
          </Anchor>
        ),
    },
    { key: 'state', label: t('state'), cell: (row) => <RequestState request={row} /> },
    { key: 'since', label: t('since'), cell: ({ createdAt }) => <Moment at={createdAt} /> },
  ]
  return (
    <Page title={t('title')} actions={create}>
      <FilesTabs here="requests">
        <DataTable
          caption={t('requests')}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          error={list.error}
          onRetry={() => void list.refetch()}
          empty={
            <EmptyState icon={<IconFileImport />} title={t('noRequests')} action={create}>
              {t('noRequestsText')}
            </EmptyState>
          }
        />
        <MoreRows
          onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
          busy={list.isFetchingNextPage}
        />
      </FilesTabs>
      <RequestForm opened={creating} onClose={close} onDone={show} />
      <RequestDrawer requestId={request} onClose={() => show(undefined)} />
    </Page>
  )
}
