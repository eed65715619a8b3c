import { isOver, type Payment, type PaymentStatus } from '../../../domain/payments/payment.ts'
import type { Locale } from '../../../kernel/context.ts'
import { BalieError } from '../../../kernel/errors.ts'
import { escapeHtml as text } from '../../html.ts'
import { paymentWords } from './words.ts'

/** Why the payer was sent back at once; told in the address of the page, one of these words and nothing else. */
export const problems = ['unavailable', 'refused', 'pendingAlready'] as const
export type Problem = (typeof problems)[number]

export const toProblem = (value: unknown): Problem | undefined => problems.find((name) => name === value)

/** The problem that an error stands for; an error that is none of the payer's is thrown on. */
export function problemOf(error: unknown): Problem | 'over' {
  if (!(error instanceof BalieError)) throw error
  if (error.code === 'unavailable') return 'unavailable'
  if (error.code !== 'conflict') throw error
  if (error.about === 'payment_pending') return 'pendingAlready'
  return error.about === 'payment_refused' ? 'refused' : 'over'
}

const tone = (status: PaymentStatus): string =>
  status === 'paid' ? 'note good' : ['failed', 'canceled', 'expired'].includes(status) ? 'note bad' : 'note'

/** How the payment stands, or what went wrong, as HTML that a screen reader announces. */
export function noteOf(locale: Locale, payment: Payment | undefined, problem: Problem | undefined): string {
  const say = paymentWords[locale]
  if (payment)
    return `<p role="status" class="${tone(payment.status)}">${text(say.states[payment.status])}</p>`
  return problem === undefined ? '' : `<p role="status" class="note bad">${text(say[problem])}</p>`
}

/** A page about a payment that is not over looks again by itself. */
export const refreshOf = (payment: Payment | undefined): number | undefined =>
  payment && !isOver(payment.status) ? 5 : undefined
