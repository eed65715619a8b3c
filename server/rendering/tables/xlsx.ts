import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { CellType, Column, Table } from './table.ts'

/** What a sheet holds at most (Excel specifications and limits), less its headings. */
export const MAX_XLSX_ROWS = 1_048_575
/** And a cell of it. */
const MAX_CELL = 32_767

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** By their place in the styles: what is not here is shown as it is. 1 is the headings'. */
const styleOf: Record<CellType, number> = { text: 0, number: 0, day: 2, instant: 3, money: 4 }
const widthOf: Record<CellType, number> = { text: 24, number: 12, day: 12, instant: 18, money: 14 }

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** As the text of an element or the value of an attribute; what XML 1.0 has no place for is left out. */
const escaped = (text: string) =>
  text
    // oxlint-disable-next-line no-control-regex -- these are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (sign) => escapes[sign]!)

const parts = (name: string): Record<string, string> => ({
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${KIND}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  // 14, 22 and 4 are built in: a date, a date and time, an amount, each as the reader's country writes it.
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="22" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
})

/** `A` to `Z`, `AA`, …: how a sheet names its columns, from 0. */
const columnName = (i: number): string =>
  (i < 26 ? '' : columnName(Math.trunc(i / 26) - 1)) + String.fromCharCode(65 + (i % 26))

const textCell = (place: string, text: string, style: number) =>
  `<c r="${place}" t="inlineStr"${style === 0 ? '' : ` s="${style}"`}><is><t xml:space="preserve">${escaped(text.slice(0, MAX_CELL).toWellFormed())}</t></is></c>`

/** Days since the end of 1899, as sheets count them since Lotus took 1900 for a leap year. */
const serialOf = (day: string): number => Date.parse(day) / 86_400_000 + 25_569

/** Seconds of the time of a day, as its share of it. */
function shareOf(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number)
  return (hours * 3600 + minutes * 60 + seconds) / 86_400
}

function numberOf({ type }: { type: CellType }, value: string | number): number {
  if (type === 'money') return Number(value) / 100
  if (type === 'day') return serialOf(String(value))
  if (type === 'instant') return serialOf(String(value).slice(0, 10)) + shareOf(String(value).slice(11))
  return Number(value)
}

function cellOf<Row>(column: Column<Row>, row: Row, place: string): string {
  const value = column.of(row)
  if (value === null || value === '') return ''
  if (column.type === 'text') return textCell(place, String(value), 0)
  return `<c r="${place}" s="${styleOf[column.type]}"><v>${numberOf(column, value)}</v></c>`
}

async function* sheetOf<Row>({ columns, batches }: Table<Row>): AsyncGenerator<string> {
  const names = columns.map((_, i) => columnName(i))
  const cols = columns
    .map(({ type }, i) => `<col min="${i + 1}" max="${i + 1}" width="${widthOf[type]}" customWidth="1"/>`)
    .join('')
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols}</cols><sheetData><row r="1">${columns.map(({ heading }, i) => textCell(`${names[i]}1`, heading, 1)).join('')}</row>`
  let n = 1
  const toRow = (row: Row) => {
    n += 1
    return `<row r="${n}">${columns.map((column, i) => cellOf(column, row, `${names[i]}${n}`)).join('')}</row>`
  }
  for await (const rows of batches) yield rows.map(toRow).join('')
  yield '</sheetData></worksheet>'
}

/**
 * A table as an Office Open XML workbook of one sheet (ECMA-376), with real numbers and dates; made as its rows come, so that
 * a million of them fill no memory.
 */
export function toXlsx<Row>(table: Table<Row>): Readable {
  const zip = new ZipFile()
  for (const [path, text] of Object.entries(parts(table.name))) zip.addBuffer(Buffer.from(HEAD + text), path)
  const sheet = Readable.from(sheetOf(table), { objectMode: false })
  const out = zip.outputStream as Readable
  // The one does not hear of the other by itself.
  sheet.once('error', (error) => out.destroy(error))
  out.once('close', () => sheet.destroy())
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml')
  zip.end()
  return out
}
