import { plansOf } from '../../../domain/installments/find-plan.ts'
import { getPublicInvoice } from '../../../domain/invoices/get-public-invoice.ts'
import type { InvoiceDetails } from '../../../domain/invoices/invoice.ts'
import { isOver, type Payment } from '../../../domain/payments/payment.ts'
import { latestOf } from '../../../domain/payments/sync-payment.ts'
import type { Ctx } from '../../../kernel/context.ts'
import type { Deps } from '../../edge.ts'
import { paymentNamed } from '../payments/enter.ts'

/**
 * The invoice, and its payment (or that of one of its installments) that a return address names, both as they are when the
 * provider has been asked; no payment for anything else. Throws `not_found`.
 */
export async function afterPayment(
  ctx: Ctx,
  deps: Deps,
  { id, token }: { id: string; token: string },
  named: unknown,
): Promise<{ invoice: InvoiceDetails; payment: Payment | undefined }> {
  const invoice = await getPublicInvoice(ctx, id, token)
  if (named === undefined) return { invoice, payment: undefined }
  const known =
    (await paymentNamed(ctx, named, { kind: 'invoice', id })) ?? (await ofInstallment(ctx, named, id))
  if (!known || isOver(known.status)) return { invoice, payment: known }
  const payment = await latestOf(ctx, deps.payments, known)
  return { invoice: await getPublicInvoice(ctx, id, token), payment }
}

async function ofInstallment(ctx: Ctx, token: unknown, id: string): Promise<Payment | undefined> {
  for (const { installments } of await plansOf(ctx, id))
    for (const installment of installments) {
      const payment = await paymentNamed(ctx, token, { kind: 'installment', id: installment.id })
      if (payment) return payment
    }
  return undefined
}
