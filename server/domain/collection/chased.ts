import type { Ctx } from '../../kernel/context.ts'

/** What customers dispute of the invoice `i`, in cents. */
export const disputedCents = (ctx: Ctx) => ctx.sql`
  (select coalesce(sum(d.amount_cents), 0)::bigint from line_disputes d
    where d.company_id = i.company_id and d.invoice_id = i.id and d.settled_at is null)`

/** Whether nobody should be written to about the invoice `i` just now: money is on its way, or all of it is disputed. */
export const waits = (ctx: Ctx) => ctx.sql`
  (exists (select from payments p where p.company_id = i.company_id and p.subject_kind = 'invoice'
            and p.subject_id = i.id and p.status in ('pending', 'authorized'))
   or i.outstanding_cents <= ${disputedCents(ctx)})`

/** Whether there is anything to collect on the invoice `i` at all. */
export const isOpen = (ctx: Ctx) => ctx.sql`(i.outstanding_cents > 0 and i.retracted_at is null)`
