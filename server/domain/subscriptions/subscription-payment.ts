import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import type { Instant, PlainDate } from '../../kernel/time.ts'
import { actorName } from '../../kernel/context.ts'
import type { Payment, PaymentStatus } from '../payments/payment.ts'

/** A payment of one term of a subscription: a charge, or the first payment of who signed up. */
export interface SubscriptionPayment {
  id: string
  subscriptionId: string
  /** The first day of the term. */
  startsOn: PlainDate
  invoiceId: string | null
  amountCents: number
  currency: string
  status: PaymentStatus
  refundedCents: number
  chargedBackCents: number
  provider: string
  /** The provider's id of the payment, once it has one. */
  providerId: string | null
  createdAt: Instant
}

/** A term as its payments need it. */
export interface PaidTerm {
  subscriptionId: string
  startsOn: PlainDate
  invoiceId: string | null
}

export const toSubscriptionPayment = (payment: Payment, term: PaidTerm): SubscriptionPayment => ({
  id: payment.id,
  subscriptionId: term.subscriptionId,
  startsOn: term.startsOn,
  invoiceId: term.invoiceId,
  amountCents: payment.amountCents,
  currency: payment.currency,
  status: payment.status,
  refundedCents: payment.refundedCents,
  chargedBackCents: payment.chargedBackCents,
  provider: payment.provider,
  providerId: payment.providerId,
  createdAt: payment.createdAt,
})

/** The event of a charge that was made or has changed. `after` is the whole payment, for whoever is told of it. */
// oxlint-disable-next-line house/ask-permission -- a part of the system's own jobs
export async function insertPaymentEvent(
  ctx: Ctx,
  type: 'subscription_payment.created' | 'subscription_payment.updated',
  payment: SubscriptionPayment,
  before: { status: PaymentStatus } | null,
): Promise<void> {
  await ctx.sql`
    insert into events (company_id, id, type, subject_id, actor, at, before, after)
    values (${ctx.company.companyId}, ${newId()}, ${type}, ${payment.id}, ${actorName(ctx.actor)}, ${ctx.now},
            ${before && ctx.sql.json(before)}, ${ctx.sql.json(payment as never)})`
}
