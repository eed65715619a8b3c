import type { Ctx } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { monthlyBatch } from '../batches/monthly-batch.ts'
import { recipientOf } from '../customers/customer.ts'
import { findCustomer } from '../customers/get-customer.ts'
import type { NewMail } from '../mails/mail.ts'
import { insertInvoice } from './insert-invoice.ts'
import type { Invoice, NewLine } from './invoice.ts'

/**
 * Invoices a customer of the company, at once: the invoice joins the month's batch. Throws `forbidden`, and `invalid`
 * for an unknown customer or a negative total (money to give back is a credit, not an invoice). With `linkOf`, the address
 * of the invoice's page, the customer is told by mail.
 */
export async function createInvoice(
  ctx: Ctx,
  input: {
    customerId: string
    externalNumber: string
    issuedOn: PlainDate
    dueOn: PlainDate | null
    lines: NewLine[]
    linkOf?: (made: Pick<Invoice, 'id' | 'linkToken'>) => string
  },
): Promise<Invoice> {
  allow(ctx.actor, 'invoices:write')
  const amountCents = input.lines.reduce((sum, line) => sum + line.amountCents, 0)
  if (amountCents < 0) throw invalid('lines', 'must not add up to a negative amount')
  const customer = await findCustomer(ctx, input.customerId)
  const sources = ctx.sql`
    customer as (select id from customers where company_id = ${ctx.company.companyId} and id = ${input.customerId}),
    ${monthlyBatch(ctx, 'customer')}`
  if (!customer) throw invalid('customerId', 'must be the ID of an existing customer')
  const { linkOf, ...rest } = input
  const mailOf =
    linkOf &&
    ((made: Pick<Invoice, 'id' | 'linkToken'>): NewMail<'invoice-created'> => ({
      to: customer.email,
      template: 'invoice-created',
      locale: null,
      params: {
        name: customer.name,
        number: input.externalNumber,
        amountCents,
        currency: ctx.company.currency,
        dueOn: input.dueOn,
        url: linkOf(made),
      },
      about: { kind: 'invoice', id: made.id },
    }))
  const invoice = await insertInvoice(
    ctx,
    { ...unspecified, ...rest, recipient: recipientOf(customer) },
    sources,
    mailOf,
  )
  if (!invoice) throw invalid('customerId', 'must be the ID of an existing customer')
  return invoice
}

const unspecified = {
  reference: null,
  locale: null,
  directDebitIban: null,
  federationMembershipNumber: null,
  clubMembershipNumber: null,
  memberExternalId: null,
  externalMembershipNumber: null,
}
