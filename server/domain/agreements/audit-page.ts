import PDFKit from 'pdfkit'
import type { AuditWords } from './audit-words.ts'
import { regular, runsOf, semiBold } from './fonts.ts'
import { parseSignature } from './signature.ts'

/** What the page tells of one signature. */
export interface AuditedSignature {
  /** `Dirk Jan Bakker`, or who signed for the company and the company. */
  who: string
  email: string | undefined
  /** A data URL. */
  signature: string
  signatureHash: string
  /** ATOM, in the company's time zone. */
  signedAt: string
  ip: string | undefined
  userAgent: string | undefined
  identified: boolean
}

export interface Audit {
  agreementName: string
  documentName: string
  documentSha256: string
  /** ATOM, in the company's time zone. */
  sealedAt: string
  signatures: AuditedSignature[]
  words: AuditWords
}

const MARGIN = 56
const PICTURE = { width: 150, height: 64 }
const GAP = 16
const INK = '#1b1f24'
const SOFT = '#57606a'

/** The page about the signatures, A4, and more of them where one does not hold it. Resolves to a PDF. */
export function renderAuditPage(audit: Audit): Promise<Buffer> {
  const { words } = audit
  const doc = new PDFKit({
    size: 'A4',
    margin: MARGIN,
    info: { Title: `${words.title}: ${audit.agreementName}`, CreationDate: new Date(audit.sealedAt) },
  })
  const bytes = collect(doc)
  const width = doc.page.width - 2 * MARGIN
  write(doc, words.title, { font: semiBold, size: 20, width })
  doc.moveDown(0.6)
  for (const [name, value] of [
    [words.agreement, audit.agreementName],
    [words.document, audit.documentName],
    [words.original, audit.documentSha256],
    [words.sealed, audit.sealedAt],
  ] as const) {
    write(doc, name, { size: 8, colour: SOFT, width })
    write(doc, value, { size: 10, width })
    doc.moveDown(0.35)
  }
  for (const signature of audit.signatures) drawSignature(doc, signature, words)
  doc.moveDown(1)
  keepTogether(doc, 30)
  write(doc, words.explanation, { size: 7.5, colour: SOFT, width })
  doc.end()
  return bytes
}

function drawSignature(doc: PDFKit.PDFDocument, signature: AuditedSignature, words: AuditWords): void {
  const { email, ip, userAgent } = signature
  const lines = [
    { text: signature.who, font: semiBold, size: 11, colour: INK },
    { text: email, font: regular, size: 9.5, colour: INK },
    { text: `${words.signed} ${signature.signedAt}`, font: regular, size: 9.5, colour: INK },
    { text: ip && `${words.from} ${ip}`, font: regular, size: 9.5, colour: INK },
    { text: userAgent, font: regular, size: 7.5, colour: SOFT },
    { text: signature.identified ? words.identified : undefined, font: regular, size: 8.5, colour: INK },
    {
      text: `${words.signature}: ${signature.signatureHash}`,
      font: regular,
      size: 7.5,
      colour: SOFT,
    },
  ].filter((line): line is typeof line & { text: string } => !!line.text)
  const x = MARGIN + PICTURE.width + GAP
  const width = doc.page.width - MARGIN - x
  // A name of the greatest length takes several lines; nothing of a signature is parted from its picture.
  const height = lines.reduce(
    (sum, { text, font, size }) => sum + doc.font(font).fontSize(size).heightOfString(text, { width }),
    0,
  )
  doc.moveDown(0.8)
  keepTogether(doc, Math.max(height, PICTURE.height) + GAP)
  const top = doc.y + GAP / 2
  doc
    .moveTo(MARGIN, doc.y)
    .lineTo(doc.page.width - MARGIN, doc.y)
    .lineWidth(0.5)
    .strokeColor('#d0d7de')
    .stroke()
  doc.image(parseSignature(signature.signature, 'signature').bytes, MARGIN, top + 2, {
    fit: [PICTURE.width, PICTURE.height],
    valign: 'center',
  })
  doc.y = top
  for (const { text, ...style } of lines) write(doc, text, { ...style, x, width })
  doc.x = MARGIN
  doc.y = Math.max(doc.y, top + PICTURE.height + 4)
}

function keepTogether(doc: PDFKit.PDFDocument, height: number): void {
  if (doc.y + height > doc.page.height - MARGIN) doc.addPage()
}

/** Writes a text from the left edge on, in as many fonts as its letters need. */
function write(
  doc: PDFKit.PDFDocument,
  text: string,
  options: { font?: string; size: number; colour?: string; x?: number; width: number },
): void {
  const { font = regular, size, colour = INK, x = MARGIN, width } = options
  const runs = runsOf(printable(doc.font(font), text))
  doc.fontSize(size).fillColor(colour)
  doc.x = x
  for (const [index, run] of runs.entries())
    // Asked for a feature, even for none, the font lays out the run as a whole: words from right to left stay in order.
    doc.font(run.font ?? font).text(run.text, {
      width,
      continued: index < runs.length - 1,
      ...(run.font === undefined ? {} : { features: [] }),
    })
}

interface WithFont {
  _font: { font: { hasGlyphForCodePoint(point: number): boolean } }
}

/** A letter that no font here has is written as its code point: a box would say nothing. */
function printable(doc: PDFKit.PDFDocument, text: string): string {
  // Only this tells which letters a font has, and it is not in the types.
  // oxlint-disable-next-line no-underscore-dangle -- pdfkit's name for the font at hand
  const { font } = (doc as unknown as WithFont)._font
  return runsOf(text.replace(/\p{Cc}/gu, ' '))
    .map((run) => {
      if (run.font !== undefined) return run.text
      return Array.from(run.text, (letter) => {
        const point = letter.codePointAt(0)!
        if (font.hasGlyphForCodePoint(point) || /\p{Join_Control}/u.test(letter)) return letter
        return `[U+${point.toString(16).toUpperCase().padStart(4, '0')}]`
      }).join('')
    })
    .join('')
}

function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const parts: Buffer[] = []
  return new Promise((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => resolve(Buffer.concat(parts)))
    doc.on('error', reject)
  })
}
