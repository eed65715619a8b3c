import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'
import { insertEvent } from '../events/event.ts'
import type { PaymentProviders, PaymentSecrets } from './provider.ts'

/** A company's account with a provider, without its secrets. */
export interface PaymentConnection {
  id: string
  provider: string
  baseUrl: string
  connectedAt: Instant
  /** There is a token of its own that reads payouts. */
  payoutToken: boolean
}

/**
 * Connects the company to a payment provider; the key is stored sealed. Connecting again to the same provider replaces
 * the key of that account, and what read its payouts; for another account, disconnect first. Throws `forbidden`.
 */
export async function connectPayments(
  ctx: Ctx,
  providers: Pick<PaymentProviders, 'vault'>,
  { provider, baseUrl, secrets }: { provider: 'mollie'; baseUrl: string; secrets: PaymentSecrets },
): Promise<void> {
  allow(ctx.actor, 'invoices:write')
  await ctx.sql`
    with connection as (
      insert into payment_connections (company_id, id, provider, base_url, secrets, connected_at)
      values (${ctx.company.companyId}, ${newId()}, ${provider}, ${baseUrl}, ${providers.vault.seal(secrets)}, ${ctx.now})
      on conflict (company_id) where disconnected_at is null do update
        set provider = excluded.provider, base_url = excluded.base_url, secrets = excluded.secrets,
            connected_at = excluded.connected_at, payout_token = null
      returning company_id, id, null as before, jsonb_build_object('provider', provider, 'baseUrl', base_url) as after
    ) ${insertEvent(ctx, 'payments.connected')} from connection`
}

/**
 * Takes no more payments through the connection. It is kept for what was paid with it: that can still be charged back.
 * Answers whether there was one. Throws `forbidden`.
 */
export async function disconnectPayments(ctx: Ctx): Promise<boolean> {
  allow(ctx.actor, 'invoices:write')
  const rows = await ctx.sql`
    with connection as (
      update payment_connections set disconnected_at = ${ctx.now}
       where company_id = ${ctx.company.companyId} and disconnected_at is null
      returning company_id, id, jsonb_build_object('provider', provider) as before, null as after
    ), event as (${insertEvent(ctx, 'payments.disconnected')} from connection)
    select 1 from connection`
  return rows.length > 0
}

/** Whether the company can be paid online. */
// oxlint-disable-next-line house/ask-permission -- a page that shows a button
export async function takesPayments(ctx: Ctx, providers: PaymentProviders): Promise<boolean> {
  if (providers.sandbox) return true
  const rows = await ctx.sql`
    select 1 from payment_connections where company_id = ${ctx.company.companyId} and disconnected_at is null`
  return rows.length > 0
}

/** The connection that payments are made with now. Throws `forbidden`. */
export async function findPaymentConnection(ctx: Ctx): Promise<PaymentConnection | undefined> {
  allow(ctx.actor, 'invoices:read')
  const [connection] = await ctx.sql<PaymentConnection[]>`
    select id, provider, base_url as "baseUrl", connected_at as "connectedAt", payout_token is not null as "payoutToken"
      from payment_connections where company_id = ${ctx.company.companyId} and disconnected_at is null`
  return connection
}
