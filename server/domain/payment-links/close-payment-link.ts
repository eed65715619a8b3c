import type { Ctx } from '../../kernel/context.ts'
import { conflict, notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { findPaymentLink } from './get-payment-link.ts'
import { paymentLinkColumns, type PaymentLink } from './payment-link.ts'

/**
 * Ends a link that can still be used. Throws `forbidden`, `not_found`, `conflict` (closed, paid or expired already).
 */
export async function closePaymentLink(ctx: Ctx, id: string): Promise<PaymentLink> {
  allow(ctx.actor, 'paymentlinks:write')
  const [closed] = await ctx.sql<PaymentLink[]>`
    with closed as (
      update payment_links set status = 'closed'
       where company_id = ${ctx.company.companyId} and id = ${id} and status = 'open'
         and (expires_at is null or expires_at > ${ctx.now})
      returning *, jsonb_build_object('status', 'open') as before, jsonb_build_object('status', status) as after
    ), event as (${insertEvent(ctx, 'payment_link.closed')} from closed)
    select ${paymentLinkColumns(ctx)} from closed`
  if (closed) return closed
  const link = await findPaymentLink(ctx, id)
  if (!link) throw notFound('payment_link')
  throw conflict('payment_link_closed', `The payment link can no longer be closed: it is ${link.status}.`)
}
