import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type Tenant, type TestApp } from '../../../../test/support/app.ts'
import { aTicket } from '../../../../test/support/builders.ts'
import { aHistory, anImport, aProviderPayment } from '../../../../test/support/ledgers.ts'
import { aColleague, speakerOf } from '../../../../test/support/staff.ts'
import { newId } from '../../../kernel/ids.ts'
import { encodeId } from '../ids.ts'

let running: TestApp
let tenant: Tenant
let speak: ReturnType<typeof speakerOf>
before(async () => {
  running = await startTestApp()
  tenant = await running.tenant({ timeZone: 'Europe/Amsterdam' })
  speak = speakerOf(running.app, await aColleague(tenant, 'read_only'))
})
after(() => running.close())

const get = async (path: string) => {
  const response = await speak('GET', path)
  assert.equal(response.statusCode, 200, response.body)
  return response.json()
}

const sent = '2026-10-01T08:00:00Z'
const owed = (cents: number, dueOn: string, of: Tenant = tenant, more: object = {}) =>
  aHistory(of, {
    issuedOn: '2026-10-01',
    dueOn,
    transmittedAt: sent,
    createdAt: sent,
    lines: [{ kind: 'charge', cents, at: sent }],
    ...more,
  })

test('what is outstanding is told by age, as of today and of a day before', async () => {
  await owed(1000, '2026-12-01')
  await owed(2000, '2026-11-20')
  await owed(4000, '2026-10-02')
  const today = await get('/money/outstanding')
  assert.deepEqual(today, {
    asOf: '2026-11-21',
    currency: 'EUR',
    invoices: 3,
    total: '70.00',
    overpaid: '0.00',
    notDue: '10.00',
    days1to30: '20.00',
    days31to60: '40.00',
    days61to90: '0.00',
    over90: '0.00',
  })
  assert.equal((await get('/money/outstanding?asOf=2026-10-02')).notDue, '70.00')
  assert.equal((await get('/money/outstanding?asOf=2026-09-30')).total, '0.00')
  const rows: { id: string; total: string; name: string }[] = []
  for (let cursor = ''; rows.length === 0 || cursor !== '';) {
    const page = await get(`/money/ageing?limit=2${cursor && `&cursor=${cursor}`}`)
    rows.push(...page.data)
    cursor = page.nextCursor ?? ''
  }
  assert.deepEqual(
    rows.map(({ total }) => total),
    ['40.00', '20.00', '10.00'],
  )
  assert.match(rows[0]!.id, /^cst_/)
  assert.match((await get('/money/ageing?by=import')).data[0].id, /^imp_/)
})

test('questions that make no sense are refused with the field at fault', async () => {
  for (const [path, field] of [
    ['/money/outstanding?asOf=2026-02-30', 'asOf'],
    ['/money/outstanding?asOf=2027-01-01', 'asOf'],
    ['/money/ageing?by=moon', 'by'],
    ['/money/ageing?cursor=x', 'cursor'],
    [`/money/ageing?cursor=${Buffer.from('1e3 x').toString('base64url')}`, 'cursor'],
    ['/money/collected', 'from'],
    ['/money/collected?from=2026-01-01&to=2025-01-01', 'to'],
    ['/money/collected?from=2020-01-01&to=2026-01-01', 'to'],
    ['/money/collected?from=2026-01-01&to=2026-01-31&by=hour', 'by'],
    ['/money/providers?from=2026-01-01&to=never', 'to'],
  ] as const) {
    const refused = await speak('GET', path)
    assert.deepEqual([refused.statusCode, refused.json().field], [422, field], `${path} ${refused.body}`)
  }
})

test('what was collected is told in amounts, with rates of chargebacks and refunds', async () => {
  const club = await running.tenant({ timeZone: 'Europe/Amsterdam' })
  const own = speakerOf(running.app, await aColleague(club, 'support'))
  const [paid, back] = await aProviderPayment(club, { cents: 1250, method: 'directdebit' }, [
    { kind: 'payment', cents: 1250, at: '2026-10-05T10:00:00Z' },
    { kind: 'chargeback', cents: 1250, at: '2026-10-20T10:00:00Z' },
  ])
  await owed(2500, '2026-11-01', club, {
    lines: [
      { kind: 'charge', cents: 2500, at: sent },
      { kind: 'payment', cents: -1250, method: 'sdd', entryId: paid, at: '2026-10-05T10:00:00Z' },
      { kind: 'chargeback', cents: 1250, entryId: back, at: '2026-10-20T10:00:00Z' },
      { kind: 'payment', cents: -1250, at: '2026-10-21T10:00:00Z' },
    ],
  })
  const report = (await own('GET', '/money/collected?from=2026-10-01&to=2026-11-30')).json()
  assert.equal(report.collected, '12.50')
  assert.deepEqual(report.chargebacks, { count: 1, amount: '12.50', reversed: '0.00', rate: 0.5 })
  assert.deepEqual(report.refunds, { count: 0, amount: '0.00', failed: '0.00', rate: 0 })
  assert.deepEqual(report.periods, [
    { from: '2026-10-01', to: '2026-10-31', collected: '12.50', previous: '0.00' },
    { from: '2026-11-01', to: '2026-11-30', collected: '0.00', previous: '0.00' },
  ])
  assert.equal(report.previous.chargebacks.rate, null)
  const takings = (await own('GET', '/money/providers?from=2026-10-01&to=2026-10-31')).json()
  assert.deepEqual(
    takings.days.map(({ day, net }: { day: string; net: string }) => [day, net]),
    [
      ['2026-10-20', '-12.50'],
      ['2026-10-05', '12.50'],
    ],
  )
  assert.deepEqual(takings.chargeable, { payments: 0, amount: '0.00', since: '2026-09-26' })
})

