import type { Letterhead } from '../domain/companies/letterhead.ts'
import type { CollectionMessage } from '../domain/collection/message.ts'
import { GENUINE_PATH, shortLink, spacedCode } from '../domain/collection/message-code.ts'
import type { Locale } from '../kernel/context.ts'
import type { PlainDate } from '../kernel/time.ts'
import { collectionWords, type CollectionWords } from './collection-words/words.ts'
import { epcText, qrSquares } from './epc-code.ts'
import { spaced } from './paper.ts'
import { INK, openSheet, PAGE, RULE, SOFT, WIDTH, type Sheet } from './sheet.ts'
import { writingOf, type Writing } from './writing.ts'

/** A message of the collection that is posted. */
export interface PostedLetter {
  says: CollectionMessage
  locale: Locale
  /** As they stand in the window of the envelope; the last may be a country code. */
  to: string[]
  /** The day on it. */
  on: PlainDate
}

const CODE = 84
const BODY_SIZE = 10.5
/** Window of a DL or C5 envelope, left (DIN 5008 form B, NEN 1026): 45 mm from the top, 20 mm from the left edge. */
const WINDOW = { top: 140, width: 235 }

/** One value in each place, once; a value's own braces are not looked at. */
const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)

const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()

/**
 * A letter on A4, ready for print and a window envelope: what is asked, how to pay it online (a code that opens the invoice)
 * and, in euros and with an IBAN, by bank transfer (a code of EPC069-12), and how to find out that it is genuine. The same
 * message makes the same bytes.
 */
export function renderLetter(
  letter: PostedLetter,
  from: Letterhead,
  timeZone: string,
  publicUrl: string,
): Promise<Buffer> {
  const { says, locale } = letter
  const say = collectionWords[locale]
  const writing = writingOf({ locale, currency: says.currency, timeZone })
  const title = say.titles[says.step]
  const sheet = openSheet({
    title: `${title} ${oneLine(says.number)} – ${from.name}`,
    author: from.name,
    language: locale,
    at: new Date(`${letter.on}T12:00:00Z`),
  })
  drawEnvelope(sheet, letter, from, writing)
  drawText(sheet, says, say, from, writing)
  drawPaying(sheet, says, say, from, writing, publicUrl)
  const check = fill(say.check, {
    company: oneLine(from.name),
    code: spacedCode(says.code),
    link: publicUrl + GENUINE_PATH,
  })
  const height = sheet.heightOf(check, WIDTH, 9)
  if (sheet.y + height > PAGE.bottom) sheet.newPage()
  sheet.tagged('P', sheet.element('Sect'), () =>
    sheet.write(check, { x: PAGE.left, y: sheet.y, width: WIDTH, size: 9, color: SOFT }),
  )
  return sheet.finish(
    (page, pages) => `${from.name} · ${title} ${oneLine(says.number)} · ${say.page} ${page}/${pages}`,
  )
}

function drawEnvelope(
  sheet: Sheet,
  { to, on, locale }: PostedLetter,
  from: Letterhead,
  { day }: Writing,
): void {
  const head = sheet.element('Sect')
  sheet.tagged('P', head, () =>
    sheet.write(oneLine(from.name), { x: PAGE.left, y: PAGE.top, width: 280, size: 17, bold: true }),
  )
  const ours = [from.address, [from.zipCode, from.city].filter(Boolean).join(' '), from.email].filter(Boolean)
  sheet.tagged('P', head, () =>
    sheet.write(ours.join('\n'), {
      x: PAGE.left + 300,
      y: PAGE.top + 4,
      width: WIDTH - 300,
      size: 8.5,
      color: SOFT,
    }),
  )
  const country = to.at(-1) ?? ''
  const lines = /^[A-Z]{2}$/.test(country)
    ? [...to.slice(0, -1), ...(country === from.countryCode ? [] : [countryName(country, locale)])]
    : to
  // The post takes six lines; what is more would hide below the window.
  const address = lines.slice(0, 6).map(oneLine).join('\n')
  sheet.tagged('P', head, () =>
    sheet.write(address, { x: PAGE.left, y: WINDOW.top, width: WINDOW.width, size: 10.5 }),
  )
  sheet.y = WINDOW.top + 120
  sheet.tagged('P', head, () => {
    const place = from.city ? `${from.city}, ` : ''
    sheet.y += sheet.write(place + day(on), { x: PAGE.left, y: sheet.y, width: WIDTH, color: SOFT }) + 14
  })
}

function countryName(code: string, locale: Locale): string {
  try {
    return (new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code).toUpperCase()
  } catch {
    return code
  }
}

