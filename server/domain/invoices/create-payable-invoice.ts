import { invalid } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { dayIn } from '../../kernel/time.ts'
import { monthlyBatch } from '../batches/monthly-batch.ts'
import type { Recipient } from '../customers/customer.ts'
import { memberCustomer } from '../customers/member-customer.ts'
import type { TxCtx } from '../payments/payment.ts'
import { insertInvoice } from './insert-invoice.ts'

/** An invoice that is made because somebody is about to pay it. */
export interface PayableInvoice {
  amountCents: number
  description: string
  /** The partner's, unique in the company; left out, our own number serves. */
  externalNumber: string | undefined
  locale: string
  recipient: Recipient
}

/**
 * Makes the invoice that a payment which comes without one is for, in the month's batch of such. Answers its id and number.
 * Throws `forbidden`, `invalid` (the number was used before). The lock makes two of one number wait for each other.
 */
export async function createPayableInvoice(
  ctx: TxCtx,
  input: PayableInvoice,
): Promise<{ id: string; externalNumber: string }> {
  allow(ctx.actor, 'invoices:write')
  const { companyId } = ctx.company
  if (input.externalNumber !== undefined) await refuseUsedNumber(ctx, input.externalNumber)
  const sources = ctx.sql`
    guard as (select 1), ${memberCustomer(ctx, input.recipient, null, 'guard')}, ${monthlyBatch(ctx, 'guard', 'ideal')}`
  const invoice = await insertInvoice(
    ctx,
    {
      externalNumber: input.externalNumber ?? '',
      reference: null,
      locale: input.locale,
      directDebitIban: null,
      federationMembershipNumber: null,
      clubMembershipNumber: null,
      memberExternalId: null,
      externalMembershipNumber: null,
      recipient: input.recipient,
      issuedOn: dayIn(ctx.now, ctx.company.timeZone),
      dueOn: null,
      lines: [{ amountCents: input.amountCents, description: input.description }],
    },
    sources,
  )
  if (!invoice) throw new Error('the batch of the month is made with its first invoice')
  if (input.externalNumber !== undefined) return { id: invoice.id, externalNumber: input.externalNumber }
  await ctx.sql`
    update invoices set external_number = number::text where company_id = ${companyId} and id = ${invoice.id}`
  return { id: invoice.id, externalNumber: '' }
}

async function refuseUsedNumber(ctx: TxCtx, number: string): Promise<void> {
  const { companyId } = ctx.company
  await ctx.sql`
    select pg_advisory_xact_lock(hashtextextended(${`invoice number ${companyId} ${number}`}, 0))`
  const [used] = await ctx.sql`
    select 1 from invoices where company_id = ${companyId} and external_number = ${number} limit 1`
  if (used) throw invalid('external_invoice_number', 'was used before')
}
