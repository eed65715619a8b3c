import { atomically, type Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { lockInvoice } from '../invoices/lock-invoice.ts'
import { readReason } from './reason.ts'

/**
 * Ends the dispute about a line: its amount is asked for again, unless a credit has taken it off. `outcome` says what came
 * of it, for everybody. Throws `forbidden`, `not_found`, `invalid`.
 */
export async function settleDispute(
  ctx: Ctx,
  invoiceId: string,
  disputeId: string,
  outcome: unknown,
): Promise<void> {
  allow(ctx.actor, 'invoices:write')
  const how = readReason(outcome)
  await atomically(ctx, async (inside) => {
    await lockInvoice(inside, invoiceId)
    const [settled] = await inside.sql`
      with dispute as (
        update line_disputes set settled_at = ${ctx.now}::timestamptz, outcome = ${how}
         where company_id = ${ctx.company.companyId} and invoice_id = ${invoiceId} and id = ${disputeId}
           and settled_at is null
        returning company_id, invoice_id as id, null as before,
                  jsonb_build_object('disputeId', id, 'lineId', line_id, 'outcome', outcome) as after
      ), event as (${insertEvent(inside, 'invoice.dispute_settled')} from dispute)
      select id from dispute`
    if (!settled) throw notFound('line_dispute')
  })
}
