import type { Letterhead } from '../domain/companies/letterhead.ts'
import { displayName, personName, streetOf, type Recipient } from '../domain/customers/customer.ts'
import { vatBreakdown } from '../domain/invoices/vat.ts'
import type { Locale } from '../kernel/context.ts'
import type { PlainDate } from '../kernel/time.ts'
import { openSheet, INK, PAGE, RULE, SOFT, WIDTH, type Sheet } from './sheet.ts'
import { drawTable, type Column } from './table.ts'
import type { Writing } from './writing.ts'

/** One line of an invoice or offer. Net and rate are null where it came without VAT. */
export interface PaperLine {
  description: string | null
  amountCents: number
  netCents: number | null
  vatRate: number | null
}

/** What invoices and offers have in common on paper. */
export interface Paper {
  kind: 'invoice' | 'offer'
  number: string
  issuedOn: PlainDate
  locale: Locale
  currency: string
  timeZone: string
  from: Letterhead
  /** A PNG or JPEG, in place of the large name. */
  logo?: Buffer | undefined
  to: Recipient
  lines: PaperLine[]
}

/** Opens the paper: who, to whom, what it is, its facts and its lines with the totals. What follows is the caller's. */
export function beginPaper(paper: Paper, writing: Writing, facts: [name: string, value: string][]): Sheet {
  const title = `${writing.say[paper.kind]} ${paper.number}`
  const sheet = openSheet({
    title: `${title} – ${paper.from.name}`,
    author: paper.from.name,
    language: paper.locale,
    at: new Date(`${paper.issuedOn}T12:00:00Z`),
  })
  drawHead(sheet, paper, writing)
  drawTitle(sheet, title, facts)
  drawLines(sheet, paper, writing)
  drawTotals(sheet, paper, writing)
  return sheet
}

const present = (lines: (string | null)[]) => lines.filter((line) => line !== null && line.trim() !== '')

const LOGO = { width: 220, height: 44 }

function drawHead(sheet: Sheet, { from, logo, to, locale }: Paper, { say }: Writing): void {
  const country = (code: string) =>
    code === from.countryCode ? '' : (new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code)
  const ours = present([
    logo === undefined ? null : from.name,
    from.address,
    [from.zipCode, from.city].filter(Boolean).join(' '),
    from.email,
    from.vatNumber && `${say.vatNumber} ${from.vatNumber}`,
    from.cocNumber && `${say.cocNumber} ${from.cocNumber}`,
    from.iban && `IBAN ${spaced(from.iban)}`,
  ])
  const person = personName(to)
  const theirs = present([
    displayName(to),
    person === displayName(to) ? null : person,
    streetOf(to),
    to.address.address2,
    `${to.address.zipCode} ${to.address.city}`,
    /^[A-Z]{2}$/.test(to.address.countryCode) ? country(to.address.countryCode) : null,
  ])
  const head = sheet.element('Sect')
  const nameWidth = 280
  const right = { x: PAGE.left + 300, width: WIDTH - 300 }
  if (logo === undefined)
    sheet.tagged('P', head, () =>
      sheet.write(from.name, { x: PAGE.left, y: PAGE.top, width: nameWidth, size: 17, bold: true }),
    )
  else
    sheet.tagged(
      'Figure',
      head,
      () => sheet.doc.image(logo, PAGE.left, PAGE.top, { fit: [LOGO.width, LOGO.height] }),
      from.name,
    )
  let y = PAGE.top + 4
  sheet.tagged('P', head, () => {
    y += sheet.write(ours.join('\n'), { ...right, y, size: 8.5, color: SOFT })
  })
  const nameBottom =
    PAGE.top + (logo === undefined ? sheet.heightOf(from.name, nameWidth, 17, true) : LOGO.height)
  // Where the window of a C5 or DL envelope is.
  const top = Math.max(PAGE.top + 84, nameBottom + 16)
  sheet.tagged('P', head, () => {
    const height = sheet.write(theirs.join('\n'), { x: PAGE.left, y: top, width: nameWidth, size: 10.5 })
    sheet.y = Math.max(top + height, y) + 40
  })
}

