import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'
import { findPaymentConnection } from '../payments/connect-payments.ts'
import { SANDBOX, type PaymentProviderErrorKind, type PaymentProviders } from '../payments/provider.ts'
import { sumAwaiting } from './list-awaiting.ts'

/** How well the company's payouts are known. */
export interface PayoutState {
  /** Who is asked; null: nobody takes payments for the company. */
  provider: string | null
  /** Somebody asked to look, and that did not happen yet. */
  asked: boolean
  /** Null: never. */
  lookedAt: Instant | null
  /** When the provider last told them all. */
  readAt: Instant | null
  /** What came of the last look where it was not that. */
  failure: PaymentProviderErrorKind | null
  /** The provider's words of it. */
  message: string | null
  awaiting: { payments: number; cents: number }
}

type Look = Pick<PayoutState, 'asked' | 'lookedAt' | 'readAt' | 'failure' | 'message'>

/** Throws `forbidden`. */
export async function getPayoutState(ctx: Ctx, providers: PaymentProviders): Promise<PayoutState> {
  allow(ctx.actor, 'invoices:read')
  const connection = await findPaymentConnection(ctx)
  const [look] = await ctx.sql<Look[]>`
    select coalesce(asked_at > coalesce(looked_at, '-infinity'), false) as asked, looked_at as "lookedAt",
           read_at as "readAt", failure, message
      from payout_looks where company_id = ${ctx.company.companyId}`
  return {
    provider: connection?.provider ?? (providers.sandbox ? SANDBOX : null),
    ...(look ?? { asked: false, lookedAt: null, readAt: null, failure: null, message: null }),
    awaiting: await sumAwaiting(ctx),
  }
}
