import { connectPayments } from '../../server/domain/payments/connect-payments.ts'
import { startInvoicePayment } from '../../server/domain/invoices/start-invoice-payment.ts'
import { openCheckout } from '../../server/domain/payments/open-checkout.ts'
import type { Payment } from '../../server/domain/payments/payment.ts'
import type { TestApp, Tenant } from './app.ts'
import { anInvoice, type AnInvoice } from './builders.ts'
import type { FakeMollie } from './mollie.ts'

/** A company that is paid through the fake Mollie. */
export async function aTenantWithMollie(running: TestApp, fake: FakeMollie): Promise<Tenant> {
  const tenant = await running.tenant()
  await connectMollie(running, tenant, fake)
  return tenant
}

export const connectMollie = (running: TestApp, tenant: Tenant, fake: FakeMollie, apiKey = fake.apiKey) =>
  connectPayments(tenant.ctx(), running.payments, {
    provider: 'mollie',
    baseUrl: fake.url,
    secrets: { apiKey },
  })

/** An invoice and a payment of it that waits for its payer. */
export async function anOpenPayment(
  running: TestApp,
  tenant: Tenant,
  amountCents = 9000,
): Promise<AnInvoice & { payment: Payment }> {
  const made = await anInvoice(tenant, amountCents)
  return { ...made, payment: await payAgain(running, tenant, made) }
}

/** Another payment of the same invoice, or the one under way. */
export async function payAgain(running: TestApp, tenant: Tenant, { invoice }: AnInvoice): Promise<Payment> {
  const started = await startInvoicePayment(tenant.ctx(), running.payments, {
    id: invoice.id,
    token: invoice.linkToken,
    returnTo: '/back',
  })
  return openCheckout(tenant.ctx(), running.payments, started.id)
}

/** What Mollie does when something changed. */
export const callWebhook = (running: TestApp, payment: Payment, id = payment.providerId!) =>
  running.app.inject({
    method: 'POST',
    url: `/webhooks/mollie/${payment.token}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: `id=${id}`,
  })

export interface Ledger {
  outstandingCents: number
  paid: boolean
  /** `payment -9000 ideal`, in order. */
  lines: string[]
  /** Types of the invoice's events, without its creation. */
  events: string[]
}

/** What the ledger says of an invoice. */
export async function ledgerOf(tenant: Tenant, { invoice }: AnInvoice): Promise<Ledger> {
  const { sql, company } = tenant.ctx()
  const [state] = await sql<[{ outstandingCents: number; paid: boolean }]>`
    select outstanding_cents as "outstandingCents", paid_at is not null as paid from invoices
     where company_id = ${company.companyId} and id = ${invoice.id}`
  const lines = await sql<{ line: string }[]>`
    select concat_ws(' ', kind, amount_cents, payment_method) as line from invoice_lines
     where company_id = ${company.companyId} and invoice_id = ${invoice.id} and kind <> 'charge'
     order by created_at, id`
  const events = await sql<{ type: string }[]>`
    select type from events where company_id = ${company.companyId} and subject_id = ${invoice.id}
       and type <> 'invoice.created' order by at, id`
  return { ...state, lines: lines.map(({ line }) => line), events: events.map(({ type }) => type) }
}

/** A payment of an invoice of its own, that its payer made; answers Mollie's id of it. */
export async function aPaidPayment(
  running: TestApp,
  tenant: Tenant,
  fake: FakeMollie,
  amountCents?: number,
): Promise<AnInvoice & { payment: Payment; providerId: string }> {
  const made = await anOpenPayment(running, tenant, amountCents)
  const providerId = made.payment.providerId!
  fake.pay(providerId)
  await callWebhook(running, made.payment)
  return { ...made, providerId }
}
