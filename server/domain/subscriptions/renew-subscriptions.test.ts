import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { startTestApp, type TestApp, type Tenant } from '../../../test/support/app.ts'
import { aCustomer } from '../../../test/support/builders.ts'
import { connect } from '../../database/connect.ts'
import { changeSubscription } from './change-subscription.ts'
import { createSubscription, type NewSubscription } from './create-subscription.ts'
import { renewSubscriptions } from './renew-subscriptions.ts'
import type { Subscription } from './subscription.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

async function aSubscription(tenant: Tenant, input: Partial<NewSubscription> = {}): Promise<Subscription> {
  return createSubscription(tenant.ctx(), {
    customerId: input.customerId ?? (await aCustomer(tenant)).id,
    packageId: null,
    description: 'Contribution',
    startsOn: '2026-01-31',
    every: '1 month',
    amountCents: 1295,
    vatRate: 21,
    createInvoice: true,
    invoiceDescription: null,
    createPayment: false,
    mandateId: null,
    followUpFailedPayment: false,
    ...input,
  })
}

const renew = ({ company }: Tenant, failed: string[] = []) =>
  renewSubscriptions(
    {
      sql: running.database.sql,
      now: running.clock.now(),
      failed: ({ id }) => failed.push(id),
    },
    { companyId: company.companyId },
  )

interface Invoiced {
  number: string
  issuedOn: string
  cents: number
  net: number
  vatRate: number
  description: string
}

const invoicesOf = async ({ company }: Tenant) => [
  ...(await running.database.sql<Invoiced[]>`
  select i.external_number as number, i.issued_on as "issuedOn", i.amount_cents as cents, l.net_cents as net,
         l.vat_rate as "vatRate", l.description
    from invoices i join invoice_lines l on l.company_id = i.company_id and l.invoice_id = i.id
   where i.company_id = ${company.companyId} order by i.external_number`),
]

const periodsOf = async ({ company }: Tenant) =>
  (
    await running.database.sql<{ from: string; to: string }[]>`
      select starts_on as from, ends_on as to from subscription_periods
       where company_id = ${company.companyId} order by starts_on`
  ).map(({ from, to }) => `${from} ${to}`)

test('each term is invoiced on its day, in the company’s time zone, with the VAT that is in the amount', async () => {
  const tenant = await running.tenant()
  running.clock.set('2026-01-30T12:00:00Z')
  await aSubscription(tenant, { invoiceDescription: 'Extending subscription' })
  assert.equal(await renew(tenant), 0)
  running.clock.set('2026-01-30T22:59:59Z')
  assert.equal(await renew(tenant), 0)
  running.clock.set('2026-01-30T23:00:00Z')
  assert.equal(await renew(tenant), 1)
  assert.equal(await renew(tenant), 0)
  const [invoice, ...more] = await invoicesOf(tenant)
  assert.deepEqual(more, [])
  assert.deepEqual(
    { ...invoice },
    {
      number: 'SUB-2026-0001',
      issuedOn: '2026-01-31',
      cents: 1295,
      net: 1070,
      vatRate: 21,
      description: 'Extending subscription (2026-01-31 – 2026-02-27)',
    },
  )
})

test('a day that a month lacks is its last one, and comes back', async () => {
  const tenant = await running.tenant()
  running.clock.set('2026-01-01T12:00:00Z')
  await aSubscription(tenant)
  running.clock.set('2026-06-30T12:00:00Z')
  assert.equal(await renew(tenant), 6)
  assert.deepEqual(await periodsOf(tenant), [
    '2026-01-31 2026-02-28',
    '2026-02-28 2026-03-31',
    '2026-03-31 2026-04-30',
    '2026-04-30 2026-05-31',
    '2026-05-31 2026-06-30',
    '2026-06-30 2026-07-31',
  ])
})

