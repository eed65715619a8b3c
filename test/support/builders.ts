import { Readable } from 'node:stream'
import { createBatch } from '../../server/domain/batches/create-batch.ts'
import { createCustomer } from '../../server/domain/customers/create-customer.ts'
import type { Customer, Recipient } from '../../server/domain/customers/customer.ts'
import { addInvoiceToBatch } from '../../server/domain/invoices/add-invoice-to-batch.ts'
import { Upload } from '../../server/domain/documents/upload.ts'
import { createInvoice } from '../../server/domain/invoices/create-invoice.ts'
import type { NewInvoice } from '../../server/domain/invoices/insert-invoice.ts'
import type { Invoice, InvoiceDetails, NewLine } from '../../server/domain/invoices/invoice.ts'
import { answerInvoiceQuestion } from '../../server/domain/tickets/answer-invoice-question.ts'
import { archiveConversation } from '../../server/domain/tickets/archive-conversation.ts'
import { askInvoiceQuestion } from '../../server/domain/tickets/ask-invoice-question.ts'
import { bodyFromText } from '../../server/domain/tickets/message-body.ts'
import type { TicketState } from '../../server/domain/tickets/ticket.ts'
import { encodeId as encodeHex } from '../../server/api/clubcollect/ids.ts'
import { encodeId } from '../../server/api/mijnklantportaal/ids.ts'
import { newId } from '../../server/kernel/ids.ts'
import { storageKey } from '../../server/kernel/storage.ts'
import type { Tenant } from './app.ts'

let count = 0

export const aCustomer = ({ ctx }: Tenant): Promise<Customer> =>
  createCustomer(ctx(), {
    name: `Customer ${++count}`,
    address: 'Teststreet 123',
    zipCode: '1234AB',
    city: 'Amsterdam',
    countryCode: 'NL',
    email: `customer${count}@example.com`,
  })

/** An import that takes invoices, as `/api/v2` names it. */
export const anOpenImport = async ({ ctx, company }: Tenant): Promise<string> =>
  encodeHex(company.companyId, (await createBatch(ctx(), 'Membership fees', 0)).id)

/** An invoice and the ways that the APIs name it. */
export interface AnInvoice {
  invoice: Invoice
  /** `inv_…` */
  v1: string
  /** 40 hex digits. */
  v2: string
  /** Of its public link, below `/api/portal`. */
  link: string
}

export async function anInvoice(tenant: Tenant, amountCents = 9000): Promise<AnInvoice> {
  const customer = await aCustomer(tenant)
  const invoice = await createInvoice(tenant.ctx(), {
    customerId: customer.id,
    externalNumber: `2026-${++count}`,
    issuedOn: '2026-11-01',
    dueOn: null,
    lines: [{ amountCents, description: 'Membership fee' }],
  })
  const v1 = encodeId('invoice', invoice.id)
  return {
    invoice,
    v1,
    v2: encodeHex(tenant.company.companyId, invoice.id),
    link: `/api/portal/public-invoices/${v1}/${invoice.linkToken}`,
  }
}

const joe: Recipient = {
  name: { prefix: '', firstName: 'Joe', infix: 'van der', lastName: 'Doe', organization: '' },
  address: {
    address1: '',
    address2: '',
    houseNumber: '',
    houseNumberExtension: '',
    locality: '',
    state: '',
    zipCode: '',
    city: '',
    countryCode: '',
  },
  email: 'joe@example.com',
  phone: { number: '', countryCode: '' },
}

/** What an import is to get. */
export const aNewInvoice = (
  recipient: Recipient = joe,
  lines: NewLine[] = [{ amountCents: 9000, description: 'Membership fee' }],
): NewInvoice => ({
  externalNumber: `2026-${++count}`,
  reference: null,
  locale: null,
  directDebitIban: null,
  federationMembershipNumber: null,
  clubMembershipNumber: null,
  memberExternalId: null,
  externalMembershipNumber: null,
  recipient,
  issuedOn: '2026-11-01',
  dueOn: null,
  lines,
})

/** An invoice of an open import. */
export const aDraft = ({ ctx }: Tenant, batchId: string, lines?: NewLine[]): Promise<InvoiceDetails> =>
  addInvoiceToBatch(ctx(), batchId, aNewInvoice(joe, lines))

/** An invoice with a conversation in that state, and the conversation's id in `/v1`. */
export async function aTicket(
  tenant: Tenant,
  state: TicketState = 'unanswered',
): Promise<AnInvoice & { ticket: string }> {
  const made = await anInvoice(tenant)
  const { id, linkToken } = made.invoice
  await askInvoiceQuestion(tenant.ctx(), id, linkToken, bodyFromText('I do not want to pay'))
  if (state !== 'unanswered')
    await answerInvoiceQuestion(tenant.ctx(), id, bodyFromText('Please pay before the 30th'))
  if (state === 'archived') await archiveConversation(tenant.ctx(), id)
  const [ticket] = await tenant.ctx().sql<[{ id: string }]>`
    select id from tickets where company_id = ${tenant.company.companyId} and invoice_id = ${id}`
  return { ...made, ticket: encodeId('ticket', ticket.id) }
}

/** A file of a request, stored and of nobody yet. */
export async function anUpload(
  { company, storage }: Tenant,
  content: string | Buffer = 'content',
  name = 'file.txt',
  mime = 'text/plain',
): Promise<Upload> {
  const id = newId()
  const stored = await storage.put(storageKey(company.companyId, id), Readable.from([Buffer.from(content)]), {
    limitBytes: 1_000_000,
  })
  return new Upload({ id, name, mime, ...stored })
}
