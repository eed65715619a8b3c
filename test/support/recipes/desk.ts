import { encodeId as encodeHex } from '../../../server/api/clubcollect/ids.ts'
import { encodeId } from '../../../server/api/mijnklantportaal/ids.ts'
import { createBatch } from '../../../server/domain/batches/create-batch.ts'
import type { Tenant } from '../app.ts'
import { aCustomer, aDraft, anInvoice, aTicket } from '../builders.ts'
import { document, none, type Area, type Base, type Names, type Pick } from './area.ts'

const hexInvoice = (pick: Pick) => ({ id: pick('hexInvoice') })
const invoice = (pick: Pick) => ({ invoiceId: pick('invoice') })
const ticket = (pick: Pick) => ({ ticketId: pick('ticket') })
const link = (pick: Pick) => ({ id: pick('linkInvoice'), token: pick('linkToken') })
const customer = (pick: Pick) => ({ customerId: pick('customer') })
const company = (pick: Pick) => ({ id: pick('hexCompany') })
const batch = (pick: Pick) => ({ id: pick('hexBatch') })
const retraction = () => ({ external_invoice_number: 'C-1', description: 'Cash payment' })
const aCompany = () => ({
  name: 'Amsterdam Collectors FC',
  brand: 'clubcollect',
  email: 'admin@amscollectors.nl',
  locale: 'nl',
  country_code: 'NL',
  currency: 'EUR',
})
const message = () => ({ message: 'What is this for?' })

