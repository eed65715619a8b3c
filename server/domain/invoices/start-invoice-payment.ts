import { atomically, type Ctx } from '../../kernel/context.ts'
import { conflict } from '../../kernel/errors.ts'
import type { Payment } from '../payments/payment.ts'
import type { PaymentProviders } from '../payments/provider.ts'
import { startPayment } from '../payments/start-payment.ts'
import { getPublicInvoice } from './get-public-invoice.ts'

/**
 * A payment of what is outstanding and of no installment at the bank, for whoever holds the invoice's link; the one under way where there is one.
 * `returnTo` is where the payer comes back to. Throws `not_found`, `conflict` (retracted, paid, a payment is at the
 * bank), `unavailable` (the company takes no payments online).
 */
// oxlint-disable-next-line house/ask-permission -- getPublicInvoice asks
export async function startInvoicePayment(
  ctx: Ctx,
  providers: PaymentProviders,
  { id, token, returnTo }: { id: string; token: string; returnTo: string },
): Promise<Payment> {
  const invoice = await getPublicInvoice(ctx, id, token)
  return atomically(ctx, async (tx) => {
    const [state] = await tx.sql<[{ outstandingCents: number; retracted: boolean }]>`
      select outstanding_cents as "outstandingCents", retracted_at is not null as retracted from invoices
       where company_id = ${tx.company.companyId} and id = ${id} for update`
    // By itself: it sees what was begun while this one waited.
    const [{ inProgressCents }] = await tx.sql<[{ inProgressCents: number }]>`
      select coalesce(sum(x.asked_cents), 0)::bigint as "inProgressCents"
        from installment_plans p join installments x on x.company_id = p.company_id and x.plan_id = p.id
       where p.company_id = ${tx.company.companyId} and p.invoice_id = ${id} and x.state = 'in_progress'`
    const amountCents = state.outstandingCents - inProgressCents
    if (state.retracted) throw conflict('invoice_retracted', 'The invoice was retracted.')
    if (state.outstandingCents <= 0)
      throw conflict('invoice_already_paid', 'The invoice has nothing outstanding; it is paid already.')
    if (amountCents <= 0) throw conflict('payment_pending', 'A payment is being processed by the bank.')
    return startPayment(tx, providers, {
      subject: { kind: 'invoice', id },
      amountCents,
      description: `${invoice.externalNumber} ${tx.company.name}`,
      locale: invoice.locale ?? tx.company.locale,
      returnTo,
    })
  })
}
