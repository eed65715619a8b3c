import type { Ctx } from '../../kernel/context.ts'
import { personName, type Recipient } from '../customers/customer.ts'
import { invoicePagePath } from '../invoices/invoice-page-path.ts'

/** What mails about an invoice's installments need of it. */
export interface LetterFacts {
  batchId: string
  outstandingCents: number
  retracted: boolean
  currency: string
  /** The company's number of the invoice. */
  number: string
  email: string
  name: string
  locale: string | null
  /** The path of its page. */
  url: string
}

// oxlint-disable-next-line house/ask-permission -- its callers hold the invoice
export async function findLetterFacts(ctx: Ctx, invoiceId: string): Promise<LetterFacts> {
  const [invoice] = await ctx.sql<
    [Omit<LetterFacts, 'email' | 'name' | 'url'> & { recipient: Recipient; linkToken: string }]
  >`
    select batch_id as "batchId", outstanding_cents as "outstandingCents", retracted_at is not null as retracted, currency,
           external_number as number, recipient, locale, link_token as "linkToken"
      from invoices where company_id = ${ctx.company.companyId} and id = ${invoiceId}`
  const { recipient, linkToken, ...facts } = invoice
  return {
    ...facts,
    email: recipient.email,
    name: personName(recipient),
    url: invoicePagePath({ id: invoiceId, linkToken }),
  }
}