/** Customers, invoices and their conversations, in both APIs and behind their links: what every other area stands on. */
export const desk: Omit<Area, 'make'> & {
  make(tenant: Tenant, externalId: string): Promise<{ names: Names; base: Base }>
} = {
  nobody: {
    customer: none('cst'),
    'customer.idle': none('cst'),
    invoice: none('inv'),
    ticket: none('tic'),
    hexInvoice: '0'.repeat(40),
    hexCompany: '0'.repeat(40),
    hexBatch: '0'.repeat(40),
    'hexBatch.toSend': '0'.repeat(40),
    'hexBatch.toDelete': '0'.repeat(40),
    'hexInvoice.draft': '0'.repeat(40),
    'hexInvoice.toRetract': '0'.repeat(40),
    linkInvoice: none('inv'),
    linkToken: `1-${'x'.repeat(24)}`,
    externalId: 'nobody-1',
  },
  /** An invoice with a conversation, and an open batch. */
  async make(tenant, externalId) {
    const { invoice: made, v1, v2, ticket: conversation } = await aTicket(tenant)
    const idle = await aCustomer(tenant)
    const aBatch = async () => (await createBatch(tenant.ctx(), null, 0)).id
    const [open, toSend, toDelete, ofDraft] = [await aBatch(), await aBatch(), await aBatch(), await aBatch()]
    const draft = await aDraft(tenant, ofDraft)
    const toRetract = await anInvoice(tenant)
    const hex = (id: string) => encodeHex(tenant.company.companyId, id)
    return {
      base: { customerId: made.customerId, invoiceId: made.id, externalId },
      names: {
        customer: encodeId('customer', made.customerId),
        // Nothing stands in the way of deleting this one.
        'customer.idle': encodeId('customer', idle.id),
        invoice: v1,
        ticket: conversation,
        hexInvoice: v2,
        hexCompany: tenant.companyId,
        hexBatch: hex(open),
        'hexBatch.toSend': hex(toSend),
        'hexBatch.toDelete': hex(toDelete),
        'hexInvoice.draft': hex(draft.id),
        'hexInvoice.toRetract': toRetract.v2,
        linkInvoice: v1,
        linkToken: made.linkToken,
        externalId,
      },
    }
  },
  routes: {
    'GET /v1/openapi.json': document('v1'),
    'GET /v1/openapi.yaml': document('v1'),
    'GET /api/v2/openapi.json': document('v2'),
    'GET /api/v2/openapi.yaml': document('v2'),
    'GET /api/portal/openapi.json': document('portal'),
    'GET /api/portal/openapi.yaml': document('portal'),
    'POST /v1/customers': {
      api: 'v1',
      body: () => ({
        companyName: 'Test Company BV',
        address: 'Teststreet 123',
        zipCode: '1234AB',
        city: 'Amsterdam',
        primaryEmail: 'john.doe@test.com',
        countryCode: 'NL',
      }),
    },
    'GET /v1/customers/:customerId': { api: 'v1', params: (pick) => ({ customerId: pick('customer') }) },
    'GET /v1/customers': { api: 'v1' },
    'PATCH /v1/customers/:customerId': { api: 'v1', params: customer, body: () => ({ city: 'Utrecht' }) },
    'DELETE /v1/customers/:customerId': {
      api: 'v1',
      params: (pick) => ({ customerId: pick('customer.idle') }),
      ignoresBody: true,
    },
    'GET /v1/customer-invoices': { api: 'v1' },
    'GET /v1/customer-invoices/:invoiceId': { api: 'v1', params: invoice },
    'PATCH /v1/customer-invoices/:invoiceId': {
      api: 'v1',
      params: invoice,
      body: () => ({ paidAt: '2026-11-20 14:00:00' }),
    },
    'POST /v1/customer-invoices/manual': {
      api: 'v1',
      body: (pick) => ({
        customerId: pick('customer'),
        invoiceNumber: '2026-001',
        issuedAt: '2026-11-01',
        dueAt: '2026-11-30',
        lines: [{ description: 'Website', amountExclVat: '12.95', vatRate: 21 }],
        sendNotification: true,
      }),
    },
    'GET /v1/tickets': { api: 'v1' },
    'POST /v1/tickets': {
      api: 'v1',
      body: (pick) => ({ customerId: pick('customer'), title: 'Invoice issue', message: 'Why?' }),
    },
    'GET /v1/tickets/:ticketId': { api: 'v1', params: ticket },
    'POST /v1/tickets/:ticketId': { api: 'v1', params: ticket, body: message },
    'PATCH /v1/tickets/:ticketId': { api: 'v1', params: ticket, ignoresBody: true },
    'GET /api/v2/invoices/:id': { api: 'v2', params: hexInvoice },
    'GET /api/v2/invoices/:id/tickets': { api: 'v2', params: hexInvoice },
    'POST /api/v2/invoices/:id/tickets': { api: 'v2', params: hexInvoice, body: message },
    'POST /api/v2/invoices/:id/tickets/actions/archive': { api: 'v2', params: hexInvoice, ignoresBody: true },
    'POST /api/v2/invoices/:id/tickets/actions/assign_to_support': {
      api: 'v2',
      params: hexInvoice,
      ignoresBody: true,
    },
    'POST /api/v2/invoices/:id/tickets/actions/assign::to::support': {
      api: 'v2',
      params: hexInvoice,
      ignoresBody: true,
    },
    'GET /api/v2/companies/:id/tickets/:status': {
      api: 'v2',
      params: (pick) => ({ id: pick('hexCompany'), status: 'unanswered' }),
    },
    'POST /api/v2/imports': {
      api: 'v2',
      body: (pick) => ({ company_id: pick('hexCompany'), title: 'Fees', expected_invoices_count: '3' }),
    },
    'GET /api/v2/companies/:id': { api: 'v2', params: company },
    'POST /api/v2/companies': { api: 'v2', body: aCompany },
    'PUT /api/v2/companies/:id': { api: 'v2', params: company, body: aCompany },
    'GET /api/v2/companies/:id/imports': { api: 'v2', params: company },
    'GET /api/v2/imports/:id': { api: 'v2', params: batch },
    'PUT /api/v2/imports/:id': {
      api: 'v2',
      params: batch,
      body: () => ({ expected_invoices_count: '4' }),
      ignoresBody: true,
    },
    'PUT /api/v2/imports/:id/transmit': {
      api: 'v2',
      params: (pick) => ({ id: pick('hexBatch.toSend') }),
      ignoresBody: true,
    },
    'DELETE /api/v2/imports/:id': {
      api: 'v2',
      params: (pick) => ({ id: pick('hexBatch.toDelete') }),
      ignoresBody: true,
    },
    'GET /api/v2/invoices/:id/lines': { api: 'v2', params: hexInvoice },
    'PUT /api/v2/invoices/:id': {
      api: 'v2',
      params: hexInvoice,
      body: () => ({ external_invoice_number: '2', customer: { name: { last_name: 'Doe' } } }),
    },
    'DELETE /api/v2/invoices/:id': {
      api: 'v2',
      params: (pick) => ({ id: pick('hexInvoice.draft') }),
      ignoresBody: true,
    },
    'POST /api/v2/invoices/:id/credit': {
      api: 'v2',
      params: hexInvoice,
      body: () => ({
        external_invoice_number: 'C-1',
        amount_total_cents: -1,
        invoice_lines: [{ amount_cents: -1, description: 'A cent less' }],
      }),
    },
    'POST /api/v2/invoices/:id/credit_and_retract': {
      api: 'v2',
      params: (pick) => ({ id: pick('hexInvoice.toRetract') }),
      body: retraction,
    },
    'POST /api/v2/invoices/:id/credit::and::retract': {
      api: 'v2',
      params: (pick) => ({ id: pick('hexInvoice.toRetract') }),
      body: retraction,
    },
    'POST /api/v2/invoices': {
      api: 'v2',
      body: (pick) => ({
        import_id: pick('hexBatch'),
        external_invoice_number: 'CC-1',
        reference: 'ref',
        locale: 'nl',
        direct_debit_iban: 'NL91ABNA0417164300',
        member_external_id: pick('externalId'),
        customer: {
          name: { first_name: 'Joe', infix: 'van der', last_name: 'Doe' },
          address: {
            address1: 'Street',
            house_number: '1',
            zipcode: '1234AB',
            city: 'Ede',
            country_code: 'NL',
          },
          email: { email_address: 'joe@example.com' },
          phone: { phone_number: '0612345678', country_code: 'NL' },
        },
        invoice_lines: [
          {
            invoice_line_id: pick('externalId'),
            amount_cents: 9000,
            description: 'Fee',
            date: '2026-11-01T10:00:00Z',
          },
        ],
        amount_total_cents: 9000,
      }),
    },
    'GET /api/portal/public-invoices/:id/:token': { api: 'portal', params: link },
    'GET /api/portal/public-invoices/:id/:token/pdf': { api: 'portal', params: link },
    'POST /api/portal/public-invoices/:id/:token': { api: 'portal', params: link, body: message },
    'POST /api/portal/public-invoices/:id/:token/messages': { api: 'portal', params: link, body: message },
    'GET /public-invoice/:id/pay/:token': { api: 'page', params: link },
    'POST /public-invoice/:id/pay/:token': { api: 'page', params: link, body: message },
  },
}
