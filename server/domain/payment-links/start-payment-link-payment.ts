import { atomically, type Ctx } from '../../kernel/context.ts'
import { conflict, notFound } from '../../kernel/errors.ts'
import { insertPayment, type NewPayment } from '../payments/insert-payment.ts'
import type { Payment } from '../payments/payment.ts'
import type { PaymentProviders } from '../payments/provider.ts'
import { startPayment } from '../payments/start-payment.ts'
import { paymentLinkColumns, type PaymentLink } from './payment-link.ts'

/**
 * A payment by a link, for whoever has it. A link for one use has one payment under way, a reusable one as many as there
 * are payers. Throws `not_found`, `conflict` (not open, or a payment is at the bank), `unavailable`.
 */
// oxlint-disable-next-line house/ask-permission -- the link is the permission
export async function startPaymentLinkPayment(
  ctx: Ctx,
  providers: PaymentProviders,
  { id, locale, returnTo }: { id: string; locale: string; returnTo: string },
): Promise<Payment> {
  return atomically(ctx, async (tx) => {
    const [link] = await tx.sql<PaymentLink[]>`
      select ${paymentLinkColumns(tx)} from payment_links
       where company_id = ${tx.company.companyId} and id = ${id} for update`
    if (!link) throw notFound('payment_link')
    if (link.status !== 'open')
      throw conflict('payment_link_closed', `The payment link can no longer be used: it is ${link.status}.`)
    const payment: NewPayment = {
      subject: { kind: 'payment_link', id },
      amountCents: link.amountCents,
      description: link.description,
      locale,
      returnTo,
    }
    return link.reusable ? insertPayment(tx, providers, payment) : startPayment(tx, providers, payment)
  })
}
