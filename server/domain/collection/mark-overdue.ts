import type { Ctx, Tx } from '../../kernel/context.ts'
import { actorName } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { dayIn } from '../../kernel/time.ts'
import { addFees } from '../invoices/add-fees.ts'
import { isOpen, waits } from './chased.ts'
import type { Collected } from './queue-due.ts'
import { bringsLateFee } from './schedule.ts'

/** The last step that follows by itself: it says nothing to the customer, but the treasurer must act. */
// oxlint-disable-next-line house/ask-permission -- the engine's own
export async function markOverdue(
  ctx: Ctx & { sql: Tx },
  { batchId, settings }: Collected,
  limit: number,
): Promise<number> {
  const { sql, now, company } = ctx
  const due = await sql<{ id: string; isOpen: boolean; isWaiting: boolean; owesFee: boolean }[]>`
    select c.id, ${isOpen(ctx)} as "isOpen", ${waits(ctx)} as "isWaiting",
           c.late_fee_at is null and c.due_on < ${dayIn(now, company.timeZone)}::date as "owesFee"
      from collections c join invoices i on i.company_id = c.company_id and i.id = c.id
     where c.company_id = ${company.companyId} and c.batch_id = ${batchId} and c.next_step = 'overdue'
       and c.next_at <= ${now} and c.paused_at is null
     order by c.next_at, c.id limit ${limit} for update of c skip locked for no key update of i skip locked`
  if (due.length === 0) return 0
  const late = due.filter((row) => row.isOpen && !row.isWaiting)
  const charged = bringsLateFee(settings, 'overdue') ? late.filter((row) => row.owesFee) : []
  await addFees(
    ctx,
    charged.map(({ id }) => ({
      invoiceId: id,
      subtype: 'late_payment_fee',
      cents: settings.fees.latePaymentCents,
    })),
  )
  const rows = due.map(({ id, isOpen: open, isWaiting }) => ({
    id,
    event_id: newId(),
    becomes: open && !isWaiting ? 'overdue' : open ? 'waiting' : 'settled',
    charged: charged.some((row) => row.id === id),
  }))
  await sql`
    with seen as (
      select * from jsonb_to_recordset(${sql.json(rows)}::jsonb)
        as s (id uuid, event_id uuid, becomes text, charged boolean)
    ), moved as (
      update collections c
         set next_at = case when s.becomes = 'waiting' then ${now}::timestamptz + interval '30 minutes' end,
             next_step = case when s.becomes = 'overdue' then null else c.next_step end,
             overdue_at = case when s.becomes = 'overdue' then ${now}::timestamptz else c.overdue_at end,
             late_fee_at = case when s.charged then ${now}::timestamptz else c.late_fee_at end
        from seen s
       where c.company_id = ${company.companyId} and c.id = s.id
    )
    insert into events (company_id, id, type, subject_id, actor, at, before, after)
    select ${company.companyId}::integer, event_id, 'invoice.overdue', id, ${actorName(ctx.actor)}, ${now}::timestamptz,
           null, '{}'::jsonb
      from seen where becomes = 'overdue'`
  return due.length
}
