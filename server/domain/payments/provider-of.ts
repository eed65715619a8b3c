import type { Ctx } from '../../kernel/context.ts'
import type { Payment } from './payment.ts'
import {
  PaymentProviderError,
  SANDBOX,
  type PaymentProvider,
  type PaymentProviders,
  type PaymentSecrets,
} from './provider.ts'

/** The provider that a payment was made with, also when the company has another one now. Throws `PaymentProviderError`. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for the permission of what is paid
export async function providerOf(
  ctx: Ctx,
  providers: PaymentProviders,
  payment: Pick<Payment, 'provider' | 'connectionId'>,
): Promise<PaymentProvider> {
  if (payment.provider === SANDBOX) {
    if (!providers.sandbox)
      throw new PaymentProviderError('unauthorized', 'The sandbox is not allowed in this installation.')
    return providers.sandbox(ctx.company.companyId)
  }
  const [connection] = await ctx.sql<
    { provider: string; baseUrl: string; secrets: Uint8Array; token: Uint8Array | null }[]
  >`
    select provider, base_url as "baseUrl", secrets, payout_token as token from payment_connections
     where company_id = ${ctx.company.companyId} and id = ${payment.connectionId}`
  if (!connection) throw new PaymentProviderError('unauthorized', 'The connection of this payment is gone.')
  const { vault } = providers
  const secrets = vault.open(connection.secrets) as PaymentSecrets
  const token = connection.token === null ? {} : { payoutToken: vault.open(connection.token) as string }
  return providers.open(connection.provider, connection.baseUrl, { ...secrets, ...token })
}
