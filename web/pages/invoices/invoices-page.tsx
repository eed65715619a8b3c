import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFileInvoice, IconPlus } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../components/links.tsx'
import { portal } from '../../client/client.ts'
import { useMe } from '../../client/me.ts'
import { byNextCursor, rowsOf } from '../../client/pages.ts'
import { DataTable, MoreRows } from '../../components/data-table.tsx'
import { Page } from '../../components/page.tsx'
import { EmptyState } from '../../components/states.tsx'
import { Amount } from '../../components/values.tsx'
import { PaperForm } from '../papers/paper-form.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { BulkProgress } from './bulk-progress.tsx'
import type { Chosen } from './chosen.ts'
import { chosenColumns, useColumns } from './columns.tsx'
import { FilterBar } from './filter-bar.tsx'
import { filtersOf, isFiltered, type Filters, type InvoiceRow, type Search } from './search.ts'
import { ViewTabs } from './view-tabs.tsx'

const nobody: Chosen = { ids: new Set() }

export function InvoicesPage() {
  const { t } = useTranslation(['invoices', 'papers'])
  const [making, { open, close }] = useDisclosure()
  const { may } = useMe()
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const go = (change: Search, replace = false) =>
    void navigate({ to: '.', search: change as never, replace, resetScroll: false })
  const filters = filtersOf(search)
  const sort = search.sort ?? '-createdAt'
  const list = portal.useInfiniteQuery(
    'get',
    '/invoices',
    { params: { query: { ...filters, sort, limit: 25 } } },
    byNextCursor,
  )
  const rows = rowsOf(list.data)
  // What was chosen is of one filter: with another, nothing is.
  const key = JSON.stringify(filters)
  const [selection, setSelection] = useState({ key, chosen: nobody })
  const chosen = selection.key === key ? selection.chosen : nobody
  const choose = (next: Chosen) => setSelection({ key, chosen: next })
  const columns = useColumns(chosenColumns(search.columns), sort, (next) => go({ ...search, sort: next }))
  const maySelect = may('invoices:write') || may('tickets:write')
  return (
    <Page
      title={t('title')}
      actions={
        may('invoices:write') && (
          <>
            <ButtonLink to="/desk/imports" variant="default">
              {t('toImports')}
            </ButtonLink>
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
              {t('papers:invoice.new')}
            </Button>
          </>
        )
      }
    >
      <Stack gap="md">
        <ViewTabs search={search} go={go} />
        <FilterBar search={search} go={go} />
        <Sums filters={filters} />
        {search.bulk !== undefined && (
          <BulkProgress
            id={search.bulk}
            onClose={() => {
              const { bulk: _, ...rest } = search
              go(rest)
            }}
          />
        )}
        {maySelect && rows !== undefined && rows.length > 0 && (
          <BulkBar
            rows={rows}
            chosen={chosen}
            choose={choose}
            filters={filters}
            onStarted={(bulk) => {
              choose(nobody)
              go({ ...search, bulk })
            }}
          />
        )}
        <DataTable
          caption={t('title')}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          error={list.error}
          onRetry={() => void list.refetch()}
          empty={<Nothing search={search} onClear={() => go({})} onNew={open} />}
          {...(maySelect
            ? { before: (row: InvoiceRow) => <Tick row={row} chosen={chosen} choose={choose} /> }
            : {})}
        />
        <MoreRows
          onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
          busy={list.isFetchingNextPage}
        />
      </Stack>
      <PaperForm
        paper="invoice"
        opened={making}
        onClose={close}
        customerId={null}
        onDone={(invoiceId) => void navigate({ to: '/desk/invoices/$invoiceId', params: { invoiceId } })}
      />
    </Page>
  )
}

function Tick({ row, chosen, choose }: { row: InvoiceRow; chosen: Chosen; choose(next: Chosen): void }) {
  const { t } = useTranslation('invoices')
  const all = 'all' in chosen
  return (
    <Checkbox
      aria-label={t('select', { number: row.invoiceNumber })}
      checked={all || chosen.ids.has(row.id)}
      disabled={all}
      onChange={() => {
        if (all) return
        const ids = new Set(chosen.ids)
        if (!ids.delete(row.id)) ids.add(row.id)
        choose({ ids })
      }}
    />
  )
}

/** What all that fits adds up to, on whatever page. */
function Sums({ filters }: { filters: Filters }) {
  const { t } = useTranslation('invoices')
  const { data } = portal.useQuery('get', '/invoices/sums', { params: { query: filters } })
  const facts = useMemo(
    () =>
      data && [
        { label: t('sums.amount'), value: data.amount },
        { label: t('sums.outstanding'), value: data.outstanding },
        { label: t('sums.overdue'), value: data.overdue },
      ],
    [data, t],
  )
  return (
    <Group
      gap="lg"
      mih={24}
      style={{ rowGap: 4 }}
      component="section"
      aria-label={t('sums.label')}
      aria-busy={data === undefined}
    >
      {data && facts && (
        <>
          <Text fw={600}>{t('sums.count', { count: data.count })}</Text>
          {facts.map(({ label, value }) => (
            <Text key={label} size="sm">
              <Text span c="dimmed" inherit>
                {label}
              </Text>{' '}
              <Amount value={value} currency={data.currency} />
            </Text>
          ))}
        </>
      )}
    </Group>
  )
}

function Nothing({ search, onClear, onNew }: { search: Search; onClear(): void; onNew(): void }) {
  const { t } = useTranslation(['invoices', 'papers'])
  const { may } = useMe()
  if (isFiltered(search))
    return (
      <EmptyState
        icon={<IconFileInvoice />}
        title={t('none.title')}
        action={
          <Button variant="default" onClick={onClear}>
            {t('filter.clear')}
          </Button>
        }
      >
        {t('none.text')}
      </EmptyState>
    )
  return (
    <EmptyState
      icon={<IconFileInvoice />}
      title={t('empty.title')}
      action={
        may('invoices:write') ? (
          <Group gap="sm" justify="center">
            <ButtonLink to="/desk/imports" variant="default">
              {t('toImports')}
            </ButtonLink>
            <Button onClick={onNew}>{t('papers:invoice.new')}</Button>
          </Group>
        ) : undefined
      }
    >
      {t('empty.text')}
    </EmptyState>
  )
}
