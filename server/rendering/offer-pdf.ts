import type { Letterhead } from '../domain/companies/letterhead.ts'
import type { OfferDetails } from '../domain/offers/offer.ts'
import type { Company } from '../kernel/context.ts'
import { beginPaper, endPaper, type Paper } from './paper.ts'
import { PAGE, WIDTH, type Sheet } from './sheet.ts'
import { writingOf, type Writing } from './writing.ts'

/**
 * An offer on A4: who and to whom, its lines and VAT per rate, until when it stands, and how it was answered, with the
 * signature. `link` is where its customer answers it, where there is such a page. The same offer makes the same bytes.
 */
export function renderOfferPdf(
  offer: OfferDetails,
  company: Company,
  from: Letterhead,
  logo?: Buffer,
): Promise<Buffer> {
  const paper: Paper = {
    kind: 'offer',
    number: offer.number,
    issuedOn: offer.issuedOn,
    locale: company.locale,
    currency: offer.currency,
    timeZone: company.timeZone,
    from,
    logo,
    to: offer.recipient,
    lines: offer.lines,
  }
  const writing = writingOf(paper)
  const { say, day } = writing
  const sheet = beginPaper(paper, writing, [
    [say.issued, day(offer.issuedOn)],
    [say.validUntil, day(offer.expiresOn)],
  ])
  drawAnswer(sheet, offer, writing)
  return endPaper(sheet, paper, writing)
}

const SIGNATURE = { width: 180, height: 70 }

function drawAnswer(sheet: Sheet, offer: OfferDetails, { say, momentOf }: Writing): void {
  const answer =
    offer.acceptedAt !== null
      ? say.accepted(momentOf(offer.acceptedAt))
      : offer.rejectedAt !== null
        ? say.rejected(momentOf(offer.rejectedAt))
        : undefined
  if (answer === undefined) return
  const { acceptanceSignature } = offer
  const image = acceptanceSignature === null ? undefined : Buffer.from(acceptanceSignature, 'base64')
  sheet.y += 16
  if (sheet.y + 30 + (image ? SIGNATURE.height : 0) > PAGE.bottom) sheet.newPage()
  const parent = sheet.element('Sect')
  sheet.tagged('P', parent, () => {
    sheet.y += sheet.write(answer, { x: PAGE.left, y: sheet.y, width: WIDTH, bold: true }) + 8
  })
  if (!image) return
  const { doc, y } = sheet
  sheet.tagged(
    'Figure',
    parent,
    () => doc.image(image, PAGE.left, y, { fit: [SIGNATURE.width, SIGNATURE.height] }),
    say.signature,
  )
  sheet.y += SIGNATURE.height
}
