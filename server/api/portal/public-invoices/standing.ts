import { getBatchSettings } from '../../../domain/collection/get-batch-settings.ts'
import type { PaymentMethod } from '../../../domain/collection/settings.ts'
import { plansAndOffers } from '../../../domain/installments/list-plan-offers.ts'
import type { Plan, PlanOffer } from '../../../domain/installments/plan.ts'
import { sharesOf } from '../../../domain/installments/shares.ts'
import { findPendingContact, type PendingContact } from '../../../domain/invoices/contact.ts'
import type { InvoiceDetails } from '../../../domain/invoices/invoice.ts'
import { findMandate } from '../../../domain/mandates/find-mandate.ts'
import type { Mandate } from '../../../domain/mandates/mandate.ts'
import { centsAtBank } from '../../../domain/payments/at-bank.ts'
import { takesPayments } from '../../../domain/payments/connect-payments.ts'
import { takesTexts } from '../../../domain/sms/connect-sms.ts'
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
  pending: PendingContact | undefined
  /** Whether a new telephone number can be confirmed. */
  texts: boolean
}

export async function standingOf(ctx: Ctx, deps: Deps, invoice: InvoiceDetails): Promise<Standing> {
  const [{ plan, offers }, online, { paymentMethods }, mandate, pending, atBank, texts] = await Promise.all([
    plansAndOffers(ctx, deps.payments, invoice),
    takesPayments(ctx, deps.payments),
    getBatchSettings(ctx, invoice.batchId),
    findMandate(ctx, invoice),
    findPendingContact(ctx, invoice.id),
    centsAtBank(ctx, invoice.id),
    takesTexts(ctx),
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
    pending,
    texts,
  }
}
