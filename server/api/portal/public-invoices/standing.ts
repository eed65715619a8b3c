import { getBatchSettings } from '../../../domain/collection/get-batch-settings.ts'
import type { PaymentMethod } from '../../../domain/collection/settings.ts'
import { plansAndOffers } from '../../../domain/installments/list-plan-offers.ts'
import type { Plan, PlanOffer } from '../../../domain/installments/plan.ts'
import { sharesOf } from '../../../domain/installments/shares.ts'
import { findPendingEmail, type PendingEmail } from '../../../domain/invoices/contact.ts'
import type { InvoiceDetails } from '../../../domain/invoices/invoice.ts'
import { findMandate } from '../../../domain/mandates/find-mandate.ts'
import type { Mandate } from '../../../domain/mandates/mandate.ts'
import { centsAtBank } from '../../../domain/payments/at-bank.ts'
import { takesPayments } from '../../../domain/payments/connect-payments.ts'
import type { Ctx } from '../../../kernel/context.ts'
import type { Deps } from '../../edge.ts'

/** How an invoice stands, beside its lines. */
export interface Standing {
  state: 'open' | 'payment_pending' | 'in_installments' | 'paid' | 'retracted'
  /** Whether it can be paid online, and how; none where it cannot. */
  online: boolean
  methods: PaymentMethod[]
  offers: PlanOffer[]
  /** The one that runs, else the last one that ended. */
  plan: Plan | undefined
  /** What is to be paid of each of its open installments, by its id. */
  shares: Map<string, number>
  mandate: Mandate | undefined
  pendingEmail: PendingEmail | undefined
}

export async function standingOf(ctx: Ctx, deps: Deps, invoice: InvoiceDetails): Promise<Standing> {
  const [{ plan, offers }, online, { paymentMethods }, mandate, pendingEmail, atBank] = await Promise.all([
    plansAndOffers(ctx, deps.payments, invoice),
    takesPayments(ctx, deps.payments),
    getBatchSettings(ctx, invoice.batchId),
    findMandate(ctx, invoice),
    findPendingEmail(ctx, invoice.id),
    centsAtBank(ctx, invoice.id),
  ])
  const state =
    invoice.retractedAt !== null
      ? 'retracted'
      : invoice.outstandingCents <= 0
        ? 'paid'
        : plan?.state === 'running'
          ? 'in_installments'
          : atBank > 0
            ? 'payment_pending'
            : 'open'
  const payable = online && invoice.retractedAt === null && invoice.outstandingCents > 0
  return {
    state,
    online,
    methods: payable ? paymentMethods : [],
    offers,
    plan,
    shares: sharesOf(invoice.outstandingCents, plan?.installments ?? []).ofInstallment,
    mandate,
    pendingEmail,
  }
}
