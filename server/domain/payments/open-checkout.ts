import { BalieError, conflict } from '../../kernel/errors.ts'
import type { Ctx } from '../../kernel/context.ts'
import { getPayment } from './find-payment.ts'
import { recordState } from './record-state.ts'
import type { Payment } from './payment.ts'
import { providerOf } from './provider-of.ts'
import { PaymentProviderError, type PaymentProvider, type PaymentProviders } from './provider.ts'

/** How long providers remember an order by its idempotency key: an hour is promised, some of it is kept in reserve. */
const REMEMBERED_MS = 50 * 60_000

/**
 * Makes a noted payment known to its provider and answers where the payer can pay. Repeating is safe: the provider
 * knows the order by our id, and an order whose answer was lost long ago is looked up. Must not stand in a transaction:
 * what the provider did cannot be rolled back. Throws `not_found`, `conflict` (refused, or over already), `unavailable`
 * (try again).
 */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for the permission of what is paid
export async function openCheckout(ctx: Ctx, providers: PaymentProviders, id: string): Promise<Payment> {
  const payment = await getPayment(ctx, id)
  if (payment.status !== 'created') return payment
  try {
    const provider = await providerOf(ctx, providers, payment)
    const customerId = payment.providerCustomerId ?? (await customerOf(ctx, provider, payment))
    const sentBefore = await markSent(ctx, payment)
    const known =
      sentBefore && customerId && ctx.now.getTime() - sentBefore.getTime() > REMEMBERED_MS
        ? await provider.findPayment(customerId, payment.id)
        : undefined
    const state =
      known ??
      (await provider.createPayment({
        reference: payment.id,
        amountCents: payment.amountCents,
        currency: payment.currency,
        description: payment.description,
        sequence: payment.sequence,
        redirectUrl: `${providers.publicUrl()}/payment/${payment.token}/return`,
        webhookUrl: `${providers.publicUrl()}/webhooks/${payment.provider}/${payment.token}`,
        method: payment.wantedMethod ?? undefined,
        locale: payment.locale ?? undefined,
        customerId: customerId ?? undefined,
        mandateId: payment.sequence === 'recurring' ? (payment.mandateId ?? undefined) : undefined,
      }))
    return await recordState(ctx, payment.id, state)
  } catch (error) {
    if (!(error instanceof PaymentProviderError)) throw error
    if (error.kind !== 'refused' && error.kind !== 'not_found')
      throw new BalieError('unavailable', 'payments', 'The payment provider does not answer; try again.', 10)
    await recordState(ctx, payment.id, { failure: error.message })
    throw conflict('payment_refused', 'The payment provider refused the payment.')
  }
}

/** The provider must know who pays first, to charge again later. */
async function customerOf(ctx: Ctx, provider: PaymentProvider, payment: Payment): Promise<string | null> {
  if (payment.sequence !== 'first') return null
  const customerId = await provider.createCustomer({
    reference: payment.id,
    name: payment.payerName ?? undefined,
    email: payment.payerEmail ?? undefined,
  })
  await ctx.sql`
    update payments set provider_customer_id = ${customerId}
     where company_id = ${ctx.company.companyId} and id = ${payment.id} and provider_customer_id is null`
  return (await getPayment(ctx, payment.id)).providerCustomerId
}

/** Notes that the provider is asked now. Answers when it was asked first, if it was. */
async function markSent(ctx: Ctx, payment: Payment): Promise<Date | undefined> {
  await ctx.sql`
    update payments set sent_at = ${ctx.now}
     where company_id = ${ctx.company.companyId} and id = ${payment.id} and sent_at is null`
  return payment.sentAt === null ? undefined : new Date(payment.sentAt)
}
