import type { Instant, PlainDate } from '../../kernel/time.ts'

/** The first installment is due on the day of the choice, an interval later, or when the invoice is. */
export const firstDues = ['at_once', 'after_interval', 'invoice_due'] as const
export type FirstDue = (typeof firstDues)[number]

/** What a company says about every plan. */
export interface CompanyTerms {
  firstDue: FirstDue
  /** From the word about a charge to the charge. */
  announceDays: number
  /** The company has mandates on paper for the IBANs that its partner brings. */
  holdsMandates: boolean
}

/** What members may choose. Money in cents. */
export interface PlanTerms extends CompanyTerms {
  /** From 2 to 12. */
  counts: number[]
  /** In days. */
  intervals: number[]
  /** Of each installment. */
  feeCents: number
  /** Once. */
  surchargeCents: number
  /** Of each installment that fails. */
  chargebackFeeCents: number
  /** The payer may let installments be charged. */
  mayCharge: boolean
}

export type PlanState = 'running' | 'paid' | 'failed' | 'withdrawn' | 'canceled'
export type InstallmentState = 'planned' | 'due' | 'in_progress' | 'paid' | 'failed' | 'canceled'

export interface Installment {
  id: string
  /** From 1. */
  position: number
  dueOn: PlainDate
  /** As agreed, the fee included. */
  amountCents: number
  feeCents: number
  state: InstallmentState
  /** What the payer was told, or the bank was asked for; of a paid one, what was paid. */
  askedCents: number | null
  announcedOn: PlainDate | null
  askedAt: Instant | null
}

export interface Plan {
  id: string
  intervalDays: number
  feeCents: number
  surchargeCents: number
  chargebackFeeCents: number
  announceDays: number
  automatic: boolean
  mandateId: string | null
  state: PlanState
  confirmedAt: Instant
  installments: Installment[]
}

/** One installment of a plan that could be chosen. */
export interface OfferedInstallment {
  dueOn: PlainDate
  /** The fee included. */
  amountCents: number
  feeCents: number
}

/** A plan that could be chosen, with all that it costs. */
export interface PlanOffer {
  count: number
  intervalDays: number
  /** Those of its installments, and the surcharge. */
  feesCents: number
  totalCents: number
  /** The payer may let the installments after the first be charged. */
  mayCharge: boolean
  installments: OfferedInstallment[]
}
