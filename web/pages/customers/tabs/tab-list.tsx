import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DataTable, MoreRows, type Column } from '../../../components/data-table.tsx'
import type { CustomerTab } from '../routes.tsx'

interface TabListProps<Row> {
  tab: CustomerTab
  columns: Column<Row>[]
  rows: Row[] | undefined
  rowKey(row: Row): string
  error: unknown
  onRetry(): void
  /** How the list goes on, where it does. */
  list?: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage(): unknown }
}

/** One kind of thing of a customer's. */
export function TabList<Row>({ tab, list, ...table }: TabListProps<Row>) {
  const { t } = useTranslation('customers')
  return (
    <>
      <DataTable
        caption={t(`tab.${tab}`)}
        {...table}
        empty={
          <Text c="dimmed" py="lg">
            {t(`none.${tab}`)}
          </Text>
        }
      />
      {list && (
        <MoreRows
          onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
          busy={list.isFetchingNextPage}
        />
      )}
    </>
  )
}
