import { atomically, type Ctx } from '../../kernel/context.ts'
import { BalieError, conflict, invalid } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { createPayableInvoice, type PayableInvoice } from '../invoices/create-payable-invoice.ts'
import { lockInvoice } from '../invoices/lock-invoice.ts'
import { insertPayment } from '../payments/insert-payment.ts'
import { paymentsOf } from '../payments/find-payment.ts'
import { openCheckout } from '../payments/open-checkout.ts'
import type { Payment, TxCtx } from '../payments/payment.ts'
import type { PaymentProviders } from '../payments/provider.ts'
import { findPartnerPayment } from './find-partner-payment.ts'
import { noteResult } from './note-result.ts'
import { providerMethod, type PartnerMethod, type PartnerPayment } from './partner-payment.ts'

/** Less is not worth what a provider takes for it. */
export const LEAST_CENTS = 100

export interface PaymentStart {
  partnerId: string
  method: PartnerMethod
  /** Where the payer comes back to in the end. Of a registered host. */
  redirectUrl: string
  /** The address of ours that signs the way there. */
  returnTo: string
  locale: string | undefined
  /** The partner's name for the payment; 10 to 50 characters. */
  ownId: string | undefined
  /** What is paid: an invoice that is there, by its id, or one that is made. */
  of: { invoiceId: string } | { made: PayableInvoice }
}

export interface StartedPayment {
  payment: PartnerPayment
  /** The provider's page; undefined when the provider would not take the payment or did not answer: see `result`. */
  checkoutUrl: string | undefined
}

/**
 * Begins a payment that a partner's page asks for: a new one each time. The invoice (where there was none), the payment and
 * the partner's note of it are one change; the provider is asked afterwards. Throws `forbidden`, `invalid` (by the names
 * of the contract's parameters), `conflict` (a payment of it is at the bank), `unavailable` (the company takes no payments).
 */
export async function startPartnerPayment(
  ctx: Ctx,
  providers: PaymentProviders,
  start: PaymentStart,
): Promise<StartedPayment> {
  allow(ctx.actor, 'invoices:write')
  const payment = await atomically(ctx, async (tx) => {
    const subject =
      'made' in start.of ? await makeInvoice(tx, start.of.made) : await payableInvoice(tx, start.of.invoiceId)
    const made = await insertPayment(tx, providers, {
      subject: { kind: 'invoice', id: subject.id },
      amountCents: subject.amountCents,
      description: subject.description,
      method: providerMethod(start.method),
      locale: start.locale ?? subject.locale,
      returnTo: start.returnTo,
      ...subject.payer,
    })
    await note(tx, start, made, subject)
    return made
  })
  const checkoutUrl = await checkout(ctx, providers, payment)
  const known = await findPartnerPayment(ctx, payment.id)
  if (!known) throw new Error('a payment that was begun is there')
  return { payment: known, checkoutUrl }
}

interface Subject {
  id: string
  externalNumber: string
  amountCents: number
  description: string
  locale: string
  payer: { payerName?: string; payerEmail?: string }
}

async function makeInvoice(ctx: TxCtx, made: PayableInvoice): Promise<Subject> {
  const { id, externalNumber } = await createPayableInvoice(ctx, made)
  const { name, email } = made.recipient
  return {
    id,
    externalNumber,
    amountCents: made.amountCents,
    description: made.description,
    locale: made.locale,
    payer: {
      payerName: [name.firstName, name.infix, name.lastName].filter((part) => part !== '').join(' '),
      ...(email === '' ? {} : { payerEmail: email }),
    },
  }
}

/** All that is due of an invoice, under its lock. */
async function payableInvoice(ctx: TxCtx, id: string): Promise<Subject> {
  await lockInvoice(ctx, id).catch((error: unknown) => {
    if (error instanceof BalieError && error.code === 'not_found')
      throw invalid('invoice_id', 'must be the ID of an invoice of the company')
    throw error
  })
  const [invoice] = await ctx.sql<
    [{ outstandingCents: number; retracted: boolean; externalNumber: string; locale: string | null }]
  >`
    select outstanding_cents as "outstandingCents", retracted_at is not null as retracted,
           external_number as "externalNumber", locale
      from invoices where company_id = ${ctx.company.companyId} and id = ${id}`
  if (invoice.retracted || invoice.outstandingCents <= 0)
    throw invalid('invoice_id', 'must be of an invoice with something due')
  if (invoice.outstandingCents < LEAST_CENTS) throw invalid('amount_cents', `must be at least ${LEAST_CENTS}`)
  const payments = await paymentsOf(ctx, { kind: 'invoice', id }, 50)
  const atBank = payments
    .filter(({ status }) => status === 'pending' || status === 'authorized')
    .reduce((cents, { amountCents }) => cents + amountCents, 0)
  if (atBank >= invoice.outstandingCents)
    throw conflict('payment_in_progress', 'A payment of the invoice is being processed by the bank.')
  return {
    id,
    externalNumber: invoice.externalNumber,
    amountCents: invoice.outstandingCents,
    description: `${invoice.externalNumber} ${ctx.company.name}`,
    locale: invoice.locale ?? ctx.company.locale,
    payer: {},
  }
}

/** The partner's note of the payment. Throws `invalid` for a name that the partner has given to another. */
async function note(ctx: TxCtx, start: PaymentStart, payment: Payment, subject: Subject): Promise<void> {
  const insert = (ownId: string | null) => ctx.sql`
    insert into partner_payments (company_id, id, partner_id, own_id, invoice_id, external_number, method,
                                  redirect_url, result, created_at, changed_at)
    values (${ctx.company.companyId}, ${payment.id}, ${start.partnerId}, ${ownId}, ${subject.id},
            ${subject.externalNumber}, ${start.method}, ${start.redirectUrl}, 'pending', ${ctx.now}, ${ctx.now})
    on conflict (company_id, partner_id, own_id) where own_id is not null do nothing`
  const { count } = await insert(start.ownId ?? null)
  if (count > 0) return
  // With an invoice all other parameters are left out of account, so a name that is taken is no error there.
  if ('made' in start.of) throw invalid('payment_id', 'was used for another payment')
  await insert(null)
}

/** The provider's page. A provider that refuses or does not answer leaves the result `error`: documented for just that. */
async function checkout(
  ctx: Ctx,
  providers: PaymentProviders,
  payment: Payment,
): Promise<string | undefined> {
  try {
    return (await openCheckout(ctx, providers, payment.id)).checkoutUrl ?? undefined
  } catch (error) {
    if (!(error instanceof BalieError)) throw error
    await noteResult(ctx, payment.id, 'error')
    return undefined
  }
}
