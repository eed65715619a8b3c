import { Anchor } from '@mantine/core'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { rowsOf } from '../../client/pages.ts'
import { DataTable, MoreRows, type Column } from '../../components/data-table.tsx'
import { Page } from '../../components/page.tsx'
import { useCompanyId } from './use-my.ts'

interface OwnListProps<Row> {
  title: string
  list: UseInfiniteQueryResult<InfiniteData<{ data: Row[] }>, unknown>
  columns: Column<Row>[]
  /** What to show where there is nothing. */
  empty: ReactNode
}

/** A page that is a list of what is the customer's own. */
export function OwnList<Row extends { id: string }>({ title, list, columns, empty }: OwnListProps<Row>) {
  return (
    <Page title={title}>
      <DataTable
        caption={title}
        rows={rowsOf(list.data)}
        rowKey={({ id }) => id}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={empty}
        columns={columns}
      />
      <MoreOfOwn list={list} />
    </Page>
  )
}

/** Below a list that may go on. */
export const MoreOfOwn = ({ list }: { list: UseInfiniteQueryResult<unknown, unknown> }) => (
  <MoreRows
    onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
    busy={list.isFetchingNextPage}
  />
)

interface OwnLinkProps {
  to: `/my/$company/${'invoices' | 'offers' | 'file-shares' | 'file-requests'}/$id`
  id: string
  children: ReactNode
}

/** From a row to the page of it. */
export function OwnLink({ to, id, children }: OwnLinkProps) {
  const company = useCompanyId()
  return (
    <Anchor renderRoot={(props) => <Link to={to} params={{ company, id }} {...props} />}>{children}</Anchor>
  )
}
