import type { Ctx } from '../../kernel/context.ts'
import type { Instant } from '../../kernel/time.ts'

export type PaymentLinkStatus = 'open' | 'paid' | 'expired' | 'closed'

export interface PaymentLink {
  id: string
  description: string
  amountCents: number
  currency: string
  reusable: boolean
  status: PaymentLinkStatus
  expiresAt: Instant | null
  createdAt: Instant
}

/** The columns of a `PaymentLink`. An open one whose moment has come has expired, also before the job has said so. */
export const paymentLinkColumns = (ctx: Ctx) => ctx.sql`
  id, description, amount_cents as "amountCents", currency, reusable,
  case when status = 'open' and expires_at <= ${ctx.now} then 'expired' else status end as status,
  expires_at as "expiresAt", created_at as "createdAt"`
