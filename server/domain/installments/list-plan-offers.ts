import type { Ctx } from '../../kernel/context.ts'
import { conflict } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { dayIn } from '../../kernel/time.ts'
import type { InvoiceDetails } from '../invoices/invoice.ts'
import { centsAtBank } from '../payments/at-bank.ts'
import { takesPayments } from '../payments/connect-payments.ts'
import type { PaymentProviders } from '../payments/provider.ts'
import { plansOf } from './find-plan.ts'
import type { Plan, PlanOffer } from './plan.ts'
import { findPlanTerms } from './plan-terms.ts'
import { offersFor } from './schedule.ts'

/** Who chooses and withdraws for ever fills the ledger with fees and credits. */
const MAX_PLANS = 3

type Payable = Pick<InvoiceDetails, 'id' | 'batchId' | 'outstandingCents' | 'retractedAt' | 'dueOn' | 'lines'>

/** Why no plan can be chosen; undefined when one can, as far as the invoice goes. */
export function noPlanBecause(invoice: Payable, plans: readonly Plan[]) {
  if (invoice.retractedAt !== null) return conflict('invoice_retracted', 'The invoice was retracted.')
  if (invoice.outstandingCents <= 0)
    return conflict('invoice_already_paid', 'The invoice has nothing outstanding; it is paid already.')
  if (plans.some(({ state }) => state === 'running'))
    return conflict('plan_chosen', 'A plan was chosen already.')
  if (plans.some(({ state }) => state !== 'withdrawn') || plans.length >= MAX_PLANS)
    return conflict('plan_not_offered', 'An earlier plan has ended: the rest can be paid at once only.')
  if (invoice.lines.some(({ kind }) => kind === 'chargeback'))
    return conflict('plan_not_offered', 'A payment was charged back: the rest can be paid at once only.')
  return undefined
}

/** The plans that can be chosen for an invoice today, with all that they cost; none where none can. Throws `forbidden`. */
export async function listPlanOffers(
  ctx: Ctx,
  providers: PaymentProviders,
  invoice: Payable,
  plans: readonly Plan[],
): Promise<PlanOffer[]> {
  allow(ctx.actor, 'invoices:read')
  if (noPlanBecause(invoice, plans) !== undefined) return []
  const terms = await findPlanTerms(ctx, invoice.batchId)
  if (!terms || !(await takesPayments(ctx, providers))) return []
  if ((await centsAtBank(ctx, invoice.id)) > 0) return []
  return offersFor(terms, invoice, dayIn(ctx.now, ctx.company.timeZone))
}

/** The plans of an invoice and what can be chosen, for its page. Throws `forbidden`. */
export async function plansAndOffers(
  ctx: Ctx,
  providers: PaymentProviders,
  invoice: Payable,
): Promise<{ plan: Plan | undefined; offers: PlanOffer[] }> {
  allow(ctx.actor, 'invoices:read')
  const plans = await plansOf(ctx, invoice.id)
  const offers = await listPlanOffers(ctx, providers, invoice, plans)
  return { plan: plans.find(({ state }) => state !== 'withdrawn'), offers }
}
