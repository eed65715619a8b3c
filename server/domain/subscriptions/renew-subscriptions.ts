import { transaction, type Actor, type Ctx, type Db, type Tx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { findCompany } from '../companies/company.ts'
import { advanceSubscriptions } from './advance-subscriptions.ts'
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
  charge: boolean
}

/**
 * Terms that are due, of the earliest day that has any, so that invoices are numbered in the order of their dates. Their
 * subscriptions are locked; what another run has locked is its own.
 */
async function claimTerms(
  sql: Tx,
  companyId: number,
  today: string,
  limit: number,
  except: string[],
): Promise<ClaimedTerm[]> {
  const due = sql`
    company_id = ${companyId} and next_on <= ${today}::date and (last_start_on is null or next_on <= last_start_on)
      and id <> all (${except}::uuid[])`
  return sql<ClaimedTerm[]>`
    select id, customer_id as "customerId", coalesce(invoice_description, description) as description,
           next_on as "startsOn", (starts_on + (elapsed + every::interval))::date as "endsOn",
           amount_cents as "amountCents", vat_rate as "vatRate", create_invoice as "createInvoice",
           create_payment and mandate_id is not null as charge
      from subscriptions
     where ${due} and next_on = (select min(next_on) from subscriptions where ${due})
     order by id limit ${limit} for update skip locked`
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
  await advanceSubscriptions(
    ctx,
    terms.map(({ id, startsOn, endsOn, amountCents, charge }) => {
      const invoiceId = invoices.get(id) ?? null
      return { id, periodId: newId(), startsOn, endsOn, amountCents, invoiceId, charge }
    }),
  )
}