test('a leap day comes back every fourth year', async () => {
  const tenant = await running.tenant()
  running.clock.set('2024-02-29T12:00:00Z')
  await aSubscription(tenant, { startsOn: '2024-02-29', every: '1 year' })
  running.clock.set('2028-03-01T12:00:00Z')
  await renew(tenant)
  assert.deepEqual(await periodsOf(tenant), [
    '2024-02-29 2025-02-28',
    '2025-02-28 2026-02-28',
    '2026-02-28 2027-02-28',
    '2027-02-28 2028-02-29',
    '2028-02-29 2029-02-28',
  ])
})

test('terms that were missed get an invoice each, dated on their own day and numbered in that order', async () => {
  const tenant = await running.tenant()
  running.clock.set('2025-11-30T12:00:00Z')
  await aSubscription(tenant, { startsOn: '2025-12-01' })
  await aSubscription(tenant, { startsOn: '2025-12-08', every: '14 days' })
  running.clock.set('2026-02-01T12:00:00Z')
  await renew(tenant)
  assert.deepEqual(
    (await invoicesOf(tenant)).map(({ number, issuedOn }) => `${number} ${issuedOn}`),
    [
      'SUB-2025-0001 2025-12-01',
      'SUB-2025-0002 2025-12-08',
      'SUB-2025-0003 2025-12-22',
      'SUB-2026-0001 2026-01-01',
      'SUB-2026-0002 2026-01-05',
      'SUB-2026-0003 2026-01-19',
      'SUB-2026-0004 2026-02-01',
    ],
  )
})

test('of a contract that began before today only the terms to come are billed here', async () => {
  const tenant = await running.tenant()
  running.clock.set('2026-03-15T12:00:00Z')
  const made = await aSubscription(tenant, { startsOn: '2024-01-31' })
  assert.equal(made.renewsOn, '2026-03-31')
  assert.equal(await renew(tenant), 0)
  running.clock.set('2026-04-30T12:00:00Z')
  assert.equal(await renew(tenant), 2)
  assert.deepEqual(await periodsOf(tenant), ['2026-03-31 2026-04-30', '2026-04-30 2026-05-31'])
  const begunToday = await aSubscription(tenant, { startsOn: '2026-04-30', every: '1 year' })
  assert.equal(begunToday.nextOn, '2026-04-30')
  assert.equal(begunToday.renewsOn, '2027-04-30')
  assert.equal(await renew(tenant), 1)
})

test('without createInvoice the subscription moves on, and no invoice is made', async () => {
  const tenant = await running.tenant()
  running.clock.set('2026-01-31T12:00:00Z')
  await aSubscription(tenant, { createInvoice: false })
  assert.equal(await renew(tenant), 1)
  assert.deepEqual(await periodsOf(tenant), ['2026-01-31 2026-02-28'])
  assert.deepEqual(await invoicesOf(tenant), [])
})

test('a change counts from the next term on, also of the interval', async () => {
  const tenant = await running.tenant()
  running.clock.set('2026-01-31T12:00:00Z')
  const { id } = await aSubscription(tenant)
  await renew(tenant)
  await changeSubscription(tenant.ctx(), id, { amountCents: 2000, vatRate: 9, every: '2 months' })
  running.clock.set('2026-04-30T12:00:00Z')
  await renew(tenant)
  await changeSubscription(tenant.ctx(), id, { every: '14 days' })
  running.clock.set('2026-05-20T12:00:00Z')
  await renew(tenant)
  assert.deepEqual(await periodsOf(tenant), [
    '2026-01-31 2026-02-28',
    '2026-02-28 2026-04-30',
    '2026-04-30 2026-06-30',
  ])
  assert.deepEqual(
    (await invoicesOf(tenant)).map(({ cents, vatRate }) => [cents, vatRate]),
    [
      [1295, 21],
      [2000, 9],
      [2000, 9],
    ],
  )
})

