import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { fakeConnectors } from '../../../../test/support/connectors.ts'
import { startTestApp, type Tenant, type TestApp } from '../../../../test/support/app.ts'
import { anOpenPayment, callWebhook } from '../../../../test/support/payments.ts'
import { aColleague, speakerOf } from '../../../../test/support/staff.ts'
import { fetchPayouts } from '../../../domain/payouts/fetch-payouts.ts'

let running: TestApp
let services: Awaited<ReturnType<typeof fakeConnectors>>
let club: Tenant
let owner: ReturnType<typeof speakerOf>
let reader: ReturnType<typeof speakerOf>
before(async () => {
  services = await fakeConnectors()
  running = await startTestApp({ connectors: services.connectors })
  club = await running.tenant({ timeZone: 'Europe/Amsterdam' })
  owner = speakerOf(running.app, await aColleague(club, 'owner'))
  reader = speakerOf(running.app, await aColleague(club, 'read_only'))
})
after(async () => {
  await services.stop()
  await running.close()
})

const token = '/settings/connections/payments/payout-token'
const state = async () => (await reader('GET', '/money/payout-state')).json()

test('the token that reads payouts is tried, kept sealed, used at once and forgotten', async () => {
  const { mollie } = services
  const early = await owner('PUT', token, { token: mollie.accessToken })
  assert.deepEqual([early.statusCode, early.json().field], [422, 'token'])
  assert.equal((await state()).provider, 'sandbox')
  await owner('PUT', '/settings/connections/payments', { apiKey: mollie.apiKey })
  const payments = async () => (await owner('GET', '/settings/connections')).json().payments
  assert.equal((await payments()).payoutToken, false)
  for (const wrong of ['access_wrong', mollie.apiKey, 'x'])
    assert.deepEqual(
      [(await owner('PUT', token, { token: wrong })).statusCode, (await payments()).payoutToken],
      [422, false],
    )
  mollie.misbehave([{ on: 'settlements', kind: 'status', status: 429 }])
  assert.equal((await owner('PUT', token, { token: mollie.accessToken })).statusCode, 503)
  assert.equal((await owner('PUT', token, { token: ` ${mollie.accessToken} ` })).statusCode, 204)
  assert.equal((await payments()).payoutToken, true)
  assert.equal((await state()).asked, true)
  assert.equal((await owner('DELETE', token)).statusCode, 204)
  assert.equal((await payments()).payoutToken, false)
  assert.equal((await owner('PUT', token, { token: mollie.accessToken })).statusCode, 204)
  const treasurer = speakerOf(running.app, await aColleague(club, 'treasurer'))
  assert.equal((await treasurer('PUT', token, { token: mollie.accessToken })).statusCode, 403)
  const events = await running.database.sql`
    select after from events where company_id = ${club.company.companyId} and type = 'payments.payout_token_changed'`
  assert.equal(events.length, 3)
  assert.ok(!JSON.stringify(events).includes('access_'))
})

