import { insertEvent } from '../events/event.ts'
import type { Settle } from '../payments/payment.ts'

/**
 * A link that may be used once is paid when money came, even if it expired or was closed while the payer was at the
 * bank; a reusable one stays as it is. Each payment is an event.
 */
// oxlint-disable-next-line house/ask-permission -- a payment tells of money that moved, whoever noted it
export const settlePaymentLink: Settle = async (ctx, { payment, entries }) => {
  if (!entries.some(({ kind }) => kind === 'payment')) return
  await ctx.sql`
    with old as (
      select * from payment_links where company_id = ${ctx.company.companyId} and id = ${payment.subjectId} for update
    ), changed as (
      update payment_links l set status = 'paid'
        from old where l.company_id = old.company_id and l.id = old.id and not old.reusable and old.status <> 'paid'
    ), event as (
      ${insertEvent(ctx, 'payment_link.paid')}
        from (select company_id, id, jsonb_build_object('status', status) as before,
                     jsonb_build_object('status', case when reusable then status else 'paid' end,
                                        'paymentId', ${payment.id}::text) as after from old) paid
    )
    select 1`
}
