import { timingSafeEqual } from 'node:crypto'
import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { getInvoiceDetails } from './get-invoice-details.ts'
import type { InvoiceDetails } from './invoice.ts'

/** The invoice behind its secret link. A wrong token is answered like a missing invoice. Throws `not_found`. */
// oxlint-disable-next-line house/ask-permission -- getInvoiceDetails asks
export async function getPublicInvoice(ctx: Ctx, id: string, token: string): Promise<InvoiceDetails> {
  const invoice = await getInvoiceDetails(ctx, id)
  if (!sameSecret(token, invoice.linkToken)) throw notFound('invoice')
  return invoice
}

/** The number of the company in a link's token: `123-…`. Undefined when it has not the form of one. */
export function companyOfLinkToken(token: string): number | undefined {
  const match = /^([1-9]\d{0,9})-[\w-]{24}$/.exec(token)
  const companyId = Number(match?.[1] ?? 0)
  return companyId > 0 && companyId <= 0x7fffffff ? companyId : undefined
}

function sameSecret(given: string, expected: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}
