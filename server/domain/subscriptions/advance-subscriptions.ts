import { actorName, type Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { addChargeTermJob } from './charge-job.ts'

/** A term that was billed. */
export interface BilledTerm {
  /** The subscription's. */
  id: string
  periodId: string
  startsOn: PlainDate
  endsOn: PlainDate
  amountCents: number
  invoiceId: string | null
  /** Whether the mandate is to be charged for it. */
  charge: boolean
}

/**
 * Notes the terms as billed, moves their subscriptions on to the next, and adds the jobs that charge them. Throws when one
 * of the subscriptions has moved meanwhile: a term is billed once.
 */
// oxlint-disable-next-line house/ask-permission -- a part of verbs that have asked, or of the system's job
export async function advanceSubscriptions(ctx: Ctx, terms: BilledTerm[]): Promise<void> {
  const rows = terms.map((term) => ({ ...term, eventId: newId() }))
  const [{ count }] = await ctx.sql<[{ count: number }]>`
    with billed as (
      select * from jsonb_to_recordset(${ctx.sql.json(rows)}::jsonb)
        as b (id uuid, "periodId" uuid, "eventId" uuid, "startsOn" date, "endsOn" date, "amountCents" bigint,
              "invoiceId" uuid, charge boolean)
    ), advanced as (
      update subscriptions s set elapsed = s.elapsed + s.every::interval from billed b
       where s.company_id = ${ctx.company.companyId} and s.id = b.id and s.next_on = b."startsOn"
      returning s.company_id, b.*
    ), period as (
      insert into subscription_periods (company_id, id, subscription_id, starts_on, ends_on, amount_cents, invoice_id,
                                        billed_at)
      select company_id, "periodId", id, "startsOn", "endsOn", "amountCents", "invoiceId", ${ctx.now}::timestamptz
        from advanced
    ), event as (
      insert into events (company_id, id, type, subject_id, actor, at, before, after)
      select company_id, "eventId", 'subscription.updated', id, ${actorName(ctx.actor)}, ${ctx.now}::timestamptz,
             jsonb_build_object('nextOn', "startsOn"), jsonb_build_object('nextOn', "endsOn", 'invoiceId', "invoiceId")
        from advanced
    ), job as (
      select ${addChargeTermJob(ctx.sql, ctx.now)}
        from (select company_id, "periodId" as id from advanced where charge) charged
    )
    select (select count(*) from advanced) as count, (select count(*) from job) as jobs`
  if (count !== terms.length) throw new Error('a subscription was renewed by another')
}
