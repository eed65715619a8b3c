import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'

/** How far a batch is, in invoices and in messages. */
export interface BatchProgress {
  invoices: number
  /** Nothing is outstanding on them any more. */
  paid: number
  paused: number
  overdue: number
  /** Of all channels. `queued`: not handed over yet; `sending`: attempts are being made. */
  messages: { total: number; queued: number; sending: number; sent: number; failed: number; bounced: number }
}

/** Counts what stands where. Throws `forbidden`, `not_found`. */
export async function getBatchProgress(ctx: Ctx, batchId: string): Promise<BatchProgress> {
  allow(ctx.actor, 'invoices:read')
  const { companyId } = ctx.company
  const [row] = await ctx.sql<BatchProgress[]>`
    select counted.*, said.messages from batches b, lateral (
      select count(*) as invoices, count(*) filter (where i.outstanding_cents <= 0 and i.retracted_at is null) as paid,
             count(*) filter (where c.paused_at is not null) as paused,
             count(*) filter (where c.overdue_at is not null and i.outstanding_cents > 0) as overdue
        from invoices i left join collections c on c.company_id = i.company_id and c.id = i.id
       where i.company_id = b.company_id and i.batch_id = b.id
    ) counted, lateral (
      select json_build_object('total', count(*), 'queued', count(*) filter (where state = 'queued'),
               'sending', count(*) filter (where state in ('sending', 'pending')),
               'sent', count(*) filter (where state = 'sent'), 'failed', count(*) filter (where state = 'failed'),
               'bounced', count(*) filter (where report = 'bounced')) as messages
        from (select coalesce(e.state, m.state) as state, m.report
                from collection_messages m
                left join mails e on m.channel = 'EMAIL' and e.company_id = m.company_id and e.id = m.id
               where m.company_id = b.company_id and m.batch_id = b.id) one
    ) said
     where b.company_id = ${companyId} and b.id = ${batchId}`
  if (!row) throw notFound('batch')
  return row
}
