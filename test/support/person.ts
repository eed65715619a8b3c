import assert from 'node:assert/strict'
import { createCustomerGroup } from '../../server/domain/customer-groups/create-customer-group.ts'
import { createForm } from '../../server/domain/cms/save-form.ts'
import { submitForm } from '../../server/domain/cms/submit-form.ts'
import { createCustomer } from '../../server/domain/customers/create-customer.ts'
import { deleteCustomer } from '../../server/domain/customers/delete-customer.ts'
import { recipientOf, type Customer } from '../../server/domain/customers/customer.ts'
import { createFileRequest } from '../../server/domain/file-requests/create-file-request.ts'
import { uploadRequestedFile } from '../../server/domain/file-requests/upload-requested-file.ts'
import { createFileShare } from '../../server/domain/file-shares/create-file-share.ts'
import { addFile } from '../../server/domain/files/add-file.ts'
import { scheduleAppointment } from '../../server/domain/appointments/schedule-appointment.ts'
import { acceptOffer } from '../../server/domain/offers/accept-offer.ts'
import { createManualOffer } from '../../server/domain/offers/create-manual-offer.ts'
import { correctContact } from '../../server/domain/invoices/contact.ts'
import { createInvoice } from '../../server/domain/invoices/create-invoice.ts'
import { createUploadedInvoice } from '../../server/domain/invoices/create-uploaded-invoice.ts'
import { markInvoicePaid } from '../../server/domain/invoices/mark-invoice-paid.ts'
import { startInvoicePayment } from '../../server/domain/invoices/start-invoice-payment.ts'
import { signMandate } from '../../server/domain/mandates/sign-mandate.ts'
import { answerInvoiceQuestion } from '../../server/domain/tickets/answer-invoice-question.ts'
import { askInvoiceQuestion } from '../../server/domain/tickets/ask-invoice-question.ts'
import { attachToMessage } from '../../server/domain/tickets/attach-to-message.ts'
import { bodyFromText } from '../../server/domain/tickets/message-body.ts'
import { anAgreement } from './agreements.ts'
import { testVault, type Tenant, type TestApp } from './app.ts'
import { anUpload } from './builders.ts'
import { aTransmittedBatch, collectAt } from './collection.ts'
import { PDF } from './forms.ts'
import { asMember, askForLink, openSession } from './members.ts'

/** Whom a test knows all about. */
export interface Somebody {
  name: string
  email: string
  phone: string
  iban: string
  address: string
  zipCode: string
}

let count = 0
const days = (now: Date, number: number) => new Date(now.getTime() + number * 86_400_000)

