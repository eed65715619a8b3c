import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'

/** Notes that an open link has expired, once. Answers whether it did now. Throws `forbidden`. */
export async function expirePaymentLink(ctx: Ctx, id: string): Promise<boolean> {
  allow(ctx.actor, 'paymentlinks:write')
  const rows = await ctx.sql`
    with expired as (
      update payment_links set status = 'expired'
       where company_id = ${ctx.company.companyId} and id = ${id} and status = 'open' and expires_at <= ${ctx.now}
      returning *, jsonb_build_object('status', 'open') as before, jsonb_build_object('status', status) as after
    ), event as (${insertEvent(ctx, 'payment_link.expired')} from expired)
    select 1 from expired`
  return rows.length > 0
}
