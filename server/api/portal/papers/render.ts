import type { FastifyReply } from 'fastify'
import { getOwnLogo } from '../../../domain/companies/find-logo.ts'
import { getLetterhead } from '../../../domain/companies/letterhead.ts'
import type { InvoiceDetails } from '../../../domain/invoices/invoice.ts'
import type { OfferDetails } from '../../../domain/offers/offer.ts'
import type { Ctx, Locale } from '../../../kernel/context.ts'
import { words } from '../../../rendering/words.ts'
import { encodeUuid } from '../../../kernel/base32.ts'
import { contentDisposition } from '../../send-document.ts'
import type { Deps } from '../../edge.ts'

// What draws PDFs takes 80 MB: it is loaded with the first of them.
const invoices = () => import('../../../rendering/invoice-pdf.ts')
const offers = () => import('../../../rendering/offer-pdf.ts')

/** A PDF and what it is called when it is kept. */
interface RenderedPdf {
  name: string
  bytes: Buffer
}

const nameOf = (what: string, number: string) => `${what} ${number}.pdf`.replace(/[\p{Cc}/\\:*?"<>|]/gu, '-')

/** PDFs have no WebP. */
async function logoOf(ctx: Ctx): Promise<Buffer | undefined> {
  const logo = await getOwnLogo(ctx)
  return logo?.type === 'image/webp' ? undefined : logo?.bytes
}

export async function invoicePdf(ctx: Ctx, invoice: InvoiceDetails, deps: Deps): Promise<RenderedPdf> {
  const link = `${deps.publicUrl()}/public-invoice/inv_${encodeUuid(invoice.id)}/pay/${invoice.linkToken}`
  const { renderInvoicePdf } = await invoices()
  const { invoice: what } = words[(invoice.locale ?? ctx.company.locale) as Locale]
  return {
    name: nameOf(what, invoice.externalNumber),
    bytes: await renderInvoicePdf(invoice, ctx.company, await getLetterhead(ctx), link, await logoOf(ctx)),
  }
}

export async function offerPdf(ctx: Ctx, offer: OfferDetails): Promise<RenderedPdf> {
  const { renderOfferPdf } = await offers()
  return {
    name: nameOf(words[ctx.company.locale].offer, offer.number),
    bytes: await renderOfferPdf(offer, ctx.company, await getLetterhead(ctx), await logoOf(ctx)),
  }
}

/** Answers with a PDF to read or keep. Its address holds a secret, which is told to nobody. */
export const sendPdf = (reply: FastifyReply, { name, bytes }: RenderedPdf): FastifyReply =>
  reply
    .headers({
      'content-type': 'application/pdf',
      'content-disposition': contentDisposition(name),
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; sandbox",
      'referrer-policy': 'no-referrer',
    })
    .send(bytes)
