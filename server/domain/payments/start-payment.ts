import { conflict } from '../../kernel/errors.ts'
import { paymentsOf } from './find-payment.ts'
import { insertPayment, type NewPayment } from './insert-payment.ts'
import type { Payment, TxCtx } from './payment.ts'
import type { PaymentProviders } from './provider.ts'

/** A checkout that is about to expire is not offered again. */
const LEAST_LEFT_MS = 60_000

/**
 * The payment of this thing and amount that is under way, else a new one: who presses twice does not pay twice. The
 * caller holds the lock on the subject's row, so that of many at once one begins. Throws `conflict` while a payment that
 * covers the amount is at the bank, and what `insertPayment` throws.
 */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for the permission of what is paid
export async function startPayment(
  ctx: TxCtx,
  providers: PaymentProviders,
  input: NewPayment,
): Promise<Payment> {
  const payments = await paymentsOf(ctx, input.subject, 50)
  const atBank = payments
    .filter(({ status }) => status === 'pending' || status === 'authorized')
    .reduce((cents, { amountCents }) => cents + amountCents, 0)
  if (atBank >= input.amountCents)
    throw conflict('payment_pending', 'A payment is being processed by the bank.')
  const underWay = payments.find(
    ({ status, amountCents, expiresAt, wantedMethod }) =>
      (status === 'created' || status === 'open') &&
      amountCents === input.amountCents &&
      wantedMethod === (input.method ?? null) &&
      (expiresAt === null || Date.parse(expiresAt) - ctx.now.getTime() > LEAST_LEFT_MS),
  )
  return underWay ?? insertPayment(ctx, providers, input)
}
