import type { Ctx } from '../../kernel/context.ts'
import { openCheckout } from './open-checkout.ts'
import { isOver, type Payment } from './payment.ts'
import type { PaymentProviders } from './provider.ts'
import { latestOf } from './sync-payment.ts'

/**
 * Where the payer goes to make a payment: the provider's page, asked for if need be, and looked at again when it was
 * given out before. Undefined when the payment is over, or paid. Throws what `openCheckout` throws; must not stand in a
 * transaction.
 */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for the permission of what is paid
export async function checkoutOf(
  ctx: Ctx,
  providers: PaymentProviders,
  payment: Payment,
): Promise<string | undefined> {
  const known =
    payment.status === 'created'
      ? await openCheckout(ctx, providers, payment.id)
      : isOver(payment.status)
        ? payment
        : await latestOf(ctx, providers, payment)
  return isOver(known.status) || known.checkoutUrl === null ? undefined : known.checkoutUrl
}

/**
 * Starts, and goes to the checkout. A payment under way that turns out to be over (canceled at the bank, say) is followed
 * by a new one. Throws what `start` and `openCheckout` throw.
 */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for the permission of what is paid
export async function startCheckout(
  ctx: Ctx,
  providers: PaymentProviders,
  start: () => Promise<Payment>,
): Promise<string | undefined> {
  return (
    (await checkoutOf(ctx, providers, await start())) ?? (await checkoutOf(ctx, providers, await start()))
  )
}
