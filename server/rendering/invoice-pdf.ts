import type { Letterhead } from '../domain/companies/letterhead.ts'
import type { InvoiceDetails } from '../domain/invoices/invoice.ts'
import type { Company, Locale } from '../kernel/context.ts'
import { epcText, qrSquares } from './epc-code.ts'
import { beginPaper, drawAmounts, endPaper, spaced, type Amount, type Paper } from './paper.ts'
import { INK, PAGE, WIDTH, type Sheet } from './sheet.ts'
import { writingOf, type Writing } from './writing.ts'

/**
 * An invoice on A4: who and to whom, its lines, VAT per rate, what was paid and what is left, and how to pay it: online
 * and, where the company has an IBAN and the invoice is in euros, by a QR code of EPC069-12. `link` is its public page.
 * The same invoice makes the same bytes.
 */
export function renderInvoicePdf(
  invoice: InvoiceDetails,
  company: Company,
  from: Letterhead,
  link: string,
  logo?: Buffer,
): Promise<Buffer> {
  const paper: Paper = {
    kind: 'invoice',
    number: invoice.externalNumber,
    issuedOn: invoice.issuedOn,
    locale: (invoice.locale ?? company.locale) as Locale,
    currency: invoice.currency,
    timeZone: company.timeZone,
    from,
    logo,
    to: invoice.recipient,
    lines: invoice.lines.filter(({ kind }) => kind === 'charge'),
  }
  const writing = writingOf(paper)
  const { say, day } = writing
  const sheet = beginPaper(paper, writing, [
    [say.issued, day(invoice.issuedOn)],
    ...(invoice.dueOn === null ? [] : [[say.due, day(invoice.dueOn)] as [string, string]]),
    ...(invoice.reference ? [[say.reference, invoice.reference] as [string, string]] : []),
  ])
  drawLedger(sheet, invoice, writing)
  if (invoice.retractedAt !== null) drawNote(sheet, say.retracted)
  else if (invoice.outstandingCents <= 0) drawNote(sheet, say.nothingOutstanding)
  else drawPayment(sheet, invoice, from, link, writing)
  return endPaper(sheet, paper, writing)
}

/** What came after the charges, and what is left. */
function drawLedger(sheet: Sheet, invoice: InvoiceDetails, { say, money, dayOf }: Writing): void {
  const after = invoice.lines.flatMap(({ kind, description, occurredAt, amountCents }): Amount[] =>
    kind === 'charge'
      ? []
      : [[description || say.on(say.kinds[kind], dayOf(occurredAt)), money(amountCents)]],
  )
  drawAmounts(sheet, [...after, [say.outstanding, money(Math.max(0, invoice.outstandingCents)), 'bold']])
}

function drawNote(sheet: Sheet, text: string): void {
  if (sheet.y + 30 > PAGE.bottom) sheet.newPage()
  sheet.tagged('P', sheet.element('Sect'), () => {
    sheet.y += sheet.write(text, { x: PAGE.left, y: sheet.y, width: WIDTH, bold: true })
  })
}

/** What the payer is asked to mention: our number, which is unique, and the company's. */
const remittanceOf = ({ number, externalNumber }: InvoiceDetails) => `${number} ${externalNumber}`

const CODE = 96

function drawPayment(
  sheet: Sheet,
  invoice: InvoiceDetails,
  from: Letterhead,
  link: string,
  { say, money }: Writing,
): void {
  const { outstandingCents: cents, currency } = invoice
  const remittance = remittanceOf(invoice)
  const iban = currency === 'EUR' ? from.iban : null
  const code =
    iban === null ? undefined : epcText({ name: from.name, iban, bic: from.bic, cents, remittance })
  const x = code === undefined ? PAGE.left : PAGE.left + CODE + 20
  const width = PAGE.right - x
  const transfer =
    iban === null
      ? ''
      : [
          say.transfer(money(cents), spaced(iban), from.name, remittance),
          code === undefined ? '' : say.scan,
        ].join(' ')
  const height = Math.max(code === undefined ? 0 : CODE, 22 + sheet.heightOf(transfer, width))
  sheet.y += 12
  if (sheet.y + height > PAGE.bottom) sheet.newPage()
  const parent = sheet.element('Sect')
  sheet.tagged('Link', sheet.element('P', parent), () =>
    sheet.write(say.payOnline, { x, y: sheet.y, width, bold: true, color: '#1a4f8b', link }),
  )
  if (transfer !== '') sheet.tagged('P', parent, () => sheet.write(transfer, { x, y: sheet.y + 22, width }))
  if (code !== undefined) sheet.tagged('Figure', parent, () => drawCode(sheet, code), say.code)
  sheet.y += height
}

function drawCode({ doc, y }: Sheet, text: string): void {
  const { size, squares } = qrSquares(text)
  const unit = CODE / size
  for (const square of squares) doc.rect(PAGE.left + square.x * unit, y + square.y * unit, unit, unit)
  doc.fill(INK)
}
