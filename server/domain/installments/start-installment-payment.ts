import { atomically, type Ctx } from '../../kernel/context.ts'
import { conflict, notFound } from '../../kernel/errors.ts'
import { personName } from '../customers/customer.ts'
import { getPublicInvoice } from '../invoices/get-public-invoice.ts'
import { lockInvoice } from '../invoices/lock-invoice.ts'
import type { Payment } from '../payments/payment.ts'
import type { PaymentProviders } from '../payments/provider.ts'
import { startPayment } from '../payments/start-payment.ts'
import { plansOf } from './find-plan.ts'
import { sharesOf } from './shares.ts'

/**
 * A payment of one installment, due or not yet, for whoever holds the invoice's link; the one under way where there is one.
 * Where the payer lets the rest be charged and no mandate is known yet, it asks for one. Throws `not_found` (also an
 * installment of another invoice), `conflict` (it is paid, tried, or not asked any more; a payment is at the bank),
 * `unavailable` (no payments online).
 */
// oxlint-disable-next-line house/ask-permission -- getPublicInvoice asks
export async function startInstallmentPayment(
  ctx: Ctx,
  providers: PaymentProviders,
  input: { id: string; token: string; installmentId: string; returnTo: string },
): Promise<Payment> {
  const { id, token, installmentId, returnTo } = input
  await getPublicInvoice(ctx, id, token)
  return atomically(ctx, async (tx) => {
    await lockInvoice(tx, id)
    const invoice = await getPublicInvoice(tx, id, token)
    const plan = (await plansOf(tx, id)).find(({ installments }) =>
      installments.some((one) => one.id === installmentId),
    )
    const installment = plan?.installments.find((one) => one.id === installmentId)
    if (!plan || !installment) throw notFound('installment')
    if (installment.state === 'in_progress')
      throw conflict('payment_pending', 'A payment is being processed by the bank.')
    const amountCents = sharesOf(invoice.outstandingCents, plan.installments).ofInstallment.get(installmentId)
    const open = installment.state === 'planned' || installment.state === 'due'
    if (plan.state !== 'running' || !open || !amountCents)
      throw conflict('installment_over', 'Nothing is asked for this installment any more.')
    const wantsMandate = plan.automatic && plan.mandateId === null
    return startPayment(tx, providers, {
      subject: { kind: 'installment', id: installmentId },
      amountCents,
      description: `${invoice.externalNumber} ${installment.position}/${plan.installments.length} ${tx.company.name}`,
      locale: invoice.locale ?? tx.company.locale,
      returnTo,
      ...(wantsMandate
        ? {
            sequence: 'first' as const,
            payerName: personName(invoice.recipient),
            payerEmail: invoice.recipient.email,
          }
        : {}),
    })
  })
}
