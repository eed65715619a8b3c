import type { Instant, PlainDate } from '../../kernel/time.ts'

/** How many installments a plan may have, and the days between them. */
export const counts = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const
export const intervals = [14, 21, 30, 45, 60, 90, 120, 150, 180] as const

/** The first installment is due on the day of the choice, an interval later, or when the invoice is. */
export const firstDues = ['at_once', 'after_interval', 'invoice_due'] as const
export type FirstDue = (typeof firstDues)[number]

/** What a company lets its members choose. Money in cents. */
export interface PlanTerms {
  counts: number[]
  intervals: number[]
  /** Of each installment. */
  feeCents: number
  /** Of each that fails. */
  chargebackFeeCents: number
  firstDue: FirstDue
  /** From the word about a charge to the charge. */
  announceDays: number
  /** The company has mandates on paper for the IBANs that its partner brings. */
  holdsMandates: boolean
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
  feesCents: number
  totalCents: number
  installments: OfferedInstallment[]
}
