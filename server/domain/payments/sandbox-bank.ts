import type { Instant } from '../../kernel/time.ts'

/** What a payer may do at the test bank. */
export const sandboxOutcomes = ['pay', 'fail', 'cancel', 'expire', 'charge_back'] as const
export type SandboxOutcome = (typeof sandboxOutcomes)[number]

/** A payment as the page of the test bank shows it. */
export interface SandboxPayment {
  /** Our payment's id. */
  reference: string
  amountCents: number
  currency: string
  description: string
  redirectUrl: string | null
  /** Whether it also asks for a mandate. */
  first: boolean
  status: string
  createdAt: Instant
}

/** The built-in test bank, as its page needs it. Implemented in `server/providers/sandbox/`. */
export interface SandboxBank {
  /** `key` is the last part of the checkout's address. */
  find(companyId: number, key: string): Promise<SandboxPayment | undefined>
  /** What the payer chose, where the payment's state still allows it. */
  decide(companyId: number, key: string, outcome: SandboxOutcome): Promise<void>
}
