import { transaction, type Actor, type Ctx, type Db, type Tx } from '../../kernel/context.ts'
import { actorName } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { findCompany } from '../companies/company.ts'
import { invoiceTerm, takeInvoiceNumbers, type Term } from './invoice-term.ts'
import type { RenewSubscriptionsJob } from './renewal-job.ts'

export interface RenewalDeps {
  sql: Db
  now: Date
  /** Told of a term that could not be billed; the others are. */
  failed(subscription: { companyId: number; id: string }, error: unknown): void
}

/** Terms that are billed in one transaction: long enough to be quick, short enough that nobody waits for it. */
const BATCH = 100

const actor: Actor = { kind: 'system', id: 'renew-subscriptions', permissions: 'all' }

/**
 * Bills every term that has begun and is not billed, of one company or of all: terms that were missed get an invoice each,
 * dated on their own day. Any number of these may run at once, and be killed: a term, its invoice and the step to the next
 * term are one transaction, under the lock of the subscription. What fails by itself is left for the next run and does not
 * keep the others from theirs. Returns how many terms it billed.
 */
export async function renewSubscriptions(deps: RenewalDeps, job: RenewSubscriptionsJob): Promise<number> {
  const companies = await deps.sql<{ companyId: number; today: string }[]>`
    select c.company_id as "companyId", d.today
      from companies c, lateral (select (${deps.now}::timestamptz at time zone c.time_zone)::date) d (today)
     where (${job.companyId ?? null}::integer is null or c.company_id = ${job.companyId ?? null})
       and exists (select from subscriptions s where s.company_id = c.company_id and s.next_on <= d.today
                      and (s.last_start_on is null or s.next_on <= s.last_start_on))
     order by c.company_id`
  let billed = 0
  for (const { companyId, today } of companies) billed += await renewOfCompany(deps, companyId, today)
  return billed
}

async function renewOfCompany(deps: RenewalDeps, companyId: number, today: string): Promise<number> {
  const company = await findCompany(deps.sql, companyId)
  if (!company) return 0
  let billed = 0
  const failed: string[] = []
  /** So many are billed one by one, to find the one that fails. */
  let singly = 0
  for (;;) {
    const limit = singly > 0 ? 1 : BATCH
    singly = Math.max(singly - 1, 0)
    let claimed: ClaimedTerm[] = []
    try {
      await transaction(deps.sql, async (sql) => {
        claimed = await claimTerms(sql, companyId, today, limit, failed)
        await billTerms({ sql, company, actor, now: deps.now }, claimed)
      })
      if (claimed.length === 0) return billed
      billed += claimed.length
    } catch (error) {
      // Nothing was claimed: it is no term that failed, but the database.
      if (claimed.length === 0) throw error
      if (claimed.length > 1) singly = claimed.length
      else {
        failed.push(claimed[0]!.id)
        deps.failed({ companyId, id: claimed[0]!.id }, error)
      }
    }
  }
}

interface ClaimedTerm extends Term {
  /** The subscription's. */
  id: string
  createInvoice: boolean
}

/** The oldest terms that are due, their subscriptions locked; what another run has locked is its own. */
async function claimTerms(
  sql: Tx,
  companyId: number,
  today: string,
  limit: number,
  except: string[],
): Promise<ClaimedTerm[]> {
  return sql<ClaimedTerm[]>`
    select id, customer_id as "customerId", coalesce(invoice_description, description) as description,
           next_on as "startsOn", (starts_on + (elapsed + every::interval))::date as "endsOn",
           amount_cents as "amountCents", vat_rate as "vatRate", create_invoice as "createInvoice"
      from subscriptions
     where company_id = ${companyId} and next_on <= ${today}::date
       and (last_start_on is null or next_on <= last_start_on) and id <> all (${except}::uuid[])
     order by next_on, id limit ${limit} for update skip locked`
}

async function billTerms(ctx: Ctx, terms: ClaimedTerm[]): Promise<void> {
  if (terms.length === 0) return
  const invoiced = terms.filter((term) => term.createInvoice)
  const numbers = await takeInvoiceNumbers(
    ctx,
    invoiced.map((term) => term.startsOn),
  )
  // All are waited for, also when one fails: a statement that came after the rollback would be none of the transaction's.
  const outcomes = await Promise.allSettled(
    invoiced.map(
      async (term, index) => [term.id, (await invoiceTerm(ctx, term, numbers[index]!)).id] as const,
    ),
  )
  const failure = outcomes.find((outcome) => outcome.status === 'rejected')
  if (failure) throw failure.reason
  const invoices = new Map(
    outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : [])),
  )
  const advanced = await advanceSubscriptions(
    ctx,
    terms.map((term) => ({
      id: term.id,
      period_id: newId(),
      event_id: newId(),
      starts_on: term.startsOn,
      ends_on: term.endsOn,
      amount_cents: term.amountCents,
      invoice_id: invoices.get(term.id) ?? null,
    })),
  )
  if (advanced !== terms.length) throw new Error('a subscription was renewed by another')
}

interface BilledTerm {
  id: string
  period_id: string
  event_id: string
  starts_on: string
  ends_on: string
  amount_cents: number
  invoice_id: string | null
}

/** Notes the terms as billed and moves their subscriptions on to the next. Returns how many. */
// oxlint-disable-next-line house/ask-permission -- a part of verbs that have asked, or of the system's job
export async function advanceSubscriptions(ctx: Ctx, terms: BilledTerm[]): Promise<number> {
  const [{ count }] = await ctx.sql<[{ count: number }]>`
    with billed as (
      select * from jsonb_to_recordset(${ctx.sql.json(terms as never)}::jsonb)
        as b (id uuid, period_id uuid, event_id uuid, starts_on date, ends_on date, amount_cents bigint, invoice_id uuid)
    ), advanced as (
      update subscriptions s set elapsed = s.elapsed + s.every::interval from billed b
       where s.company_id = ${ctx.company.companyId} and s.id = b.id and s.next_on = b.starts_on
      returning s.company_id, s.id, b.period_id, b.event_id, b.starts_on, b.ends_on, b.amount_cents, b.invoice_id
    ), period as (
      insert into subscription_periods (company_id, id, subscription_id, starts_on, ends_on, amount_cents, invoice_id,
                                        billed_at)
      select company_id, period_id, id, starts_on, ends_on, amount_cents, invoice_id, ${ctx.now}::timestamptz
        from advanced
    ), event as (
      insert into events (company_id, id, type, subject_id, actor, at, before, after)
      select company_id, event_id, 'subscription.updated', id, ${actorName(ctx.actor)}, ${ctx.now}::timestamptz,
             jsonb_build_object('nextOn', starts_on), jsonb_build_object('nextOn', ends_on, 'invoiceId', invoice_id)
        from advanced
    )
    select count(*) from advanced`
  return count
}
