import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { sameSecret } from '../../kernel/link-token.ts'
import { getInvoiceDetails } from './get-invoice-details.ts'
import type { InvoiceDetails } from './invoice.ts'

/** The invoice behind its secret link. A wrong token is answered like a missing invoice. Throws `not_found`. */
// oxlint-disable-next-line house/ask-permission -- getInvoiceDetails asks
export async function getPublicInvoice(ctx: Ctx, id: string, token: string): Promise<InvoiceDetails> {
  const invoice = await getInvoiceDetails(ctx, id)
  if (!sameSecret(token, invoice.linkToken)) throw notFound('invoice')
  return invoice
}
