import type { Ctx } from '../../kernel/context.ts'
import type { Instant } from '../../kernel/time.ts'

/** `recurring`: any number of debits; `one_off`: one. */
export const mandateKinds = ['recurring', 'one_off'] as const
export type MandateKind = (typeof mandateKinds)[number]

/** A debtor's leave to debit an account. */
export interface Mandate {
  id: string
  /** Unique at the creditor; on the debtor's bank statement. */
  reference: string
  kind: MandateKind
  /** Whole; only its end is shown. */
  iban: string
  holderName: string
  /** `paper`: the company says that it holds it. */
  via: 'link' | 'paper'
  signedAt: Instant
}

export const mandateColumns = (ctx: Ctx) => ctx.sql`
  id, reference, kind, iban, holder_name as "holderName", via, signed_at as "signedAt"`

/** `NL** **** 4300`: enough to know one's own by. */
export const maskedIban = (iban: string): string => `${iban.slice(0, 2)}** **** ${iban.slice(-4)}`