/** Somebody with whom a company has had every dealing there is; all of it is paid and over. */
export async function aPerson(running: TestApp, tenant: Tenant, who: Somebody): Promise<Customer> {
  const ctx = () => tenant.ctx()
  const { sql } = running.database
  const { companyId } = tenant.company
  const { name, email, phone, address, zipCode } = who
  const given = { name, email, phone, address, zipCode, city: 'Utrecht', countryCode: 'NL' }
  const customer = await createCustomer(ctx(), given)
  await createCustomerGroup(ctx(), 'Members', [customer.id])

  const invoice = await createInvoice(ctx(), {
    customerId: customer.id,
    externalNumber: `2026-${customer.id.slice(-6)}`,
    issuedOn: '2026-11-01',
    dueOn: null,
    lines: [{ amountCents: 9000, description: `Membership of ${name}` }],
  })
  const link = { id: invoice.id, token: invoice.linkToken }
  await askInvoiceQuestion(ctx(), invoice.id, invoice.linkToken, bodyFromText(`I am ${name}, call ${phone}`))
  await answerInvoiceQuestion(ctx(), invoice.id, bodyFromText(`Dear ${name}, we wrote to ${email}`))
  const [spoken] = await sql<[{ ticketId: string; id: string }]>`
    select ticket_id as "ticketId", id from ticket_messages where company_id = ${companyId} and invoice_id = ${invoice.id} limit 1`
  await attachToMessage(ctx(), spoken.ticketId, spoken.id, await anUpload(tenant, 'x', `${name}.txt`))
  await signMandate(ctx(), link, {
    iban: who.iban,
    holderName: name.slice(0, 70),
    kind: 'recurring',
    consent: true,
    ip: '192.0.2.1',
    userAgent: undefined,
  })
  await correctContact(ctx(), link, { email: `new.${email}`, address: { address1: address } })
  const payment = await startInvoicePayment(ctx(), tenant.payments, { ...link, returnTo: '/back' })
  await sql`
    update payments set status = 'canceled', payer_name = ${name}, payer_email = ${email}, provider = 'mollie'
     where company_id = ${companyId} and id = ${payment.id}`
  await markInvoicePaid(ctx(), invoice.id, ctx().now)
  await createUploadedInvoice(ctx(), {
    customerId: customer.id,
    externalNumber: `P-${customer.id.slice(-6)}`,
    issuedOn: '2026-11-01',
    dueOn: null,
    amountCents: 1295,
    pdf: await anUpload(tenant, PDF, `Invoice ${name}.pdf`, 'application/pdf'),
    paidAt: ctx().now,
  })

  const now = ctx().now
  const { invoiceIds } = await aTransmittedBatch(tenant, 1, {
    now,
    recipient: { ...recipientOf({ ...customer, ...given }), phone: { number: phone, countryCode: 'NL' } },
  })
  // The import made a customer of its own of them.
  const [twin] = await sql<
    [{ id: string }]
  >`select customer_id as id from invoices where id = ${invoiceIds[0]!}`
  await sql`update invoices set customer_id = ${customer.id} where company_id = ${companyId} and customer_id = ${twin.id}`
  await deleteCustomer(ctx(), twin.id)
  await collectAt(sql, now, companyId)
  for (const id of invoiceIds) await markInvoicePaid(ctx(), id, now)

  const offer = (number: string) =>
    createManualOffer(ctx(), {
      customerId: customer.id,
      number,
      issuedOn: '2026-11-01',
      expiresOn: '2026-12-01',
      lines: [{ description: `For ${name}`, netCents: 1000, vatRate: 21 }],
    })
  await offer('O-1')
  const { id: accepted } = await offer('O-2')
  await acceptOffer(ctx(), accepted, { at: now, ip: '192.0.2.1', userAgent: 'test', signature: null })

  await scheduleAppointment(ctx(), {
    name: `Talk with ${name}`,
    startsAt: days(now, (count += 1)),
    endsAt: new Date(days(now, count).getTime() + 3_600_000),
    customerId: undefined,
    attendee: { name, email },
    status: 'scheduled',
    onlineMeetingLink: null,
  })
  const request = await createFileRequest(ctx(), {
    name: 'Passport',
    description: `Of ${name}`,
    customerId: customer.id,
    directoryId: null,
    requestedFiles: [{ name: 'Copy', description: null, required: true, maxSizeKb: 10 }],
  })
  await uploadRequestedFile(
    ctx(),
    request.id,
    request.requestedFiles[0]!.id,
    await anUpload(tenant, 'x', `${name} passport.txt`),
  )
  await createFileShare(ctx(), [await addFile(ctx(), await anUpload(tenant), null)], customer.id)
  const form = await createForm(ctx(), testVault, {
    title: 'About you',
    fields: [{ name: 'name', label: 'Name', type: 'text', required: true, options: [] }],
    sendUrl: null,
    sendMethod: null,
    sendEmail: 'desk@example.org',
    prefillUrl: null,
    prefillMethod: null,
    auth: { type: 'none' },
  })
  const values = { name: `${name} ${email}` }
  await submitForm(ctx(), { vault: testVault, outbound: undefined as never }, form.id, customer.id, values, {
    customer: '',
    form: form.id,
  })
  await anAgreement(running, tenant, {
    signers: [{ firstName: 'Dr.', lastName: name, email, shouldIdentify: false }],
  })
  await visitOwnPage(running, tenant, email)
  return customer
}

/** They ask for a link, sign in, and begin to move to another address. */
async function visitOwnPage(running: TestApp, tenant: Tenant, email: string): Promise<void> {
  const asked = await askForLink(running, tenant, email)
  assert.ok(asked.statusCode < 300, asked.body)
  const headers = asMember(await openSession(tenant, email))
  const moving = await running.app.inject({
    method: 'POST',
    url: '/api/portal/my/email',
    headers,
    payload: { email: `new.${email}` },
  })
  assert.ok(moving.statusCode < 300, moving.body)
}
