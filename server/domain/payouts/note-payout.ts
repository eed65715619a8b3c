import { atomically, type Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { insertEvent } from '../events/event.ts'
import type { ProviderPayout, ProviderPayoutEntry } from '../payments/provider.ts'

/** Rows that one statement takes. */
const AT_ONCE = 5_000

/**
 * Notes a payout with all that is in it, as its provider told. One that was paid out already stays as it is, whatever is told
 * late. Answers whether something changed.
 */
// oxlint-disable-next-line house/ask-permission -- what happened is noted, whoever told
export async function notePayout(
  ctx: Ctx,
  provider: string,
  told: ProviderPayout,
  entries: ProviderPayoutEntry[],
): Promise<boolean> {
  const { companyId } = ctx.company
  return atomically(ctx, async (tx) => {
    const { sql } = tx
    await sql`
      insert into payouts (company_id, id, provider, provider_id, reference, status, amount_cents, currency, created_at,
                           settled_at, noted_at)
      values (${companyId}, ${newId()}, ${provider}, ${told.providerId}, null, 'open', 0, ${told.currency},
              ${told.createdAt}, null, ${ctx.now})
      on conflict (company_id, provider, provider_id) do nothing`
    const [known] = await sql<[{ id: string; status: string }]>`
      select id, status from payouts
       where company_id = ${companyId} and provider = ${provider} and provider_id = ${told.providerId} for update`
    if (known.status === 'paidout') return false
    const changed = await sql`
      with changed as (
        update payouts now
           set reference = ${told.reference ?? null}, status = ${told.status}, amount_cents = ${told.amountCents},
               currency = ${told.currency}, settled_at = ${told.settledAt ?? null}
          from payouts old
         where now.company_id = ${companyId} and now.id = ${known.id} and old.company_id = now.company_id and old.id = now.id
        returning now.company_id, now.id, old.noted_at = ${ctx.now} or old.status <> now.status as differs,
                  jsonb_build_object('status', old.status) as before,
                  jsonb_build_object('status', now.status, 'amountCents', now.amount_cents, 'reference', now.reference) as after
      )
      ${insertEvent(ctx, 'payout.changed')} from changed where differs returning 1`
    await sql`delete from payout_entries where company_id = ${companyId} and payout_id = ${known.id}`
    for (let at = 0; at < entries.length; at += AT_ONCE)
      await insert(tx, known.id, entries.slice(at, at + AT_ONCE))
    return changed.length > 0
  })
}

const insert = ({ sql, company }: Ctx, payoutId: string, entries: ProviderPayoutEntry[]) => sql`
  insert into payout_entries (company_id, id, payout_id, kind, provider_id, payment_provider_id, amount_cents,
                              description, occurred_at)
  select ${company.companyId}, e.* from jsonb_to_recordset(${sql.json(
    entries.map(({ kind, providerId, paymentId, amountCents, description, at }) => ({
      id: newId(),
      payout_id: payoutId,
      kind,
      provider_id: providerId,
      payment_provider_id: paymentId ?? null,
      amount_cents: amountCents,
      description: description ?? null,
      occurred_at: at,
    })),
  )}::jsonb) as e (id uuid, payout_id uuid, kind text, provider_id text, payment_provider_id text, amount_cents bigint,
                   description text, occurred_at timestamptz)`
