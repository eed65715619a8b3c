import { stringify } from 'csv-stringify/sync'
import { formatCents } from '../../kernel/money.ts'
import type { Column, Table } from './table.ts'

/** How the values are parted and decimals are written: spreadsheets go by the country that they are in. */
export const csvStyles = {
  /** `a,b` and `12.95`. */
  comma: { delimiter: ',', decimal: '.' },
  /** `a;b` and `12,95`. */
  semicolon: { delimiter: ';', decimal: ',' },
} as const
export type CsvStyle = keyof typeof csvStyles

/** Without it spreadsheets take UTF-8 for something else. */
const BYTE_ORDER_MARK = '\ufeff'

/**
 * A text that a spreadsheet would calculate is shown instead: it begins with an apostrophe then (OWASP, CSV injection).
 * Amounts and dates are no texts.
 */
export const neutral = (text: string): string => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text)

function cellOf<Row>(column: Column<Row>, row: Row, decimal: string): string {
  const value = column.of(row)
  if (value === null) return ''
  if (column.type === 'money') return formatCents(Number(value)).replace('.', decimal)
  if (column.type === 'instant') return String(value).replace('T', ' ')
  return column.type === 'text' ? neutral(String(value)) : String(value)
}

/** A table as comma-separated values (RFC 4180), in UTF-8. */
export async function* toCsv<Row>({ columns, batches }: Table<Row>, style: CsvStyle): AsyncGenerator<string> {
  const { delimiter, decimal } = csvStyles[style]
  const lines = (rows: string[][]) =>
    stringify(rows, { delimiter, record_delimiter: 'windows', quoted_match: /[\r\n]/ })
  yield BYTE_ORDER_MARK + lines([columns.map(({ heading }) => neutral(heading))])
  for await (const rows of batches)
    yield lines(rows.map((row) => columns.map((column) => cellOf(column, row, decimal))))
}
