import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { refusalSuite } from '../../../../test/support/refusals.ts'
import { listPlans, setPlan } from '../../../domain/companies/plan.ts'
import { changePlan } from '../../../domain/companies/change-plan.ts'
import { billPlans } from '../../../domain/platform-invoices/bill-plans.ts'
import { payPlatformInvoice } from '../../../domain/platform-invoices/pay-platform-invoice.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
  running.clock.set('2025-03-10T12:00:00Z')
  await setPlan(running.database.sql, 'complete', { monthlyPriceCents: 1295 })
  // The month in which the installation begins: nobody was there on its first day.
  assert.equal(await bill('2025-03-10T12:00:00Z'), 0)
})
after(() => running.close())

const bill = (at: string) => billPlans(running.database.sql, new Date(at))

const get = (tenant: Tenant, url = '') =>
  running.app.inject({ url: `/v1/invoices${url}`, headers: { authorization: tenant.bearer } })

/** The months go on, from test to test. */
let month = Date.UTC(2025, 3)
function nextMonth(): string {
  const first = new Date(month)
  month = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1)
  return first.toISOString().slice(0, 7)
}

async function anInvoiced(): Promise<{ tenant: Tenant; id: string }> {
  const begins = nextMonth()
  running.clock.set(
    `${new Date(Date.parse(`${begins}-01`) - 86_400_000).toISOString().slice(0, 10)}T12:00:00Z`,
  )
  const tenant = await running.tenant()
  await bill(`${begins}-01T00:10:00Z`)
  const [invoice] = (await get(tenant)).json().data
  return { tenant, id: invoice.id }
}

refusalSuite(() => running, {
  name: 'list-mijnklantportaal-invoices',
  api: 'v1',
  permission: 'businessoperations:read',
  request: async () => ({ method: 'GET', url: '/v1/invoices' }),
})

test('another company’s invoice is answered like a missing one', async () => {
  const { tenant, id } = await anInvoiced()
  const other = await running.tenant()
  const missing = await get(other, `/fac_${'0'.repeat(26)}`)
  const foreign = await get(other, `/${id}`)
  assert.equal(foreign.statusCode, 404)
  assert.equal(foreign.body, missing.body)
  assert.equal((await get(tenant, `/${id}`)).statusCode, 200)
  const scoped = await running.bearerWith(tenant, ['invoices:read'])
  const refused = await running.app.inject({ url: `/v1/invoices/${id}`, headers: { authorization: scoped } })
  assert.equal(refused.statusCode, 403)
})

test('a month is billed as documented, with numbers for amounts', async () => {
  const { tenant, id } = await anInvoiced()
  const shown = (await get(tenant, `/${id}`)).json()
  const { invoiceNumber, issuedAt, lines, ...rest } = shown
  assert.match(id, /^fac_/)
  assert.match(invoiceNumber, /^BAL-2025\.\d{4}$/)
  assert.match(issuedAt, /^2025-\d\d-01T00:00:00\.000Z$/)
  assert.deepEqual(rest, {
    id,
    currency: 'EUR',
    subtotalAmount: 12.95,
    vatAmount: 2.72,
    totalAmount: 15.67,
    isPaid: false,
  })
  const [{ id: line, description, ...charged }] = lines
  assert.match(line, /^fcl_/)
  assert.equal(description, `Complete subscription ${issuedAt.slice(0, 7)}`)
  assert.deepEqual(charged, {
    quantity: 1,
    currency: 'EUR',
    amountExclVat: 12.95,
    vatRate: 21,
    vatAmount: 2.72,
    amountInclVat: 15.67,
  })
  await payPlatformInvoice(running.database.sql, invoiceNumber, new Date())
  assert.equal((await get(tenant, `/${id}`)).json().isPaid, true)
  await assert.rejects(payPlatformInvoice(running.database.sql, invoiceNumber, new Date()), /paid already/)
  await assert.rejects(payPlatformInvoice(running.database.sql, 'BAL-1', new Date()), /no invoice/)
})