test('the owner chooses when seasons begin, and that is noted once; nobody else may', async () => {
  const club = await running.tenant()
  const owner = speakerOf(running.app, await aColleague(club, 'owner'))
  assert.deepEqual((await owner('GET', '/money/season')).json(), {
    startMonth: 1,
    from: '2026-01-01',
    to: '2026-12-31',
    today: '2026-11-21',
  })
  for (let i = 0; i < 2; i += 1)
    assert.deepEqual((await owner('PUT', '/money/season', { startMonth: 9 })).json(), {
      startMonth: 9,
      from: '2026-09-01',
      to: '2027-08-31',
      today: '2026-11-21',
    })
  const events = await running.database.sql`
    select before, after from events where company_id = ${club.company.companyId} and type = 'company.season_changed'`
  assert.deepEqual([...events], [{ before: { startMonth: 1 }, after: { startMonth: 9 } }])
  for (const startMonth of [0, 13, 1.5, 'x', null])
    assert.equal((await owner('PUT', '/money/season', { startMonth })).statusCode, 422, String(startMonth))
  const treasurer = speakerOf(running.app, await aColleague(club, 'treasurer'))
  assert.equal((await treasurer('PUT', '/money/season', { startMonth: 3 })).statusCode, 403)
})

test('a new company has nothing that needs attention, and all still to do', async () => {
  const club = await running.tenant()
  const own = speakerOf(running.app, await aColleague(club, 'owner'))
  assert.deepEqual((await own('GET', '/attention')).json(), {
    currency: 'EUR',
    items: [],
    beginning: { hasInvoices: false, paymentsConnected: false, ibanKnown: false, hasColleagues: false },
  })
})

test('what waits is counted, most pressing first, and leaves when it is done', async () => {
  const club = await running.tenant({ timeZone: 'Europe/Amsterdam' })
  const own = speakerOf(running.app, await aColleague(club, 'owner'))
  const { sql } = running.database
  const { companyId } = club.company
  const asked = await aTicket(club)
  await owed(4500, '2026-11-20', club)
  const batchId = await anImport(club, null, 'Draft')
  await owed(1500, '2026-12-20', club, { batchId, transmittedAt: null })
  // An empty import is nothing to transmit.
  await anImport(club, null, 'Empty')
  const failing = await owed(700, '2026-12-20', club)
  await aProviderPayment(club, { cents: 700, method: 'ideal', subjectId: failing }, [
    { kind: 'payment', cents: 700, at: '2026-11-19T10:00:00Z' },
  ])
  await sql`update payments set status = 'failed', paid_at = null where company_id = ${companyId}`
  await sql`
    insert into webhooks (company_id, id, type, event_type, url, secret, disabled_at, disabled_reason, created_at)
    values (${companyId}, ${newId()}, 'customer-created', 'customer.created', 'https://x.example', '\\x00',
            '2026-11-18T10:00:00Z', 'failing', '2026-11-01T10:00:00Z')`
  const kinds = async () =>
    (await own('GET', '/attention'))
      .json()
      .items.map(({ kind, count, amount }: { kind: string; count: number; amount: string | null }) => [
        kind,
        count,
        amount,
      ])
  assert.deepEqual(await kinds(), [
    ['questions', 1, null],
    ['paymentsFailed', 1, '7.00'],
    ['overdue', 1, '45.00'],
    ['drafts', 1, '15.00'],
    ['webhooksDisabled', 1, null],
  ])
  const failed = (await own('GET', '/money/failed-payments')).json()
  assert.deepEqual(
    failed.data.map(({ amount, invoiceId, at }: Record<string, string>) => [amount, invoiceId, at]),
    [['7.00', encodeId('invoice', failing), '2026-11-19T11:00:00+01:00']],
  )
  await own('POST', `/inbox/${asked.ticket}/messages`, { message: 'Yes' })
  // Another attempt succeeded: the failed one is history.
  await aProviderPayment(club, { cents: 700, method: 'ideal', subjectId: failing }, [
    { kind: 'payment', cents: 700, at: '2026-11-19T11:00:00Z' },
  ])
  assert.deepEqual(
    (await kinds()).map(([kind]: string[]) => kind),
    ['overdue', 'drafts', 'webhooksDisabled'],
  )
  assert.deepEqual((await own('GET', '/money/failed-payments')).json().data, [])
})
