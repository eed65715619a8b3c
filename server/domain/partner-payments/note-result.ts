import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { owePaymentNotice } from '../notifications/tell-job.ts'
import type { PaymentResult } from './partner-payment.ts'

/**
 * Notes how a payment stands for the partner that began it, if one did. A result that is new is owed to the partner's
 * endpoint, and a job tells it at once. A part of the change that brought it. Answers whether it was new.
 */
// oxlint-disable-next-line house/ask-permission -- what happened is noted, whoever told
export async function noteResult(ctx: Ctx, paymentId: string, result: PaymentResult): Promise<boolean> {
  const rows = await ctx.sql`
    with changed as (
      update partner_payments set result = ${result}, changed_at = ${ctx.now}
       where company_id = ${ctx.company.companyId} and id = ${paymentId} and result <> ${result}
      returning company_id, id, partner_id
    ), ${owePaymentNotice(ctx.sql, { id: newId(), result, now: ctx.now, from: 'changed' })}
    select (select count(*) from notice_job) as jobs from changed`
  return rows.length > 0
}