function drawTitle(sheet: Sheet, title: string, facts: [string, string][]): void {
  sheet.tagged('H1', sheet.element('Sect'), () => {
    sheet.y += sheet.write(title, { x: PAGE.left, y: sheet.y, width: WIDTH, size: 20, bold: true }) + 10
  })
  const parent = sheet.element('Sect')
  const nameWidth = 130
  for (const [name, value] of facts)
    sheet.tagged('P', parent, () => {
      sheet.write(`${name} `, { x: PAGE.left, y: sheet.y, width: nameWidth, color: SOFT })
      sheet.y += sheet.write(value, { x: PAGE.left + nameWidth, y: sheet.y, width: WIDTH - nameWidth }) + 3
    })
  sheet.y += 18
}

function drawLines(sheet: Sheet, { lines, kind }: Paper, { say, money, percent }: Writing): void {
  const withVat = lines.some((line) => line.vatRate !== null)
  const columns: Column[] = withVat
    ? [
        { title: say.description, width: WIDTH - 180 },
        { title: say.vat, width: 60, align: 'right' },
        { title: say.amountExclVat, width: 120, align: 'right' },
      ]
    : [
        { title: say.description, width: WIDTH - 120 },
        { title: say.amount, width: 120, align: 'right' },
      ]
  drawTable(
    sheet,
    columns,
    lines.map((line) => {
      const description = line.description || say[kind]
      if (!withVat) return [description, money(line.amountCents)]
      const rate = line.vatRate === null ? '–' : percent(line.vatRate)
      return [description, rate, money(line.netCents ?? line.amountCents)]
    }),
  )
}

function drawTotals(sheet: Sheet, { lines }: Paper, { say, money, percent }: Writing): void {
  const rated = lines.flatMap(({ netCents, vatRate }) =>
    netCents === null || vatRate === null ? [] : [{ netCents, vatRate }],
  )
  const total = lines.reduce((sum, line) => sum + line.amountCents, 0)
  if (rated.length === 0) return drawAmounts(sheet, [[say.total, money(total), 'bold']])
  const { rates, taxCents } = vatBreakdown(rated)
  drawAmounts(sheet, [
    [say.totalExclVat, money(total - taxCents)],
    ...rates.map((rate): Amount => [
      say.vatOf(percent(rate.vatRate), money(rate.baseCents)),
      money(rate.taxCents),
    ]),
    [say.totalInclVat, money(total), 'bold'],
  ])
}

export type Amount = [name: string, amount: string, weight?: 'bold']

/** Amounts below the lines, at the right; those that belong together stay together. */
export function drawAmounts(sheet: Sheet, amounts: Amount[]): void {
  const x = PAGE.left + 200
  const nameWidth = WIDTH - 200 - 110
  const heights = amounts.map(
    ([name, , weight]) => sheet.heightOf(name, nameWidth, 9.5, weight === 'bold') + 5,
  )
  const height = heights.reduce((sum, one) => sum + one, 0)
  if (sheet.y + height > PAGE.bottom) sheet.newPage()
  const parent = sheet.element('Sect')
  amounts.forEach(([name, amount, weight], i) => {
    const bold = weight === 'bold'
    if (bold) sheet.artifact(() => rule(sheet, x, sheet.y))
    sheet.y += bold ? 4 : 0
    sheet.tagged('P', parent, () => {
      sheet.write(`${name} `, { x, y: sheet.y, width: nameWidth, bold, color: bold ? INK : SOFT })
      sheet.write(amount, { x: PAGE.right - 110, y: sheet.y, width: 110, align: 'right', bold })
    })
    sheet.y += heights[i]!
  })
  sheet.y += 8
}

const rule = ({ doc }: Sheet, x: number, y: number) =>
  doc.moveTo(x, y).lineTo(PAGE.right, y).lineWidth(0.75).strokeColor(RULE).stroke()

/** An IBAN in groups of four, as it is read, not broken over lines. */
export const spaced = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1\u00a0')

/** Ends the paper: what it is and the page at the foot of each. */
export const endPaper = (sheet: Sheet, { kind, number, from }: Paper, { say }: Writing): Promise<Buffer> =>
  sheet.finish((page, pages) => `${from.name} · ${say[kind]} ${number} · ${say.page(page, pages)}`)
