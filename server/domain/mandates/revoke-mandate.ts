import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { insertEvent } from '../events/event.ts'
import { getPublicInvoice } from '../invoices/get-public-invoice.ts'

/**
 * Takes back all leave that the customer of the invoice gave: nothing is debited under it any more. Throws `not_found`
 * (also where none was given here: what is on paper is taken back on paper).
 */
// oxlint-disable-next-line house/ask-permission -- getPublicInvoice asks
export async function revokeMandate(ctx: Ctx, { id, token }: { id: string; token: string }): Promise<void> {
  const { customerId } = await getPublicInvoice(ctx, id, token)
  const revoked = await ctx.sql`
    with mandate as (
      update mandates set revoked_at = ${ctx.now}
       where company_id = ${ctx.company.companyId} and customer_id = ${customerId} and revoked_at is null
      returning company_id, id, null as before, jsonb_build_object('reference', reference, 'revokedAt', revoked_at) as after
    ), event as (${insertEvent(ctx, 'mandate.revoked')} from mandate)
    select 1 from mandate`
  if (revoked.length === 0) throw notFound('mandate')
}
