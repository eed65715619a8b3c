import { atomically, type Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { insertEvent } from '../events/event.ts'
import { noteResult } from '../partner-payments/note-result.ts'
import { resultOf } from '../partner-payments/partner-payment.ts'
import {
  laterStatus,
  paymentColumns,
  type EntryKind,
  type Payment,
  type PaymentEntry,
  type PaymentStatus,
  type TxCtx,
} from './payment.ts'
import { nextLook } from './next-look.ts'
import { PaymentProviderError, type ProviderPayment } from './provider.ts'
import { subjects, type SubjectKind } from './subjects.ts'
import { addSyncPaymentJob } from './sync-job.ts'

/** What a provider said of a payment: how it stands, or why it would not take the order. */
export type Told = ProviderPayment | { failure: string }

/**
 * Brings a payment to what its provider said: the state, every movement of money once, the word to whoever owns the
 * subject, the job for the next look, all in one transaction. States only move forward and movements only add up, so
 * that answers may come twice, late and in any order. The row lock makes many at once wait for each other.
 */
// oxlint-disable-next-line house/ask-permission -- what happened is noted, whoever told
export async function recordState(ctx: Ctx, id: string, told: Told): Promise<Payment> {
  return atomically(ctx, async (tx) => {
    const [known] = await tx.sql<Payment[]>`
      select ${paymentColumns(tx)} from payments
       where company_id = ${tx.company.companyId} and id = ${id} for update`
    if (!known) throw notFound('payment')
    if (!('status' in told)) return refused(tx, known, told.failure)
    assertSame(known, told)
    const status = laterStatus(known.status, told.status)
    const payment = await update(tx, known, told, status)
    const entries = status === 'paid' ? await insertEntries(tx, known, told) : []
    await tellOwner(tx, payment, known.status, entries)
    return payment
  })
}

async function tellOwner(
  ctx: TxCtx,
  payment: Payment,
  previous: PaymentStatus,
  entries: PaymentEntry[],
): Promise<void> {
  if (payment.status === previous && entries.length === 0) return
  await ctx.sql`
    with change as (
      select ${ctx.company.companyId}::integer as company_id, ${payment.id}::uuid as id,
             jsonb_build_object('status', ${previous}::text) as before,
             jsonb_build_object('status', ${payment.status}::text, 'entries', ${entries.map(({ kind }) => kind)}::text[]) as after
    ) ${insertEvent(ctx, 'payment.changed')} from change`
  await subjects[payment.subjectKind as SubjectKind](ctx, { payment, previous, entries })
  if (payment.subjectKind === 'invoice') await noteResult(ctx, payment.id, resultOf(payment))
}

/** An answer about another payment, or of another amount, must never be noted as this one's. */
function assertSame(known: Payment, told: ProviderPayment): void {
  const same =
    (told.reference === undefined || told.reference === known.id) &&
    (known.providerId === null || told.providerId === known.providerId) &&
    told.currency === known.currency &&
    told.amountCents === known.amountCents
  if (!same) throw new PaymentProviderError('refused', 'The provider answered with another payment.')
}

async function update(
  ctx: TxCtx,
  known: Payment,
  told: ProviderPayment,
  status: PaymentStatus,
): Promise<Payment> {
  const changed = status !== known.status
  const look = nextLook({ status, createdAt: known.createdAt, paidAt: told.paidAt, now: ctx.now })
  const [payment] = await ctx.sql<[Payment]>`
    with changed as (
      update payments
         set status = ${status}, provider_id = ${told.providerId},
             provider_customer_id = coalesce(provider_customer_id, ${told.customerId ?? null}),
             mandate_id = coalesce(${told.mandateId ?? null}, mandate_id),
             checkout_url = coalesce(${told.checkoutUrl ?? null}, checkout_url),
             method = coalesce(${told.method ?? null}, method),
             payer_name = coalesce(${told.payerName ?? null}, payer_name),
             failure = case when ${status} = 'paid' then null else coalesce(${told.failure ?? null}, failure) end,
             refunded_cents = greatest(refunded_cents, ${told.amountRefundedCents}),
             charged_back_cents = greatest(charged_back_cents, ${told.amountChargedBackCents}),
             paid_at = coalesce(paid_at, ${told.paidAt ?? null}), expires_at = coalesce(${told.expiresAt ?? null}, expires_at),
             failed_looks = 0, changed_at = case when ${changed} then ${ctx.now} else changed_at end
       where company_id = ${ctx.company.companyId} and id = ${known.id}
      returning *
    ), job as (
      select ${addSyncPaymentJob(ctx.sql, look ?? ctx.now)} from changed where ${look !== undefined}
    )
    select ${paymentColumns(ctx)}, (select count(*) from job) as jobs from changed`
  return payment
}

async function refused(ctx: TxCtx, known: Payment, failure: string): Promise<Payment> {
  if (known.status !== 'created') return known
  const [payment] = await ctx.sql<[Payment]>`
    update payments set status = 'failed', failure = ${failure}, changed_at = ${ctx.now}
     where company_id = ${ctx.company.companyId} and id = ${known.id}
    returning ${paymentColumns(ctx)}`
  await tellOwner(ctx, payment, known.status, [])
  return payment
}

/** Notes the movements of money that are not noted yet; the unique key keeps each to once. */
async function insertEntries(ctx: TxCtx, known: Payment, told: ProviderPayment): Promise<PaymentEntry[]> {
  const happened = movementsOf(told, ctx.now).map((movement) => ({ id: newId(), ...movement }))
  return ctx.sql<PaymentEntry[]>`
    with happened as (
      select * from jsonb_to_recordset(${ctx.sql.json(happened)}::jsonb)
        as h (id uuid, kind text, provider_id text, amount_cents bigint, occurred_at timestamptz)
    ), noted as (
      insert into payment_entries (company_id, id, payment_id, kind, provider_id, amount_cents, occurred_at, created_at)
      select ${ctx.company.companyId}::integer, h.id, ${known.id}::uuid, h.kind, h.provider_id, h.amount_cents,
             h.occurred_at, ${ctx.now}::timestamptz
        from happened h
      on conflict (company_id, payment_id, kind, provider_id) do nothing
      returning id, kind, amount_cents as "amountCents", occurred_at as "occurredAt"
    )
    select * from noted order by "occurredAt", id`
}

interface Movement {
  kind: EntryKind
  provider_id: string
  amount_cents: number
  occurred_at: string
}

/** Every movement of money that a paid payment tells of. */
export function movementsOf(told: ProviderPayment, now: Date): Movement[] {
  const movement = (kind: EntryKind, provider_id: string, amount_cents: number, occurred_at: string) => ({
    kind,
    provider_id,
    amount_cents,
    occurred_at,
  })
  const paid =
    told.status === 'paid'
      ? [movement('payment', told.providerId, told.amountCents, told.paidAt ?? now.toISOString())]
      : []
  const refunds = told.refunds.flatMap(({ id, amountCents, at, status }) => {
    if (status === 'pending') return []
    const refund = movement('refund', id, amountCents, at)
    // Both ways, also when we never saw it done: then an older answer that comes late finds nothing left to do.
    return status === 'failed' ? [refund, movement('refund_failed', id, amountCents, at)] : [refund]
  })
  const chargebacks = told.chargebacks.flatMap(({ id, amountCents, at, reversedAt }) => [
    movement('chargeback', id, amountCents, at),
    ...(reversedAt === undefined ? [] : [movement('chargeback_reversed', id, amountCents, reversedAt)]),
  ])
  return [...paid, ...refunds, ...chargebacks]
}
