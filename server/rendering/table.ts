import { PAGE, RULE, SOFT, WIDTH, type Element, type Sheet } from './sheet.ts'

export interface Column {
  title: string
  width: number
  align?: 'left' | 'right'
}

const SIZE = 9.5
const PADDING = 5
const GAP = 12

/**
 * A table over as many pages as it takes, its head on each. A row is not torn, unless it is longer than a page: then it
 * goes on where it must. Screen readers hear the head once.
 */
export function drawTable(sheet: Sheet, columns: Column[], rows: string[][]): void {
  const table = sheet.element('Table')
  const xs = columns.map((_, i) => PAGE.left + columns.slice(0, i).reduce((sum, { width }) => sum + width, 0))
  const cells = (row: string[], write: (text: string, column: Column, x: number) => void) =>
    row.forEach((text, i) => write(text, columns[i]!, xs[i]!))
  const inner = ({ width }: Column, x: number) => (x === PAGE.left ? width - GAP : width)
  const heightOf = (row: string[], bold = false) =>
    Math.max(...row.map((text, i) => sheet.heightOf(text, inner(columns[i]!, xs[i]!), SIZE, bold)))

  const titles = columns.map(({ title }) => title)
  const headHeight = heightOf(titles, true) + 2 * PADDING
  const writeTitle = (text: string, column: Column, x: number) =>
    sheet.write(text, {
      x,
      y: sheet.y + PADDING,
      width: inner(column, x),
      ...(column.align ? { align: column.align } : {}),
      size: SIZE,
      bold: true,
      color: SOFT,
    })
  const headLine = () => {
    sheet.y += headHeight
    sheet.artifact(() => line(sheet, 1))
  }
  const head: Element = sheet.element('TR', sheet.element('THead', table))
  cells(titles, (text, column, x) => sheet.tagged('TH', head, () => writeTitle(text, column, x)))
  headLine()

  const body = sheet.element('TBody', table)
  for (const row of rows) {
    const height = heightOf(row) + 2 * PADDING
    if (sheet.y + height > PAGE.bottom) {
      sheet.newPage()
      sheet.artifact(() => cells(titles, writeTitle))
      headLine()
    }
    const element = sheet.element('TR', body)
    cells(row, (text, column, x) =>
      sheet.tagged('TD', element, () =>
        sheet.write(text, {
          x,
          y: sheet.y + PADDING,
          width: inner(column, x),
          ...(column.align ? { align: column.align } : {}),
          size: SIZE,
        }),
      ),
    )
    sheet.y += height
    sheet.artifact(() => line(sheet, 0.5))
  }
  sheet.y += 12
}

const line = ({ doc, y }: Sheet, width: number) =>
  doc
    .moveTo(PAGE.left, y)
    .lineTo(PAGE.left + WIDTH, y)
    .lineWidth(width)
    .strokeColor(RULE)
    .stroke()
