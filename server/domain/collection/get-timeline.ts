import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'
import { invoiceMustExist } from '../invoices/invoice-must-exist.ts'

/** Something that happened to an invoice or in the conversation about it. */
export interface TimelineEntry {
  type: string
  at: Instant
  actor: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/** All that happened to one invoice, in order: messages, payments, pauses with their reasons, questions. Throws `forbidden`, `not_found`. */
export async function getTimeline(ctx: Ctx, invoiceId: string): Promise<TimelineEntry[]> {
  allow(ctx.actor, 'invoices:read')
  await invoiceMustExist(ctx, invoiceId)
  return ctx.sql<TimelineEntry[]>`
    select e.type, e.at, e.actor, e.before, e.after
      from events e
     where e.company_id = ${ctx.company.companyId}
       and e.subject_id in (select ${invoiceId}::uuid union all
                            select id from tickets where company_id = ${ctx.company.companyId} and invoice_id = ${invoiceId})
     order by e.seq`
}
