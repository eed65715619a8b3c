import { useTranslation } from 'react-i18next'
import { AnchorLink } from '../../components/links.tsx'
import type { Column } from '../../components/data-table.tsx'
import { Amount, Day } from '../../components/values.tsx'
import { InvoiceState } from './invoice-state.tsx'
import { sorts, type InvoiceRow, type Sort, type SortName } from './search.ts'

export const columnNames = [
  'invoiceNumber',
  'recipient',
  'state',
  'amount',
  'outstanding',
  'dueAt',
  'issuedAt',
  'paidAt',
  'import',
  'reference',
  'email',
  'createdAt',
] as const
export type ColumnName = (typeof columnNames)[number]

const usual: ColumnName[] = ['invoiceNumber', 'recipient', 'state', 'amount', 'outstanding', 'dueAt']

/** The columns that were chosen, in the table's order; the number is always there: it opens the invoice. */
export function chosenColumns(columns: string | undefined): ColumnName[] {
  const chosen = columns?.split(',') ?? usual
  return columnNames.filter((name) => name === 'invoiceNumber' || chosen.includes(name))
}

const numeric = new Set<ColumnName>(['amount', 'outstanding'])

function Cell({ name, row }: { name: ColumnName; row: InvoiceRow }) {
  switch (name) {
    case 'invoiceNumber':
      return (
        <AnchorLink to="/desk/invoices/$invoiceId" params={{ invoiceId: row.id }}>
          {row.invoiceNumber}
        </AnchorLink>
      )
    case 'state':
      return <InvoiceState invoice={row} />
    case 'amount':
    case 'outstanding':
      return <Amount value={row[name]} currency={row.currency} />
    case 'dueAt':
    case 'issuedAt':
    case 'paidAt':
    case 'createdAt':
      return row[name] === null ? '–' : <Day at={row[name]} />
    case 'import':
      return (
        <AnchorLink to="/desk/imports/$importId" params={{ importId: row.importId }}>
          {row.importTitle ?? '–'}
        </AnchorLink>
      )
    case 'recipient':
    case 'reference':
    case 'email':
      return row[name] || '–'
  }
}

/** The table's columns; heads of those that order it do so. */
export function useColumns(
  chosen: ColumnName[],
  sort: Sort,
  onSort: (sort: Sort) => void,
): Column<InvoiceRow>[] {
  const { t } = useTranslation('invoices')
  return chosen.map((name) => ({
    key: name,
    label: t(`column.${name}`),
    numeric: numeric.has(name),
    heading: name === 'invoiceNumber',
    cell: (row) => <Cell name={name} row={row} />,
    ...(sorts.includes(name as SortName)
      ? {
          order: {
            now:
              sort === name
                ? ('ascending' as const)
                : sort === `-${name}`
                  ? ('descending' as const)
                  : ('none' as const),
            change: () => onSort((sort === `-${name}` ? name : `-${name}`) as Sort),
          },
        }
      : {}),
  }))
}
