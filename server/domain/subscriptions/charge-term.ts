import { atomically, type Ctx, type Db } from '../../kernel/context.ts'
import { BalieError } from '../../kernel/errors.ts'
import { findCompany } from '../companies/company.ts'
import { paymentsOf } from '../payments/find-payment.ts'
import { chargeMandate } from '../payments/insert-payment.ts'
import { isOver } from '../payments/payment.ts'
import type { PaymentProviders } from '../payments/provider.ts'
import type { ChargeTermJob } from './charge-job.ts'
import { insertPaymentEvent, toSubscriptionPayment, type PaidTerm } from './subscription-payment.ts'

/** `nothing_to_charge`: it is paid, or being paid, or was tried often enough, or is gone. */
export type ChargeOutcome = 'charged' | 'nothing_to_charge' | 'no_provider' | 'unknown_mandate'

/** How often a term is charged again where failed payments are followed up. */
const FOLLOW_UPS = 3

/** What payments call a term that they are for (payments/subjects.ts). */
const TERM = 'subscription_period'

interface Term extends PaidTerm {
  amountCents: number
  description: string
  mandateId: string
  followUp: boolean
}

/**
 * Charges a term to the mandate of its subscription: what is left of its invoice, or the amount of the term. Safe to call
 * any number of times: a charge that is under way or paid is the only one. Without a provider, or with a mandate that no
 * payment here gave, nothing is charged, and the customer pays in another way.
 */
export async function chargeTerm(
  { sql, now, providers }: { sql: Db; now: Date; providers: PaymentProviders },
  { companyId, periodId }: ChargeTermJob,
): Promise<ChargeOutcome> {
  const company = await findCompany(sql, companyId)
  if (!company) return 'nothing_to_charge'
  const ctx: Ctx = { sql, company, now, actor: { kind: 'system', id: 'charge-term', permissions: 'all' } }
  return atomically(ctx, async (tx) => {
    const [term] = await tx.sql<Term[]>`
      select p.subscription_id as "subscriptionId", p.starts_on as "startsOn", p.invoice_id as "invoiceId",
             coalesce(i.outstanding_cents, p.amount_cents) as "amountCents",
             coalesce(s.invoice_description, s.description) as description, s.mandate_id as "mandateId",
             s.follow_up_failed_payment as "followUp"
        from subscription_periods p
        join subscriptions s on s.company_id = p.company_id and s.id = p.subscription_id
        left join invoices i on i.company_id = p.company_id and i.id = p.invoice_id
       where p.company_id = ${companyId} and p.id = ${periodId} and s.create_payment and s.mandate_id is not null
         for update of p`
    if (!term || term.amountCents <= 0) return 'nothing_to_charge'
    const earlier = await paymentsOf(tx, { kind: TERM, id: periodId }, FOLLOW_UPS + 1)
    if (earlier.some(({ status }) => !isOver(status) || status === 'paid')) return 'nothing_to_charge'
    if (earlier.length > (term.followUp ? FOLLOW_UPS : 0)) return 'nothing_to_charge'
    try {
      const payment = await chargeMandate(tx, providers, {
        subject: { kind: TERM, id: periodId },
        amountCents: term.amountCents,
        description: term.description,
        mandateId: term.mandateId,
      })
      await insertPaymentEvent(tx, 'subscription_payment.created', toSubscriptionPayment(payment, term), null)
      return 'charged'
    } catch (error) {
      // Both are said before anything is written, so the transaction is whole.
      if (error instanceof BalieError && error.code === 'unavailable') return 'no_provider'
      if (error instanceof BalieError && error.code === 'invalid') return 'unknown_mandate'
      throw error
    }
  })
}
