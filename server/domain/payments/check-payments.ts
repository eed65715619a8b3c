import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { findPaymentConnection } from './connect-payments.ts'
import { providerOf } from './provider-of.ts'
import { SANDBOX, type PaymentProviders } from './provider.ts'

/**
 * Asks the provider that payments are made with now what the account is good for; undefined where there is none. Throws
 * `forbidden`, `PaymentProviderError`.
 */
export async function checkPayments(
  ctx: Ctx,
  providers: PaymentProviders,
): Promise<{ live: boolean; methods: string[] } | undefined> {
  allow(ctx.actor, 'invoices:read')
  const connection = await findPaymentConnection(ctx)
  if (!connection && !providers.sandbox) return undefined
  const { provider, id } = connection ?? { provider: SANDBOX, id: null }
  return (await providerOf(ctx, providers, { provider, connectionId: id })).check()
}
