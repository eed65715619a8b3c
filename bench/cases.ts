import { randomUUID } from 'node:crypto'
import type { Ctx } from '../server/kernel/context.ts'
import { encodeId as hexId } from '../server/api/clubcollect/ids.ts'
import { parseNewInvoice } from '../server/api/clubcollect/invoices/parse.ts'
import { encodeId } from '../server/api/mijnklantportaal/ids.ts'
import { listCustomers } from '../server/domain/customers/list-customers.ts'
import { addInvoiceToBatch } from '../server/domain/invoices/add-invoice-to-batch.ts'
import { createInvoice } from '../server/domain/invoices/create-invoice.ts'
import { getInvoice } from '../server/domain/invoices/get-invoice.ts'
import { listInvoices } from '../server/domain/invoices/list-invoices.ts'
import { markInvoicePaid } from '../server/domain/invoices/mark-invoice-paid.ts'
import { closeTicket } from '../server/domain/tickets/close-ticket.ts'
import { getTicket } from '../server/domain/tickets/get-ticket.ts'
import { listMessagesByState } from '../server/domain/tickets/list-messages-by-state.ts'
import { listTickets } from '../server/domain/tickets/list-tickets.ts'
import { bodyFromHtml } from '../server/domain/tickets/message-body.ts'
import { replyToTicket } from '../server/domain/tickets/reply-to-ticket.ts'
import { idOf, type Kind, type Pick } from './numbering.ts'

/** What a request needs to know of the seeded database. Travels to the load process. */
export interface World {
  tickets: number
  url: string
  companyId: number
  /** The company's own UUID. */
  companyUuid: string
  bearer: string
  apiKey: string
}

export interface Case {
  name: string
  title: string
  /** The kind of row that `pick` chooses; none for a list. */
  of?: Kind
  pick: Pick
  /** The row of a number: its own, or that of the customer of the invoice with that number. */
  rowOf?: 'number' | 'customer'
  /** So many at a time, instead of 64. */
  connections?: number
  /** Each request has a row of its own: what is closed cannot be closed again. */
  writes: boolean
  /** Requests per second through HTTP, to the same SQL's under pgbench, at least. */
  ratioFloor?: number
  /** Needs at least as many tickets. */
  needs?: number
  request(world: World, number: number): string
  /** The verb behind the route, for the SQL that it sends. */
  verb(ctx: Ctx, id: string): Promise<unknown>
}

const PAGE = 30
const REPLY = '<p>We will look into it, and <strong>answer</strong> before Friday.</p>'
const PAID_AT = '2026-11-21 12:00:00'