function drawText(
  sheet: Sheet,
  says: CollectionMessage,
  say: CollectionWords,
  from: Letterhead,
  writing: Writing,
): void {
  const values = {
    company: oneLine(from.name),
    number: oneLine(says.number),
    name: oneLine(says.name),
    fee: writing.money(says.feeCents),
  }
  const own = says.salutation === '' ? undefined : says.salutation
  const greeting = oneLine(fill(own ?? (values.name === '' ? say.hello : say.greeting), values))
  const fee = says.feeCents === 0 ? '' : ` ${says.step === 'chargeback' ? say.chargebackFee : say.lateFee}`
  const parent = sheet.element('Sect')
  const paragraph = (text: string, gap = 10) => {
    const height = sheet.heightOf(text, WIDTH, BODY_SIZE)
    if (sheet.y + height > PAGE.bottom) sheet.newPage()
    sheet.tagged('P', parent, () =>
      sheet.write(text, { x: PAGE.left, y: sheet.y, width: WIDTH, size: BODY_SIZE }),
    )
    sheet.y += height + gap
  }
  sheet.tagged('H1', parent, () => {
    sheet.y +=
      sheet.write(say.titles[says.step], { x: PAGE.left, y: sheet.y, width: WIDTH, size: 15, bold: true }) +
      12
  })
  paragraph(greeting)
  paragraph(fill(say.texts[says.step] + fee, values))
  const note = says.note
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .trim()
  if (note !== '') for (const part of note.split(/\n{2,}/)) paragraph(part)
  sheet.y += 4
  const facts: [string, string][] = [
    [say.number, values.number],
    [say.amount, writing.money(says.amountCents)],
    [say.due, writing.day(says.dueOn)],
    [say.reference, says.reference],
  ]
  for (const [label, value] of facts)
    sheet.tagged('P', parent, () => {
      sheet.write(`${label} `, { x: PAGE.left, y: sheet.y, width: 150, color: SOFT, size: BODY_SIZE })
      sheet.y +=
        sheet.write(value, {
          x: PAGE.left + 150,
          y: sheet.y,
          width: WIDTH - 150,
          bold: label === say.amount,
          size: BODY_SIZE,
        }) + 3
    })
  sheet.y += 12
  paragraph(`${say.closing}\n${values.company}`, 16)
}

function drawPaying(
  sheet: Sheet,
  says: CollectionMessage,
  say: CollectionWords,
  from: Letterhead,
  writing: Writing,
  publicUrl: string,
): void {
  const link = publicUrl + shortLink(says.code)
  drawWay(sheet, say.payOnline, fill(say.payOnlineHow, { link }), link, say.scanPay)
  if (from.iban === null || says.currency !== 'EUR') return
  const remittance = `${says.reference} ${oneLine(says.number)}`
  const code = epcText({
    name: from.name,
    iban: from.iban,
    bic: from.bic,
    cents: says.amountCents,
    remittance,
  })
  const how = fill(say.transferHow, {
    amount: writing.money(says.amountCents),
    iban: spaced(from.iban),
    name: oneLine(from.name),
    reference: remittance,
  })
  drawWay(sheet, say.transfer, how, code, say.scanBank)
}

/** A code at the left, and beside it what to do with it. */
function drawWay(sheet: Sheet, title: string, how: string, code: string | undefined, alt: string): void {
  const x = PAGE.left + CODE + 18
  const width = PAGE.right - x
  const height = Math.max(CODE, 18 + sheet.heightOf(how, width))
  if (sheet.y + height > PAGE.bottom) sheet.newPage()
  const parent = sheet.element('Sect')
  const top = sheet.y
  sheet.artifact(() =>
    sheet.doc
      .moveTo(PAGE.left, top - 8)
      .lineTo(PAGE.right, top - 8)
      .lineWidth(0.75)
      .strokeColor(RULE)
      .stroke(),
  )
  if (code !== undefined) sheet.tagged('Figure', parent, () => drawSquares(sheet, code, top), alt)
  sheet.tagged('P', parent, () => sheet.write(title, { x, y: top + 4, width, bold: true, size: BODY_SIZE }))
  sheet.tagged('P', parent, () => sheet.write(how, { x, y: top + 22, width }))
  sheet.y = top + height + 20
}

function drawSquares({ doc }: Sheet, text: string, top: number): void {
  const { size, squares } = qrSquares(text)
  const unit = CODE / size
  for (const square of squares) doc.rect(PAGE.left + square.x * unit, top + square.y * unit, unit, unit)
  doc.fill(INK)
}
