import { encodeId as encodeHex } from '../../server/api/clubcollect/ids.ts'
import { encodeId } from '../../server/api/mijnklantportaal/ids.ts'
import { createCustomerGroup } from '../../server/domain/customer-groups/create-customer-group.ts'
import { createPunchCard } from '../../server/domain/punch-cards/create-punch-card.ts'
import { issuePunchCard } from '../../server/domain/punch-cards/issue-punch-card.ts'
import { createBatch } from '../../server/domain/batches/create-batch.ts'
import type { Tenant } from './app.ts'
import { aTicket } from './builders.ts'
import type { Route } from './routes.ts'

/** The names that requests give to things, as the APIs show them. */
export interface Names {
  customer: string
  invoice: string
  ticket: string
  customerGroup: string
  punchCard: string
  issuedPunchCard: string
  hexInvoice: string
  hexCompany: string
  hexBatch: string
  /** Of a public link: the invoice and its secret. */
  linkInvoice: string
  linkToken: string
  /** What a line or member is called by the partner: unique within a company. */
  externalId: string
}

export type Slot = keyof Names

/** Chooses the name to put in a request. */
export type Pick = (slot: Slot) => string

/** How to make a request of a route. */
export interface Recipe {
  api: 'v1' | 'v2' | 'portal' | 'page'
  params?: (pick: Pick) => Record<string, string>
  body?: (pick: Pick) => Record<string, unknown>
  /** Where an empty or unreadable body is as good as any. */
  ignoresBody?: boolean
}

const hexInvoice = (pick: Pick) => ({ id: pick('hexInvoice') })
const invoice = (pick: Pick) => ({ invoiceId: pick('invoice') })
const ticket = (pick: Pick) => ({ ticketId: pick('ticket') })
const link = (pick: Pick) => ({ id: pick('linkInvoice'), token: pick('linkToken') })
const customer = (pick: Pick) => ({ customerId: pick('customer') })
const group = (pick: Pick) => ({ customerGroupId: pick('customerGroup') })
const card = (pick: Pick) => ({ punchCardId: pick('punchCard') })
const issuedCard = (pick: Pick) => ({ ...card(pick), issuedPunchCardId: pick('issuedPunchCard') })
const message = () => ({ message: 'What is this for?' })

const document = (api: Recipe['api']): Recipe => ({ api, ignoresBody: true })

/** By the name of the route. A route without one fails the tests that walk over all of them. */
export const recipes: Record<string, Recipe> = {
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
  'DELETE /v1/customers/:customerId': { api: 'v1', params: customer, ignoresBody: true },
  'GET /v1/customer-groups': { api: 'v1' },
  'GET /v1/customer-groups/:customerGroupId': { api: 'v1', params: group },
  'POST /v1/customer-groups': {
    api: 'v1',
    body: (pick) => ({ name: 'Hosting customers', customers: [pick('customer')] }),
  },
  'PATCH /v1/customer-groups/:customerGroupId': { api: 'v1', params: group, body: () => ({ name: 'Other' }) },
  'DELETE /v1/customer-groups/:customerGroupId': { api: 'v1', params: group, ignoresBody: true },
  'POST /v1/customer-groups/:customerGroupId/customers': {
    api: 'v1',
    params: group,
    body: (pick) => ({ customers: [pick('customer')] }),
  },
  'DELETE /v1/customer-groups/:customerGroupId/customers/:customerId': {
    api: 'v1',
    params: (pick) => ({ ...group(pick), ...customer(pick) }),
    ignoresBody: true,
  },
  'GET /v1/punch-cards': { api: 'v1' },
  'GET /v1/punch-cards/:punchCardId': { api: 'v1', params: card },
  'POST /v1/punch-cards': {
    api: 'v1',
    body: () => ({ name: 'Driving lessons', punches: 20, punchLabel: 'lessons' }),
  },
  'PATCH /v1/punch-cards/:punchCardId': { api: 'v1', params: card, body: () => ({ forSale: false }) },
  'POST /v1/punch-cards/:punchCardId/issued': { api: 'v1', params: card, body: customer },
  'GET /v1/punch-cards/:punchCardId/issued': { api: 'v1', params: card },
  'GET /v1/punch-cards/:punchCardId/issued/:issuedPunchCardId': { api: 'v1', params: issuedCard },
  'POST /v1/punch-cards/:punchCardId/issued/:issuedPunchCardId/stamp': {
    api: 'v1',
    params: issuedCard,
    body: () => ({ stamps: 1 }),
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
  'POST /api/portal/public-invoices/:id/:token': { api: 'portal', params: link, body: message },
  'POST /api/portal/public-invoices/:id/:token/messages': { api: 'portal', params: link, body: message },
  'GET /public-invoice/:id/pay/:token': { api: 'page', params: link },
  'POST /public-invoice/:id/pay/:token': { api: 'page', params: link, body: message },
}

/** The recipe of a route; a HEAD is its GET. */
export function recipeOf(route: Route): Recipe {
  const recipe = recipes[route.name.replace(/^HEAD /, 'GET ')]
  if (!recipe) throw new Error(`test/support/recipes.ts does not know ${route.name}`)
  return recipe
}

/** The path of a route with its parameters filled in, as they are. */
export const pathOf = (route: Route, params: Record<string, string>): string =>
  route.url.replace(/::|:(\w+)/g, (match, name: string) => (match === '::' ? ':' : params[name]!))

/** A tenant's things, one of each kind: an invoice with a conversation, and an open batch. */
export async function namesOf(tenant: Tenant, externalId: string): Promise<Names> {
  const { companyId } = tenant.company
  const { invoice: made, v1, v2, ticket: conversation } = await aTicket(tenant)
  const batch = await createBatch(tenant.ctx(), null, 0)
  const group = await createCustomerGroup(tenant.ctx(), `Group ${externalId}`, [made.customerId])
  const card = await createPunchCard(tenant.ctx(), {
    name: `Card ${externalId}`,
    description: null,
    punches: 1000,
    punchLabel: 'lessons',
    priceCents: null,
    vatRate: null,
    expiryValue: null,
    expiryPeriod: null,
  })
  const issued = await issuePunchCard(tenant.ctx(), card.id, made.customerId)
  return {
    customer: encodeId('customer', made.customerId),
    invoice: v1,
    ticket: conversation,
    customerGroup: encodeId('customerGroup', group.id),
    punchCard: encodeId('punchCard', card.id),
    issuedPunchCard: encodeId('issuedPunchCard', issued.id),
    hexInvoice: v2,
    hexCompany: tenant.companyId,
    hexBatch: encodeHex(companyId, batch.id),
    linkInvoice: v1,
    linkToken: made.linkToken,
    externalId,
  }
}