test('payouts are listed by page, with what is in each, and leave as a table', async () => {
  const { mollie } = services
  const made = []
  for (const cents of [9_000, 4_500, 1_250]) {
    const one = await anOpenPayment(running, club, cents)
    mollie.pay(one.payment.providerId!, { name: 'J. Doe' })
    await callWebhook(running, one.payment)
    made.push(one)
    if (cents !== 1_250) mollie.settle()
  }
  mollie.refund(made[0]!.payment.providerId!, 1_000)
  const stranger = mollie.sellElsewhere(700)
  mollie.settle({ unexplained: 30 })
  const last = await anOpenPayment(running, club, 3_000)
  mollie.pay(last.payment.providerId!)
  await callWebhook(running, last.payment)
  await fetchPayouts(club.ctx(), running.payments)

  const first = (await reader('GET', '/money/payouts?limit=2')).json()
  const rest = (await reader('GET', `/money/payouts?limit=2&cursor=${first.nextCursor}`)).json()
  const payouts = [...first.data, ...rest.data]
  assert.equal(rest.nextCursor, null)
  assert.deepEqual(
    payouts.map((row) => [row.status, row.amount, row.difference, row.strangers]),
    [
      ['paidout', '8.80', '0.30', 1],
      ['paidout', '44.65', '0.00', 0],
      ['paidout', '89.65', '0.00', 0],
    ],
  )
  const [newest] = payouts
  assert.deepEqual((await reader('GET', `/money/payouts/${newest.id}`)).json(), newest)
  const page = (await reader('GET', `/money/payouts/${newest.id}/entries?limit=3`)).json()
  const more = (await reader('GET', `/money/payouts/${newest.id}/entries?cursor=${page.nextCursor}`)).json()
  const entries = [...page.data, ...more.data]
  assert.deepEqual(entries.map(({ kind }) => kind).sort(), ['cost', 'cost', 'payment', 'payment', 'refund'])
  const refund = entries.find(({ kind }) => kind === 'refund')
  assert.deepEqual(
    [refund.amount, refund.invoiceNumber, refund.payer],
    ['-10.00', made[0]!.invoice.externalNumber, 'J. Doe'],
  )
  const unknown = entries.find(({ providerId }) => providerId === stranger)
  assert.deepEqual([unknown.paymentId, unknown.invoiceId], [null, null])
  const waiting = (await reader('GET', '/money/awaiting-payout')).json()
  assert.deepEqual(
    waiting.data.map((row: Record<string, unknown>) => [
      row['amount'],
      row['invoiceNumber'],
      row['payoutId'],
    ]),
    [['30.00', last.invoice.externalNumber, null]],
  )
  const known = await state()
  assert.deepEqual(known.awaiting, { payments: 1, amount: '30.00' })
  assert.deepEqual([known.failure, known.provider, known.asked], [null, 'mollie', false])

  const exported = await owner('POST', '/exports/payouts', {
    format: 'csv',
    language: 'en',
    from: '2026-11-21',
  })
  const rows = parse(exported.body, { bom: true, columns: true }) as Record<string, string>[]
  assert.equal(rows.length, 9)
  assert.deepEqual([...new Set(rows.map((row) => row['Kind']))].sort(), ['Costs', 'Payment', 'Refund'])
  assert.deepEqual(
    rows.filter((row) => row['Payout'] === newest.providerId).map((row) => row['Payout amount'])[0],
    '8.80',
  )
})

test('a payout that failed waits for somebody', async () => {
  const failed = async () =>
    (await reader('GET', '/attention'))
      .json()
      .items.filter(({ kind }: { kind: string }) => kind === 'payoutsFailed')
      .map(({ count, amount }: { count: number; amount: string }) => [count, amount])
  assert.deepEqual(await failed(), [])
  const id = services.mollie.settle({ status: 'failed' })
  await fetchPayouts(club.ctx(), running.payments)
  assert.deepEqual(await failed(), [[1, '29.65']])
  services.mollie.setSettlement(id, 'paidout')
  await fetchPayouts(club.ctx(), running.payments)
  assert.deepEqual(await failed(), [])
})

test('questions that make no sense and roles that may not are refused', async () => {
  const [payout] = (await reader('GET', '/money/payouts')).json().data
  for (const path of ['/money/payouts', `/money/payouts/${payout.id}/entries`, '/money/awaiting-payout'])
    for (const wrong of ['cursor=x', 'cursor=W10'])
      assert.equal((await reader('GET', `${path}?${wrong}`)).statusCode, 422, `${path} ${wrong}`)
  assert.equal((await reader('GET', '/money/payouts/pyt_x')).statusCode, 404)
  assert.equal((await reader('POST', '/money/payout-state/look')).statusCode, 403)
  assert.equal((await owner('POST', '/money/payout-state/look')).statusCode, 204)
  const stranger = speakerOf(running.app, await aColleague(await running.tenant(), 'owner'))
  const missing = await stranger('GET', '/money/payouts/pyt_00000000000000000000000000')
  for (const path of [`/money/payouts/${payout.id}`, `/money/payouts/${payout.id}/entries`]) {
    const refused = await stranger('GET', path)
    assert.deepEqual([refused.statusCode, refused.body], [404, missing.body])
  }
  assert.deepEqual((await stranger('GET', '/money/payouts')).json(), { data: [], nextCursor: null })
})
