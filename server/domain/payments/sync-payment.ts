import type { Ctx } from '../../kernel/context.ts'
import { getPayment, getPaymentByToken } from './find-payment.ts'
import { openCheckout } from './open-checkout.ts'
import type { Payment } from './payment.ts'
import { providerOf } from './provider-of.ts'
import { PaymentProviderError, type PaymentProviders } from './provider.ts'
import { recordState } from './record-state.ts'

/**
 * Asks the provider how a payment stands and notes it; nothing that anyone else says is believed. Safe at any time, any
 * number of times at once. A charge that was not ordered yet is ordered. Throws `not_found`, `PaymentProviderError`,
 * and for a charge what `openCheckout` throws.
 */
// oxlint-disable-next-line house/ask-permission -- it brings nothing but what is true
export async function syncPayment(ctx: Ctx, providers: PaymentProviders, id: string): Promise<Payment> {
  const payment = await getPayment(ctx, id)
  if (payment.providerId === null)
    return payment.sequence === 'recurring' ? openCheckout(ctx, providers, id) : payment
  const provider = await providerOf(ctx, providers, payment)
  return recordState(ctx, id, await provider.getPayment(payment.providerId))
}

/**
 * The word of a provider that something changed, under the secret address that it was given with the order. `providerId`
 * is its id of the payment; where the answer to the order was lost, this is how we learn it. A webhook about anything
 * else is ignored. Throws `not_found` (no such address), `PaymentProviderError` (to be told again).
 */
// oxlint-disable-next-line house/ask-permission -- the token is the permission
export async function hearWebhook(
  ctx: Ctx,
  providers: PaymentProviders,
  token: string,
  providerId: string,
): Promise<void> {
  const payment = await getPaymentByToken(ctx, token)
  if (payment.providerId !== null && payment.providerId !== providerId) return
  const provider = await providerOf(ctx, providers, payment)
  const state = await provider.getPayment(providerId).catch((error: unknown) => {
    if (error instanceof PaymentProviderError && error.kind === 'not_found') return undefined
    throw error
  })
  // Only an order of ours bears our id: an address that leaked cannot be used to note another payment as this one.
  if (state?.reference !== payment.id) return
  await recordState(ctx, payment.id, state)
}

/** Of a page: how the payment stands, as far as the provider can be asked now. */
// oxlint-disable-next-line house/ask-permission -- it brings nothing but what is true
export async function latestOf(ctx: Ctx, providers: PaymentProviders, payment: Payment): Promise<Payment> {
  try {
    return await syncPayment(ctx, providers, payment.id)
  } catch (error) {
    if (error instanceof PaymentProviderError) return payment
    throw error
  }
}
