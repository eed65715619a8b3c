import type { Ctx } from '../../kernel/context.ts'
import { findPaymentConnection } from '../payments/connect-payments.ts'
import { providerOf } from '../payments/provider-of.ts'
import {
  PaymentProviderError,
  SANDBOX,
  type PaymentProvider,
  type PaymentProviders,
} from '../payments/provider.ts'
import { notePayout } from './note-payout.ts'

/** A failed payout may still be made; after so long it is not. */
const FAILED_DAYS = 60

/**
 * Asks the company's provider for its payouts, from the oldest that was not settled when it was last asked, and notes each
 * with its entries, oldest first: wherever it ends, the next look goes on there. Any number may look at once. Answers how
 * many changed; what the provider says no with is noted for the treasurer, and answered.
 */
// oxlint-disable-next-line house/ask-permission -- it brings nothing but what is true
export async function fetchPayouts(
  ctx: Ctx,
  providers: PaymentProviders,
): Promise<{ changed: number; failure?: PaymentProviderError }> {
  const connection = await findPaymentConnection(ctx)
  if (!connection && !providers.sandbox) return { changed: 0 }
  const { provider: name, id } = connection ?? { provider: SANDBOX, id: null }
  try {
    const provider = await providerOf(ctx, providers, { provider: name, connectionId: id })
    const changed = await fetchFrom(ctx, provider, name)
    await noteLook(ctx, undefined)
    return { changed }
  } catch (error) {
    if (!(error instanceof PaymentProviderError)) throw error
    await noteLook(ctx, error)
    return { changed: 0, failure: error }
  }
}

async function fetchFrom(ctx: Ctx, provider: PaymentProvider, name: string): Promise<number> {
  const since = await sinceWhen(ctx, name)
  const payouts = await provider.listPayouts(since)
  let changed = 0
  for (const payout of payouts.toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt))) {
    if (await isSettled(ctx, name, payout.providerId)) continue
    const entries = await provider.listPayoutEntries(payout.providerId)
    if (await notePayout(ctx, name, payout, entries)) changed += 1
  }
  return changed
}

/** None before our first payment can hold one of ours. */
async function sinceWhen(ctx: Ctx, provider: string): Promise<Date> {
  const [{ since }] = await ctx.sql<[{ since: string | null }]>`
    select coalesce(
      (select min(created_at) from payouts
        where company_id = ${ctx.company.companyId} and provider = ${provider} and status <> 'paidout'
          and (status <> 'failed' or created_at > ${ctx.now}::timestamptz - ${FAILED_DAYS} * interval '1 day')),
      (select max(created_at) from payouts where company_id = ${ctx.company.companyId} and provider = ${provider}),
      (select min(paid_at) - interval '1 day' from payments
        where company_id = ${ctx.company.companyId} and provider = ${provider} and status = 'paid')) as since`
  return since === null ? ctx.now : new Date(since)
}

async function isSettled(ctx: Ctx, provider: string, providerId: string): Promise<boolean> {
  const rows = await ctx.sql`
    select 1 from payouts where company_id = ${ctx.company.companyId} and provider = ${provider}
       and provider_id = ${providerId} and status = 'paidout'`
  return rows.length > 0
}

const noteLook = (ctx: Ctx, failure: PaymentProviderError | undefined) => ctx.sql`
  insert into payout_looks as l (company_id, looked_at, read_at, failure, message)
  values (${ctx.company.companyId}, ${ctx.now}, ${failure ? null : ctx.now}, ${failure?.kind ?? null},
          ${failure?.message ?? null})
  on conflict (company_id) do update
    set looked_at = excluded.looked_at, read_at = coalesce(excluded.read_at, l.read_at), failure = excluded.failure,
        message = excluded.message`
