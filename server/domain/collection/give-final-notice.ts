import type { Ctx } from '../../kernel/context.ts'
import { conflict } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { addCollectJob } from './collect-job.ts'
import { collectionMustExist } from './collection-must-exist.ts'

/**
 * Sends the final notice of an invoice that is overdue, by e-mail and letter, as soon as messages may leave: once.
 * Throws `forbidden`, `not_found`, `conflict` (not overdue, paid, or given already).
 */
export async function giveFinalNotice(ctx: Ctx, invoiceId: string): Promise<void> {
  allow(ctx.actor, 'invoices:write')
  const [given] = await ctx.sql`
    with notice as (
      update collections c set next_step = 'final_notice', next_at = ${ctx.now}
        from invoices i
       where c.company_id = ${ctx.company.companyId} and c.id = ${invoiceId} and i.company_id = c.company_id and i.id = c.id
         and c.overdue_at is not null and c.final_notice_at is null and c.next_step is null
         and i.outstanding_cents > 0 and i.retracted_at is null
      returning c.company_id, c.id, null as before, null as after
    ), event as (${insertEvent(ctx, 'invoice.final_notice_given')} from notice)
    select ${addCollectJob(ctx.sql, ctx)} from notice`
  if (given) return
  await collectionMustExist(ctx, invoiceId)
  throw conflict(
    'invoice_not_overdue',
    'Only an invoice that is overdue can be given its final notice, once.',
  )
}
