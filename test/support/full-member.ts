import { encodeId } from '../../server/api/portal/ids.ts'
import { createAgreement } from '../../server/domain/agreements/create-agreement.ts'
import { parseSignature } from '../../server/domain/agreements/signature.ts'
import { scheduleAppointment } from '../../server/domain/appointments/schedule-appointment.ts'
import { createFileRequest } from '../../server/domain/file-requests/create-file-request.ts'
import { createFileShare } from '../../server/domain/file-shares/create-file-share.ts'
import { addFile } from '../../server/domain/files/add-file.ts'
import { createInvoice } from '../../server/domain/invoices/create-invoice.ts'
import { markInvoicePaid } from '../../server/domain/invoices/mark-invoice-paid.ts'
import { createManualOffer } from '../../server/domain/offers/create-manual-offer.ts'
import { createPunchCard } from '../../server/domain/punch-cards/create-punch-card.ts'
import { issuePunchCard } from '../../server/domain/punch-cards/issue-punch-card.ts'
import { createSubscription } from '../../server/domain/subscriptions/create-subscription.ts'
import { answerInvoiceQuestion } from '../../server/domain/tickets/answer-invoice-question.ts'
import { askInvoiceQuestion } from '../../server/domain/tickets/ask-invoice-question.ts'
import { bodyFromText } from '../../server/domain/tickets/message-body.ts'
import { createCustomer } from '../../server/domain/customers/create-customer.ts'
import { newId } from '../../server/kernel/ids.ts'
import { aDocument, aSignature } from './agreements.ts'
import type { Tenant } from './app.ts'
import { anUpload } from './builders.ts'
import { PDF } from './forms.ts'
import { companyIdOf, openSession } from './members.ts'

/** An invoice of the customer's, in two lines. */
export const anInvoiceOf = (tenant: Tenant, customerId: string, externalNumber: string) =>
  createInvoice(tenant.ctx(), {
    customerId,
    externalNumber,
    issuedOn: '2026-11-01',
    dueOn: '2026-12-01',
    lines: [
      { amountCents: 24_500, description: 'Membership season 2026/2027' },
      { amountCents: 1_500, description: 'Federation contribution' },
    ],
  })

export const anOfferTo = (tenant: Tenant, customerId: string, number: string) =>
  createManualOffer(tenant.ctx(), {
    customerId,
    number,
    issuedOn: '2026-11-01',
    expiresOn: '2099-11-01',
    lines: [
      { description: 'Training week at the sea', netCents: 10_000, vatRate: 21 },
      { description: 'Bus', netCents: 2_500, vatRate: 9 },
    ],
  })

// Nobody's appointment overlaps another's.
let day = 1

/** A member who has one of everything, and a session of theirs. */
export async function aFullMember(tenant: Tenant) {
  const ctx = () => tenant.ctx()
  const customer = await createCustomer(ctx(), {
    name: 'Sanne de Vries',
    address: 'Sportlaan 12',
    zipCode: '6711 AB',
    city: 'Ede',
    countryCode: 'NL',
    email: `sanne-${newId()}@example.com`,
    phone: '+31612345678',
  })
  const { id: customerId, email } = customer
  const invoice = await anInvoiceOf(tenant, customerId, '2026-0042')
  const paid = await anInvoiceOf(tenant, customerId, '2026-0007')
  await markInvoicePaid(ctx(), paid.id, ctx().now)
  await askInvoiceQuestion(ctx(), invoice.id, invoice.linkToken, bodyFromText('What is the federation?'), [
    await anUpload(tenant, PDF, 'last-year.pdf', 'application/pdf'),
  ])
  await answerInvoiceQuestion(ctx(), invoice.id, bodyFromText('The federation organises the competition.'))
  const offer = await anOfferTo(tenant, customerId, 'O-2026-7')
  const contract = await aDocument()
  await createAgreement(ctx(), tenant.storage, {
    name: 'Use of the clubhouse',
    signerName: 'Olga Smit',
    signature: parseSignature(aSignature, 'signature'),
    signers: [{ firstName: 'Sanne', lastName: 'de Vries', email: email!, shouldIdentify: false }],
    documents: [await anUpload(tenant, contract.content, contract.filename, contract.type)],
  })
  await scheduleAppointment(ctx(), {
    name: 'Fitting of the new stick',
    startsAt: new Date(Date.UTC(2040, 2, day, 13, 30)),
    endsAt: new Date(Date.UTC(2040, 2, day++, 14, 0)),
    customerId,
    attendee: { name: undefined, email: undefined },
    status: 'scheduled',
    onlineMeetingLink: 'https://meet.example/stick',
  })
  await createSubscription(ctx(), {
    customerId,
    packageId: null,
    description: 'Gym beside the field',
    startsOn: '2040-01-01',
    every: '1 month',
    amountCents: 1_995,
    vatRate: 21,
    createInvoice: true,
    invoiceDescription: null,
    createPayment: false,
    mandateId: null,
    followUpFailedPayment: false,
  })
  const card = await createPunchCard(ctx(), {
    name: 'Goalkeeper lessons',
    description: 'On Wednesdays',
    punches: 10,
    punchLabel: 'lessons',
    priceCents: null,
    vatRate: null,
    expiryValue: null,
    expiryPeriod: null,
  })
  await issuePunchCard(ctx(), card.id, customerId)
  const share = await createFileShare(
    ctx(),
    [
      await addFile(
        ctx(),
        await anUpload(tenant, '<script>alert(1)</script>', 'rules.html', 'text/html'),
        null,
      ),
      await addFile(ctx(), await anUpload(tenant, 'the calendar', 'calendar.txt', 'text/plain'), null),
    ],
    customerId,
  )
  const request = await createFileRequest(ctx(), {
    name: 'Passport photo',
    description: 'For your membership card.',
    customerId,
    directoryId: null,
    requestedFiles: [{ name: 'Photo', description: null, required: true, maxSizeKb: 100 }],
  })
  return {
    customer,
    invoice,
    offer,
    share,
    request,
    home: `/my/${companyIdOf(tenant)}`,
    paths: {
      invoice: `/invoices/${encodeId('invoice', invoice.id)}`,
      offer: `/offers/${encodeId('offer', offer.id)}`,
      share: `/file-shares/${encodeId('fileShare', share.id)}`,
      request: `/file-requests/${encodeId('fileRequest', request.id)}`,
    },
    session: await openSession(tenant, email!),
  }
}
