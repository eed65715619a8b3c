import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { startTestApp, type TestApp, type Tenant } from '../../../test/support/app.ts'
import { aCustomer, anInvoice, aTicket } from '../../../test/support/builders.ts'
import { closeTicket } from '../../domain/tickets/close-ticket.ts'
import { createCustomer } from '../../domain/customers/create-customer.ts'
import { createInvoice } from '../../domain/invoices/create-invoice.ts'
import { markInvoicePaid } from '../../domain/invoices/mark-invoice-paid.ts'
import { encodeCursor } from './cursor.ts'
import { decodeId, encodeId } from './ids.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

type Row = Record<string, string | null>
interface Answer {
  data: Row[]
  current_page: number
  from: number | null
  to: number | null
  next_page_url: string | null
  prev_page_url: string | null
  next_cursor: string | null
}

const get = (tenant: Tenant, url: string) =>
  running.app.inject({ url, headers: { authorization: tenant.bearer } })

/** All rows, page by page: by the cursor, or by following the links. */
async function walk(tenant: Tenant, url: string, by: 'cursor' | 'link'): Promise<Row[]> {
  const rows: Row[] = []
  for (let next: string | null = url; next !== null;) {
    const response = await get(tenant, next)
    assert.equal(response.statusCode, 200, `${next}: ${response.body}`)
    const page = response.json<Answer>()
    if ('next_cursor' in page) assert.equal(page.next_cursor === null, page.next_page_url === null)
    assert.equal(page.from, page.data.length === 0 ? null : rows.length + 1)
    assert.equal(page.to, page.data.length === 0 ? null : rows.length + page.data.length)
    rows.push(...page.data)
    if (by === 'link') next = page.next_page_url?.replace('https://balie.example', '') ?? null
    else if (page.next_cursor === null) next = null
    else {
      const address = new URL(url, 'https://balie.example')
      address.searchParams.set('cursor', page.next_cursor)
      next = address.pathname + address.search
    }
  }
  return rows
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The rows in an order, by the field of that name and the id. */
function sorted(rows: Row[], sort: string, keyOf: (row: Row) => string): Row[] {
  const way = sort.startsWith('-') ? -1 : 1
  return rows.toSorted((a, b) => way * (compare(keyOf(a), keyOf(b)) || compare(a['id']!, b['id']!)))
}

const idsOf = (rows: Row[]) => rows.map(({ id }) => id)

test('invoices: whatever the filter, the order and the size of the page, a walk shows each that fits once', async () => {
  const tenant = await running.tenant()
  const customers = [await aCustomer(tenant), await aCustomer(tenant)]
  for (let n = 0; n < 24; n += 1) {
    if (n % 3 > 0) running.clock.set(`2026-11-21T10:00:${10 + Math.floor(n / 2)}Z`)
    const { id } = await createInvoice(tenant.ctx(), {
      customerId: customers[n % 2]!.id,
      externalNumber: `N-${n % 5}`,
      issuedOn: `2026-11-${10 + (n % 7)}`,
      dueOn: null,
      lines: [{ amountCents: 1000, description: 'x' }],
    })
    if (n % 4 === 0) await markInvoicePaid(tenant.ctx(), id, new Date('2026-11-20T00:00:00Z'))
  }
  await anInvoice(await running.tenant())
  const all = await walk(tenant, '/v1/customer-invoices?per_page=100', 'link')
  assert.equal(all.length, 24)
  const byCreation = new Map(
    [...idsOf(all)].reverse().map((id, index) => [id, String(index).padStart(4, '0')]),
  )
  const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
  const day = fc.integer({ min: 8, max: 18 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`)
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        customer: optional(fc.nat(1)),
        paid: optional(fc.boolean()),
        from: optional(day),
        to: optional(day),
        number: optional(fc.constantFrom('N-0', 'N-4', 'N-9')),
        sort: optional(fc.constantFrom('createdAt', '-createdAt', 'issuedAt', '-issuedAt')),
        size: fc.integer({ min: 1, max: 9 }),
        by: fc.constantFrom('cursor' as const, 'link' as const),
      }),
      async ({ customer, paid, from, to, number, sort, size, by }) => {
        const customerId = customer === undefined ? undefined : encodeId('customer', customers[customer]!.id)
        const ranged = from !== undefined || to !== undefined
        const query = new URLSearchParams({ per_page: String(size) })
        for (const [name, value] of Object.entries({
          customerId,
          paid: paid === undefined ? undefined : String(paid),
          issuedFrom: from,
          issuedTo: to,
          invoiceNumber: number,
          sort,
        }))
          if (value !== undefined) query.set(name, value)
        const url = `/v1/customer-invoices?${query.toString()}`
        if (ranged && sort?.endsWith('createdAt')) {
          assert.equal((await get(tenant, url)).statusCode, 422)
          return
        }
        const fitting = all.filter(
          (row) =>
            (customerId === undefined || row['customerId'] === customerId) &&
            (paid === undefined || (row['paidAt'] !== null) === paid) &&
            (from === undefined || row['issuedAt']! >= from) &&
            (to === undefined || row['issuedAt']! <= to) &&
            (number === undefined || row['invoiceNumber'] === number),
        )
        const order = sort ?? (ranged ? '-issuedAt' : '-createdAt')
        const keyOf = (row: Row) =>
          order.endsWith('issuedAt') ? row['issuedAt']! : (byCreation.get(row['id'] ?? '') ?? '')
        const plain = [...query.keys()].length === 1
        assert.deepEqual(
          idsOf(await walk(tenant, url, plain ? 'link' : by)),
          idsOf(sorted(fitting, order, keyOf)),
        )
      },
    ),
    { numRuns: 60 },
  )
})

test('tickets: by status and customer', async () => {
  const tenant = await running.tenant()
  for (let n = 0; n < 7; n += 1) {
    const { ticket } = await aTicket(tenant, n % 2 === 0 ? 'answered' : 'unanswered')
    if (n % 3 === 0) await closeTicket(tenant.ctx(), decodeId('ticket', ticket)!)
  }
  const all = await walk(tenant, '/v1/tickets', 'link')
  for (const status of ['open', 'closed'])
    for (const sort of ['createdAt', '-createdAt']) {
      const fitting = all.filter((row) => row['status'] === status)
      assert.ok(fitting.length > 2)
      assert.deepEqual(
        idsOf(await walk(tenant, `/v1/tickets?status=${status}&sort=${sort}&per_page=2`, 'cursor')),
        idsOf(sort === 'createdAt' ? fitting.toReversed() : fitting),
      )
    }
  const [{ customerId }] = all as [Row]
  const theirs = await walk(tenant, `/v1/tickets?customerId=${customerId}&per_page=1`, 'link')
  assert.deepEqual(
    theirs,
    all.filter((row) => row['customerId'] === customerId),
  )
})

test('customers: by address, the beginning of the name and the own id', async () => {
  const tenant = await running.tenant()
  const names = ['Bakker BV', 'bakkerij', 'BAK%', 'Bak_', 'Ångström', 'ängström', '張偉', 'Zoo', 'bak', 'b']
  for (const [n, name] of names.entries())
    await createCustomer(tenant.ctx(), {
      name,
      address: 'x',
      zipCode: 'x',
      city: 'x',
      countryCode: 'NL',
      email: `Person${n}@Example.com`,
    })
  const search = async (query: string) =>
    (await walk(tenant, `/v1/customers?per_page=2&${query}`, 'link')).map((row) => row['companyName'])
  assert.deepEqual(await search('companyName=BAK'), ['bak', 'BAK%', 'Bak_', 'Bakker BV', 'bakkerij'])
  assert.deepEqual(await search('companyName=bak%25'), ['BAK%'])
  assert.deepEqual(await search('companyName=bak_'), ['Bak_'])
  assert.deepEqual(await search(`companyName=${encodeURIComponent('å')}`), ['Ångström'])
  assert.deepEqual(await search(`companyName=${encodeURIComponent('張')}&sort=-companyName`), ['張偉'])
  assert.deepEqual(await search('email=person3@example.COM'), ['Bak_'])
  assert.deepEqual(await search('email=person'), [])
  assert.deepEqual(await search('externalId=x'), [])
  assert.deepEqual(await search('sort=createdAt'), names)
  assert.equal((await search('sort=companyName')).length, names.length)
})

test('pages of a filtered list are numbered, and lead back', async () => {
  const tenant = await running.tenant()
  for (let n = 0; n < 5; n += 1) await anInvoice(tenant)
  const page = async (query: string) => (await get(tenant, `/v1/customer-invoices?${query}`)).json<Answer>()
  const second = await page('paid=false&per_page=2&page=2')
  assert.deepEqual([second.current_page, second.from, second.to], [2, 3, 4])
  const first = await page('paid=false&per_page=2')
  const forth = (await get(tenant, first.next_page_url!.slice(21))).json<Answer>()
  assert.deepEqual([forth.data, forth.current_page], [second.data, 2])
  const back = (await get(tenant, forth.prev_page_url!.slice(21))).json<Answer>()
  assert.deepEqual(back.data, first.data)
  const deep = await get(tenant, '/v1/customer-invoices?paid=false&page=5000')
  assert.deepEqual([deep.statusCode, deep.json().message.startsWith('page ')], [422, true])
  // The documented list says what it ever did.
  const plain = await page('per_page=2')
  assert.equal(plain.next_page_url, 'https://balie.example/v1/customer-invoices?page=2&per_page=2')
  assert.ok(!('next_cursor' in plain))
  const { next_cursor: cursor } = await page('sort=-createdAt&per_page=2')
  assert.deepEqual((await page(`cursor=${cursor}&per_page=2`)).data, (await page('page=2&per_page=2')).data)
})

test('what is wrong with a filter, an order or a cursor is said by name', async () => {
  const tenant = await running.tenant()
  const made = await anInvoice(tenant)
  const id = made.invoice.id
  const good = { key: '2026-11-21 10:00:00+00', id, before: 1 }
  const cursors = [
    'x',
    '%00',
    encodeCursor('createdAt', good),
    encodeCursor('-createdAt', { ...good, key: '2026-02-30 10:00:00+00' }),
    encodeCursor('-createdAt', { ...good, key: '2026-02-20 25:00:00+00' }),
    encodeCursor('-createdAt', { ...good, key: '294277-01-01 00:00:00+00' }),
    encodeCursor('-createdAt', { ...good, key: 'infinity' }),
    encodeCursor('-createdAt', { ...good, key: "'; drop table invoices" }),
    encodeCursor('-createdAt', { ...good, id: 'inv_1' }),
    encodeCursor('-createdAt', { ...good, before: -1 }),
    encodeCursor('-createdAt', { ...good, before: 1e300 }),
    Buffer.from('[]').toString('base64url'),
    Buffer.from('{"__proto__":1}').toString('base64url'),
  ]
  for (const [path, query, field] of [
    ...cursors.map((cursor) => ['customer-invoices', `cursor=${cursor}`, 'cursor'] as const),
    [
      'customers',
      `sort=companyName&cursor=${encodeCursor('companyName', { ...good, key: 'a\0' })}`,
      'cursor',
    ],
    ['customer-invoices', 'sort=amount', 'sort'],
    ['customer-invoices', 'paid=perhaps', 'paid'],
    ['customer-invoices', 'issuedFrom=2026-04-31', 'issuedFrom'],
    ['customer-invoices', 'issuedTo=yesterday', 'issuedTo'],
    ['customer-invoices', 'customerId=cst_1', 'customerId'],
    ['customer-invoices', `customerId=${made.v1}`, 'customerId'],
    ['customer-invoices', 'customerId=a&customerId=b', 'customerId'],
    ['customer-invoices', 'issuedFrom=2026-04-01&sort=createdAt', 'sort'],
    ['tickets', 'status=lost', 'status'],
    ['tickets', 'customerId=1', 'customerId'],
    ['customers', 'companyName=a&sort=createdAt', 'sort'],
    ['customers', 'email=%00', 'email'],
  ] as const) {
    const response = await get(tenant, `/v1/${path}?${query}`)
    assert.equal(response.statusCode, 422, `${path} ${query}: ${response.body}`)
    assert.ok(response.json().message.startsWith(`${field} `), `${query}: ${response.json().message}`)
  }
})

test("a cursor and a customer of another tenant's show nothing of it", async () => {
  const ours = await running.tenant()
  const theirs = await running.tenant()
  for (let n = 0; n < 3; n += 1) await anInvoice(theirs)
  const page = (await get(theirs, '/v1/customer-invoices?sort=-createdAt&per_page=1')).json<Answer>()
  const seen = await get(ours, `/v1/customer-invoices?cursor=${page.next_cursor}`)
  assert.deepEqual([seen.statusCode, seen.json().data], [200, []])
  const customerId = page.data[0]!['customerId']
  const filtered = await get(ours, `/v1/customer-invoices?customerId=${customerId}`)
  assert.deepEqual([filtered.statusCode, filtered.json().data], [200, []])
})