test('however many bill at once a company gets one invoice for a month, numbered without gaps', async () => {
  const tenants = await Promise.all([running.tenant(), running.tenant(), running.tenant()])
  const begins = nextMonth()
  await Promise.all(Array.from({ length: 5 }, () => bill(`${begins}-01T00:10:00Z`)))
  assert.equal(await bill(`${begins}-20T00:10:00Z`), 0)
  for (const tenant of tenants) {
    const ofMonth = (await get(tenant))
      .json()
      .data.filter(({ issuedAt }: { issuedAt: string }) => issuedAt.startsWith(begins))
    assert.equal(ofMonth.length, 1)
  }
  const numbers = await running.database.sql<{ n: number }[]>`
    select split_part(number, '.', 2)::integer as n from platform_invoices where number like 'BAL-2025.%' order by 1`
  assert.deepEqual(
    numbers.map(({ n }) => n),
    numbers.map((_, i) => i + 1),
  )
})

test('months that were missed are billed each, dated on their first day; the newest comes first', async () => {
  const { tenant } = await anInvoiced()
  const earlier = (await get(tenant)).json().data.length
  const missed = [nextMonth(), nextMonth(), nextMonth()]
  await bill(`${missed[2]}-15T12:00:00Z`)
  const dates = (await get(tenant))
    .json()
    .data.map(({ issuedAt }: { issuedAt: string }) => issuedAt.slice(0, 10))
  assert.equal(dates.length, earlier + 3)
  assert.deepEqual(
    dates.slice(0, 3),
    missed.toReversed().map((one) => `${one}-01`),
  )
})

test('who comes during a month, or whose plan is free, is not billed for it', async () => {
  const free = await running.tenant({ plan: 'basic' })
  const begins = nextMonth()
  running.clock.set(`${begins}-01T00:00:00.500Z`)
  const late = await running.tenant()
  await bill(`${begins}-28T12:00:00Z`)
  assert.deepEqual((await get(free)).json().data, [])
  assert.deepEqual((await get(late)).json().data, [])
})

test('a plan is defined, changed and refused by name; what it lacks is 426 at once', async () => {
  const { sql } = running.database
  const plan = await setPlan(sql, 'club', {
    features: ['ticketing', 'subscriptions', 'ticketing'],
    monthlyPriceCents: 500,
  })
  assert.deepEqual(plan, {
    name: 'club',
    features: ['subscriptions', 'ticketing'],
    monthlyPriceCents: 500,
    vatRate: 21,
  })
  const tenant = await running.tenant({ plan: 'club' })
  const status = async (path: string) =>
    (await running.app.inject({ url: `/v1/${path}`, headers: { authorization: tenant.bearer } })).statusCode
  assert.equal(await status('customer-subscriptions'), 200)
  assert.equal(await status('punch-cards'), 426)
  await setPlan(sql, 'club', { features: ['punch-cards'] })
  for (let i = 0; i < 100 && (await status('punch-cards')) !== 200; i++) await sleep(20)
  assert.equal(await status('punch-cards'), 200)
  assert.equal(await status('customer-subscriptions'), 426)
  assert.equal((await listPlans(sql)).find(({ name }) => name === 'club')!.monthlyPriceCents, 500)
  await changePlan(tenant.ctx(), 'complete')
  for (const [name, given, field] of [
    ['Club', {}, 'name'],
    ['', {}, 'name'],
    ['x', { features: ['teleport'] }, 'features'],
    ['x', { monthlyPriceCents: -1 }, 'price'],
    ['x', { monthlyPriceCents: 1.5 }, 'price'],
    ['x', { monthlyPriceCents: 1e15 }, 'price'],
  ] as const)
    await assert.rejects(setPlan(sql, name, { ...given } as never), new RegExp(`^BalieError: ${field} `))
  assert.equal((await listPlans(sql)).length, 3)
})
