import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../../../test/support/app.ts'
import { aCustomer, anInvoice } from '../../../test/support/builders.ts'
import { transaction, type Ctx } from '../../kernel/context.ts'
import { searchCustomers } from '../customers/search-customers.ts'
import { searchTickets } from '../tickets/search-tickets.ts'
import { invoiceOrders, searchInvoices, type InvoiceFilter, type InvoiceOrder } from './search-invoices.ts'

const ROWS = 20_000
/** Of a page of 15: the rows themselves, the one behind them, and the thirty that a plan may pass over to save an index. */
const MOST = 60

let running: TestApp
let tenant: Tenant
let few: string
before(async () => {
  running = await startTestApp()
  tenant = await running.tenant()
  const { sql } = running.database
  const { invoice } = await anInvoice(tenant)
  few = (await aCustomer(tenant)).id
  const { companyId } = tenant.company
  await sql`
    insert into customers (company_id, id, name, address, zip_code, city, country_code, email, created_at)
    select company_id, gen_random_uuid(), 'Name ' || n, address, zip_code, city, country_code, 'a' || n || '@example.com',
           created_at + n * interval '1 minute'
      from customers, generate_series(1, ${ROWS}::integer) n where company_id = ${companyId} and id = ${invoice.customerId}`
  await sql`
    insert into invoices (company_id, id, batch_id, customer_id, external_number, recipient, currency, issued_on,
                          amount_cents, paid_at, link_token, created_at)
    select i.company_id, gen_random_uuid(), i.batch_id,
           case when n % 1000 = 0 then ${few}::uuid else i.customer_id end, 'M-' || n, i.recipient, i.currency,
           i.issued_on + n / 20, 0, case when n < 30 then null else i.created_at end, i.link_token,
           i.created_at + n * interval '1 minute'
      from invoices i, generate_series(1, ${ROWS}::integer) n where i.company_id = ${companyId} and i.id = ${invoice.id}`
  await sql`
    insert into tickets (company_id, id, customer_id, title, source, state, created_at)
    select ${companyId}, gen_random_uuid(), case when n % 1000 = 0 then ${few}::uuid else ${invoice.customerId}::uuid end,
           'x', 'portal', case when n < 30 then 'answered' else 'archived' end,
           '2026-01-01'::timestamptz + n * interval '1 minute'
      from generate_series(1, ${ROWS}::integer) n`
  await sql`analyze`
})
after(() => running.close())

/** How many rows of the table are read in all. */
const rowsRead = (table: string, look: (ctx: Ctx) => Promise<unknown>): Promise<number> =>
  transaction(running.database.sql, async (sql) => {
    // The counters of a session may hold what it did before.
    const soFar = async () => {
      const [{ read }] = await sql<[{ read: number }]>`
        select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) as read
          from pg_stat_xact_user_tables where relname = ${table}`
      return read
    }
    const start = await soFar()
    await look({ ...tenant.ctx(), sql })
    return (await soFar()) - start
  })

const page = { offset: 0, limit: 15, after: undefined }

test('a page of invoices reads its own rows, whatever is filtered and wherever it is', async () => {
  const filters: InvoiceFilter[] = [
    {},
    { paid: true },
    { paid: false },
    { customerId: few },
    { customerId: few, paid: false },
    { number: 'M-17' },
    { number: 'none' },
    { issuedFrom: '2027-01-01', issuedTo: '2027-06-01' },
    { issuedFrom: '2027-01-01', paid: true },
    { issuedTo: '1999-01-01' },
  ]
  for (const filter of filters)
    for (const order of invoiceOrders) {
      if ((filter.issuedFrom ?? filter.issuedTo) !== undefined && order.endsWith('createdAt')) continue
      const shape = `${JSON.stringify(filter)} ${order}`
      const first = await rowsRead('invoices', (ctx) => searchInvoices(ctx, filter, order, page))
      assert.ok(first <= MOST, `${shape}: ${first}`)
      const key = middle(order)
      const afterRow = { key, id: '00000000-0000-0000-0000-000000000000' }
      const there = await rowsRead('invoices', (ctx) =>
        searchInvoices(ctx, filter, order, { ...page, after: afterRow }),
      )
      assert.ok(there <= MOST, `${shape} from the middle: ${there}`)
    }
})

const middle = (order: InvoiceOrder) => (order.endsWith('issuedAt') ? '2027-12-01' : '2026-11-28 10:00:00+00')

test('a page of tickets reads its own rows', async () => {
  for (const filter of [{ closed: true }, { closed: false }, { customerId: few }, {}])
    for (const order of ['createdAt', '-createdAt'] as const) {
      const read = await rowsRead('tickets', (ctx) => searchTickets(ctx, filter, order, page))
      assert.ok(read <= MOST, `${JSON.stringify(filter)} ${order}: ${read}`)
    }
})

test('a page of customers reads its own rows', async () => {
  for (const [filter, order] of [
    [{ email: 'A77@example.com' }, '-createdAt'],
    [{ externalId: 'none' }, '-createdAt'],
    [{ nameBegins: 'NAME 1' }, 'companyName'],
    [{ nameBegins: 'name 1' }, '-companyName'],
    [{}, 'companyName'],
    [{}, 'createdAt'],
  ] as const) {
    const read = await rowsRead('customers', (ctx) => searchCustomers(ctx, filter, order, page))
    assert.ok(read <= MOST, `${JSON.stringify(filter)} ${order}: ${read}`)
  }
})