function http(world: World, method: string, path: string, body?: object): string {
  const authorization = path.startsWith('/v1') ? world.bearer : world.apiKey
  const text = body === undefined ? '' : JSON.stringify(body)
  const about =
    body === undefined
      ? ''
      : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n`
  return `${method} ${path} HTTP/1.1\r\nhost: localhost\r\nauthorization: ${authorization}\r\naccept: application/json\r\n${about}\r\n${text}`
}

const ticketPath = (number: number) => `/v1/tickets/${encodeId('ticket', idOf('ticket', number))}`
const firstAndFar = [1, 1000]
/** A customer has four invoices. */
const customerOf = (invoice: number) => Math.floor((invoice + 3) / 4)

/** What a club's software adds to an import that is still open. */
const memberInvoice = (number: number) => ({
  external_invoice_number: `C${number}`,
  customer: {
    name: { first_name: 'Sanne', infix: 'de', last_name: 'Boer' },
    address: { address1: 'Teststraat 12', zipcode: '1234AB', city: 'Amsterdam', country_code: 'NL' },
    email: { email_address: 'sanne@example.com' },
  },
  amount_total_cents: 9000,
  invoice_lines: [{ invoice_line_id: randomUUID(), amount_cents: 9000, description: 'Contribution' }],
})

export const cases: Case[] = [
  {
    name: 'get',
    title: 'get ticket',
    of: 'ticket',
    pick: 'any',
    writes: false,
    ratioFloor: 0.4,
    request: (world, number) => http(world, 'GET', ticketPath(number)),
    verb: getTicket,
  },
  ...firstAndFar.map((page): Case => ({
    name: page === 1 ? 'list' : `list-${page}`,
    title: `list tickets, page ${page}`,
    pick: 'any',
    writes: false,
    ratioFloor: 0.25,
    needs: page * PAGE,
    request: (world) => http(world, 'GET', `/v1/tickets?per_page=${PAGE}&page=${page}`),
    verb: (ctx) => listTickets(ctx, { offset: (page - 1) * PAGE, limit: PAGE }),
  })),
  {
    name: 'reply',
    title: 'reply to ticket',
    of: 'ticket',
    pick: 'any',
    writes: true,
    ratioFloor: 0.5,
    request: (world, number) => http(world, 'POST', ticketPath(number), { message: REPLY }),
    verb: (ctx, id) => replyToTicket(ctx, id, bodyFromHtml(REPLY)),
  },
  {
    name: 'close',
    title: 'close ticket',
    of: 'ticket',
    pick: 'odd',
    writes: true,
    ratioFloor: 0.5,
    request: (world, number) => http(world, 'PATCH', ticketPath(number)),
    verb: closeTicket,
  },
  {
    name: 'paid',
    title: 'mark invoice paid',
    of: 'invoice',
    pick: 'odd',
    writes: true,
    request: (world, number) =>
      http(world, 'PATCH', `/v1/customer-invoices/${encodeId('invoice', idOf('invoice', number))}`, {
        paidAt: PAID_AT,
      }),
    verb: (ctx, id) => markInvoicePaid(ctx, id, new Date(`${PAID_AT}Z`)),
  },
  {
    name: 'customers',
    title: 'list customers, page 1',
    pick: 'any',
    writes: false,
    ratioFloor: 0.25,
    request: (world) => http(world, 'GET', `/v1/customers?per_page=${PAGE}`),
    verb: (ctx) => listCustomers(ctx, { offset: 0, limit: PAGE }),
  },
  {
    name: 'invoices',
    title: 'list invoices, page 1',
    pick: 'any',
    writes: false,
    ratioFloor: 0.25,
    request: (world) => http(world, 'GET', `/v1/customer-invoices?per_page=${PAGE}`),
    verb: (ctx) => listInvoices(ctx, { offset: 0, limit: PAGE }),
  },
  {
    name: 'invoice',
    title: 'get invoice',
    of: 'invoice',
    pick: 'any',
    writes: false,
    ratioFloor: 0.4,
    request: (world, number) =>
      http(world, 'GET', `/v1/customer-invoices/${encodeId('invoice', idOf('invoice', number))}`),
    verb: getInvoice,
  },
  {
    name: 'create',
    title: 'create manual invoice',
    of: 'customer',
    rowOf: 'customer',
    pick: 'any',
    writes: true,
    request: (world, number) =>
      http(world, 'POST', '/v1/customer-invoices/manual', {
        customerId: encodeId('customer', idOf('customer', customerOf(number))),
        invoiceNumber: `N${number}`,
        issuedAt: PAID_AT.slice(0, 10),
        lines: [{ description: 'Membership', amountExclVat: '75.00', vatRate: 21 }],
      }),
    verb: (ctx, id) =>
      createInvoice(ctx, {
        customerId: id,
        externalNumber: 'N1',
        issuedOn: PAID_AT.slice(0, 10),
        dueOn: null,
        lines: [{ description: 'Membership', netCents: 7500, vatRate: 21, amountCents: 9075 }],
      }),
  },
  ...[1, 32].map((connections): Case => ({
    name: `import-${connections}`,
    title: `/api/v2 create invoice, ${connections} at a time`,
    pick: 'any',
    writes: true,
    connections,
    ...(connections === 32 ? { ratioFloor: 0.4 } : {}),
    request: (world, number) =>
      http(world, 'POST', '/api/v2/invoices', {
        import_id: hexId(world.companyId, idOf('batch', 1)),
        ...memberInvoice(number),
      }),
    verb: (ctx) =>
      addInvoiceToBatch(
        ctx,
        idOf('batch', 1),
        parseNewInvoice(memberInvoice(1), ctx.now, ctx.company.timeZone),
      ),
  })),
  ...firstAndFar.map((page): Case => ({
    name: page === 1 ? 'status' : `status-${page}`,
    title: `/api/v2 list by status, page ${page}`,
    pick: 'any',
    writes: false,
    // Of ten tickets nine are about an invoice, of four one is unanswered; each has two messages.
    needs: page * PAGE * 2.5,
    request: (world) =>
      http(
        world,
        'GET',
        `/api/v2/companies/${hexId(world.companyId, world.companyUuid)}/tickets/unanswered?page_number=${page}&page_size=${PAGE}`,
      ),
    verb: (ctx) => listMessagesByState(ctx, 'unanswered', { offset: (page - 1) * PAGE, limit: PAGE }),
  })),
]
