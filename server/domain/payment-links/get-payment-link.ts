import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { paymentLinkColumns, type PaymentLink } from './payment-link.ts'

/** One payment link of the company. Throws `forbidden`, `not_found`. */
export async function getPaymentLink(ctx: Ctx, id: string): Promise<PaymentLink> {
  allow(ctx.actor, 'paymentlinks:read')
  const link = await findPaymentLink(ctx, id)
  if (!link) throw notFound('payment_link')
  return link
}

/** The same for verbs that have asked for another permission already. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function findPaymentLink(ctx: Ctx, id: string): Promise<PaymentLink | undefined> {
  const [link] = await ctx.sql<PaymentLink[]>`
    select ${paymentLinkColumns(ctx)} from payment_links
     where company_id = ${ctx.company.companyId} and id = ${id}`
  return link
}
