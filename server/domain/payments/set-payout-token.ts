import type { Ctx } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import type { PaymentProviders, PaymentSecrets } from './provider.ts'

const notConnected = () => invalid('token', 'is of no use before the payment provider is connected')

/** Whether the provider tells payouts to who has this token. Throws `forbidden`, `invalid`, `PaymentProviderError`. */
export async function testPayoutToken(ctx: Ctx, providers: PaymentProviders, token: string): Promise<void> {
  allow(ctx.actor, 'settings:write')
  const [connection] = await ctx.sql<{ provider: string; baseUrl: string; secrets: Uint8Array }[]>`
    select provider, base_url as "baseUrl", secrets from payment_connections
     where company_id = ${ctx.company.companyId} and disconnected_at is null`
  if (!connection) throw notConnected()
  const secrets = providers.vault.open(connection.secrets) as PaymentSecrets
  const provider = providers.open(connection.provider, connection.baseUrl, { ...secrets, payoutToken: token })
  await provider.listPayouts(ctx.now)
}

/** Keeps the token that reads payouts, sealed, or forgets it. Throws `forbidden`, `invalid` (nothing is connected). */
export async function setPayoutToken(
  ctx: Ctx,
  { vault }: Pick<PaymentProviders, 'vault'>,
  token: string | undefined,
): Promise<void> {
  allow(ctx.actor, 'settings:write')
  const rows = await ctx.sql`
    with changed as (
      update payment_connections now set payout_token = ${token === undefined ? null : vault.seal(token)}
        from payment_connections old
       where now.company_id = ${ctx.company.companyId} and now.disconnected_at is null
         and old.company_id = now.company_id and old.id = now.id
      returning now.company_id, now.id, jsonb_build_object('payoutToken', old.payout_token is not null) as before,
                jsonb_build_object('payoutToken', now.payout_token is not null) as after
    ), event as (${insertEvent(ctx, 'payments.payout_token_changed')} from changed)
    select 1 from changed`
  if (rows.length === 0 && token !== undefined) throw notConnected()
}