test('no term begins at or after the termination; one that is moved on lets terms begin again', async () => {
  const tenant = await running.tenant()
  running.clock.set('2026-01-31T12:00:00Z')
  const { id } = await aSubscription(tenant)
  await changeSubscription(tenant.ctx(), id, { terminatedAt: new Date('2026-03-30T22:00:00Z') })
  running.clock.set('2026-03-31T12:00:00Z')
  await renew(tenant)
  // Midnight in Amsterdam is 22:00 in UTC by then: the term of that day would begin at the termination.
  assert.deepEqual(await periodsOf(tenant), ['2026-01-31 2026-02-28', '2026-02-28 2026-03-31'])
  running.clock.set('2026-03-30T12:00:00Z')
  await changeSubscription(tenant.ctx(), id, { terminatedAt: new Date('2026-03-30T22:00:00.001Z') })
  running.clock.set('2026-07-31T12:00:00Z')
  await renew(tenant)
  assert.equal((await periodsOf(tenant)).at(-1), '2026-03-31 2026-04-30')
})

test('what cannot be billed is told of and keeps no other from being billed', async () => {
  const tenant = await running.tenant()
  running.clock.set('2026-01-31T12:00:00Z')
  const subscriptions: Subscription[] = []
  for (let i = 0; i < 7; i++) subscriptions.push(await aSubscription(tenant))
  const bad = subscriptions[3]!
  const { sql } = running.database
  await sql`
    update subscriptions set invoice_description = 'unbillable' where company_id = ${tenant.company.companyId}
       and id = ${bad.id}`
  await sql.unsafe(`
    create function refuse_unbillable() returns trigger language plpgsql as $$
      begin raise exception 'unbillable'; end $$;
    create trigger unbillable before insert on invoice_lines for each row
      when (new.description like 'unbillable%') execute function refuse_unbillable()`)
  try {
    const failed: string[] = []
    assert.equal(await renew(tenant, failed), 6)
    assert.deepEqual(failed, [bad.id])
    const invoices = await invoicesOf(tenant)
    assert.deepEqual(
      invoices.map(({ number }) => number),
      [1, 2, 3, 4, 5, 6].map((n) => `SUB-2026-000${n}`),
      'numbers without a gap',
    )
  } finally {
    await sql.unsafe('drop trigger unbillable on invoice_lines; drop function refuse_unbillable()')
  }
  assert.equal(await renew(tenant), 1)
})

test('two workers at once, one of them killed in the middle: every term once, none missing', async () => {
  const tenant = await running.tenant()
  running.clock.set('2026-01-31T12:00:00Z')
  const customerId = (await aCustomer(tenant)).id
  await Promise.all(Array.from({ length: 450 }, () => aSubscription(tenant, { customerId })))
  running.clock.set('2026-02-28T12:00:00Z')
  const now = running.clock.now()
  const doomed = connect(running.database.url, { connections: 2, name: 'doomed' })
  const failed = () => {}
  const killed = renewSubscriptions({ sql: doomed, now, failed }, {}).then(
    () => 'came through',
    () => 'died',
  )
  const other = renewSubscriptions({ sql: running.database.sql, now, failed }, {})
  await sleep(150)
  await running.database.sql`
    select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'doomed'`
  await other
  await killed
  await doomed.end({ timeout: 1 })
  // A restart.
  await renew(tenant)
  const [counts] = await running.database.sql<{ periods: number; invoices: number; distinct: number }[]>`
    select count(*) as periods, count(distinct invoice_id) as invoices,
           count(distinct (subscription_id, starts_on)) as distinct
      from subscription_periods where company_id = ${tenant.company.companyId}`
  assert.deepEqual({ ...counts }, { periods: 900, invoices: 900, distinct: 900 })
  const numbers = (await invoicesOf(tenant)).map(({ number }) => number)
  assert.deepEqual(
    numbers,
    Array.from({ length: 900 }, (_, i) => `SUB-2026-${String(i + 1).padStart(4, '0')}`),
  )
})
