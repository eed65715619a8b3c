import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp } from '../../../../test/support/app.ts'
import { aCustomer, anInvoice } from '../../../../test/support/builders.ts'
import { aColleague, speakerOf } from '../../../../test/support/staff.ts'
import { createPunchCard } from '../../../domain/punch-cards/create-punch-card.ts'
import { issuePunchCard } from '../../../domain/punch-cards/issue-punch-card.ts'
import { encodeId } from '../ids.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const NONE = `cst_${'0'.repeat(26)}`

test('a customer in numbers, to whoever may read customers', async () => {
  const tenant = await running.tenant()
  const { invoice } = await anInvoice(tenant, 9000)
  const id = encodeId('customer', invoice.customerId)
  const speak = speakerOf(running.app, await aColleague(tenant, 'read_only'))
  const response = await speak('GET', `/customers/${id}/summary`)
  assert.equal(response.statusCode, 200, response.body)
  const { externalId, ...numbers } = response.json()
  assert.ok(externalId === null || typeof externalId === 'string')
  assert.deepEqual(numbers, {
    currency: 'EUR',
    outstanding: '90.00',
    invoices: 1,
    unpaidInvoices: 1,
    offers: 0,
    subscriptions: 0,
    appointments: 0,
    punchCards: 0,
    agreements: 0,
    files: 0,
    conversations: 0,
  })
  const other = speakerOf(running.app, await aColleague(await running.tenant()))
  const foreign = await other('GET', `/customers/${id}/summary`)
  const missing = await other('GET', `/customers/${NONE}/summary`)
  assert.equal(foreign.statusCode, 404)
  assert.equal(foreign.body, missing.body)
  assert.equal(
    (await speakerOf(running.app, { token: 'x'.repeat(43) })('GET', `/customers/${id}/summary`)).statusCode,
    401,
  )
})

test('the punch cards of a customer, of whatever kind, page by page', async () => {
  const tenant = await running.tenant()
  const customer = await aCustomer(tenant)
  const id = encodeId('customer', customer.id)
  const speak = speakerOf(running.app, await aColleague(tenant))
  const kind = (name: string) =>
    createPunchCard(tenant.ctx(), {
      name,
      description: null,
      punches: 10,
      punchLabel: 'lessons',
      priceCents: null,
      vatRate: null,
      expiryValue: null,
      expiryPeriod: null,
    })
  for (const name of ['Sailing', 'Rowing'])
    await issuePunchCard(tenant.ctx(), (await kind(name)).id, customer.id)
  const first = (await speak('GET', `/customers/${id}/punch-cards?limit=1`)).json()
  assert.equal(first.data.length, 1)
  const second = (
    await speak('GET', `/customers/${id}/punch-cards?limit=1&cursor=${first.nextCursor}`)
  ).json()
  assert.deepEqual(
    [...first.data, ...second.data]
      .map(({ name, punchesLeft, status }) => ({ name, punchesLeft, status }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    [
      { name: 'Rowing', punchesLeft: 10, status: 'active' },
      { name: 'Sailing', punchesLeft: 10, status: 'active' },
    ],
  )
  assert.equal(second.nextCursor, null)
  assert.equal((await speak('GET', `/customers/${NONE}/punch-cards`)).statusCode, 404)
  assert.equal((await speak('GET', `/customers/${id}/punch-cards?cursor=x`)).statusCode, 422)
  const other = speakerOf(running.app, await aColleague(await running.tenant()))
  assert.equal((await other('GET', `/customers/${id}/punch-cards`)).statusCode, 404)
})
