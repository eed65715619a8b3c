import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { aCustomer } from '../../../../test/support/builders.ts'
import { refusalSuite } from '../../../../test/support/refusals.ts'
import { encodeId } from '../ids.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const lessons = {
  name: 'Driving lessons',
  punches: 20,
  punchLabel: 'lessons',
  description: 'Lessons in a BMW, Mon-Fri 09AM-05PM',
  forSale: true,
  price: '229.95',
  vatRate: 21,
  expiryValue: '3',
  expirePeriod: 'years',
}
const NONE = `pcd_${'0'.repeat(26)}`

const call = (tenant: Tenant, method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object) =>
  running.app.inject({
    method,
    url: `/v1/punch-cards${url}`,
    headers: { authorization: tenant.bearer },
    ...(payload ? { payload } : {}),
  })

const aCard = async (tenant: Tenant, input: object = {}): Promise<string> =>
  (await call(tenant, 'POST', '', { ...lessons, ...input })).json().id

/** The path of a customer's card. */
async function anIssued(tenant: Tenant, input: object = {}): Promise<string> {
  const card = await aCard(tenant, input)
  const customerId = encodeId('customer', (await aCustomer(tenant)).id)
  const issued = await call(tenant, 'POST', `/${card}/issued`, { customerId })
  assert.equal(issued.statusCode, 200)
  return `/${card}/issued/${issued.json().id}`
}

for (const [name, method, path, payload] of [
  ['get-punch-card', 'GET', '', undefined],
  ['edit-punch-card', 'PATCH', '', { forSale: false }],
  ['list-bought-punch-cards', 'GET', '/issued', undefined],
] as const)
  refusalSuite(() => running, {
    name,
    api: 'v1',
    permission: method === 'GET' ? 'punchcards:read' : 'punchcards:write',
    request: async (tenant) => ({
      method,
      url: `/v1/punch-cards/${await aCard(tenant)}${path}`,
      ...(payload ? { payload } : {}),
    }),
    missing: async () => ({ method, url: `/v1/punch-cards/${NONE}${path}`, ...(payload ? { payload } : {}) }),
  })

for (const [name, method, path, payload] of [
  ['get-bought-punch-card', 'GET', '', undefined],
  ['stamp-issued-punch-card', 'POST', '/stamp', { stamps: 1 }],
] as const)
  refusalSuite(() => running, {
    name,
    api: 'v1',
    permission: method === 'GET' ? 'punchcards:read' : 'punchcards:write',
    request: async (tenant) => ({
      method,
      url: `/v1/punch-cards${await anIssued(tenant)}${path}`,
      ...(payload ? { payload } : {}),
    }),
    missing: async (tenant) => ({
      method,
      url: `/v1/punch-cards/${await aCard(tenant)}/issued/pcb_${'0'.repeat(26)}${path}`,
      ...(payload ? { payload } : {}),
    }),
  })

refusalSuite(() => running, {
  name: 'create-punch-card',
  api: 'v1',
  permission: 'punchcards:write',
  request: async () => ({ method: 'POST', url: '/v1/punch-cards', payload: lessons }),
})

test('the documented example makes a punch card, and editing changes its sale only', async () => {
  const tenant = await running.tenant()
  const made = await call(tenant, 'POST', '', lessons)
  assert.equal(made.statusCode, 200)
  const { id, createdAt, ...rest } = made.json()
  assert.match(id, /^pcd_/)
  assert.match(createdAt, /\+01:00$/)
  const { expirePeriod, ...asked } = lessons
  assert.deepEqual(rest, { ...asked, expiryValue: 3, expiryPeriode: expirePeriod })
  const off = await call(tenant, 'PATCH', `/${id}`, { forSale: false, price: '1.00', name: 'Other' })
  assert.deepEqual(off.json(), { ...made.json(), forSale: false, price: null, vatRate: null })
  assert.deepEqual((await call(tenant, 'GET', `/${id}`)).json(), off.json())
  assert.deepEqual((await call(tenant, 'GET', '')).json().data, [off.json()])
})

test('a customer’s card has the punches and the expiry of its template', async () => {
  const tenant = await running.tenant()
  running.clock.set('2024-02-29T12:00:00Z')
  const path = await anIssued(tenant, { expiryValue: 1, expirePeriod: 'years' })
  const card = (await call(tenant, 'GET', path)).json()
  assert.equal(card.punchesLeft, 20)
  assert.equal(card.status, 'active')
  assert.match(card.expiresAt, /^2025-02-28T13:00:0\d\+01:00$/)
  const stamped = await call(tenant, 'POST', `${path}/stamp`, { stamps: '3' })
  assert.equal(stamped.json().punchesLeft, 17)
  running.clock.set('2025-03-01T12:00:00Z')
  assert.equal((await call(tenant, 'GET', path)).json().status, 'expired')
  const late = await call(tenant, 'POST', `${path}/stamp`, { stamps: 1 })
  assert.equal(late.statusCode, 422)
  assert.match(late.json().message, /expired/)
})

test('a card is used up and not a punch further', async () => {
  const tenant = await running.tenant()
  const path = await anIssued(tenant, { punches: 2, expiryValue: null, expirePeriod: null })
  assert.equal((await call(tenant, 'POST', `${path}/stamp`, { stamps: 3 })).statusCode, 422)
  const used = await call(tenant, 'POST', `${path}/stamp`, { stamps: 2 })
  assert.deepEqual(
    [used.json().punchesLeft, used.json().status, used.json().expiresAt],
    [0, 'fully_used', null],
  )
  assert.equal((await call(tenant, 'POST', `${path}/stamp`, { stamps: 1 })).statusCode, 422)
})

test('many stamps at once never take a card below zero, and none is lost', async () => {
  const tenant = await running.tenant()
  const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 5, maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(sizes, fc.integer({ min: 1, max: 40 }), async (stamps, punches) => {
      const path = await anIssued(tenant, { punches })
      const answers = await Promise.all(
        stamps.map((n) => call(tenant, 'POST', `${path}/stamp`, { stamps: n })),
      )
      const taken = stamps.filter((_, i) => answers[i]!.statusCode === 200).reduce((sum, n) => sum + n, 0)
      const { punchesLeft } = (await call(tenant, 'GET', path)).json()
      assert.equal(punchesLeft, punches - taken)
      assert.ok(punchesLeft >= 0)
      for (const [i, answer] of answers.entries())
        if (answer.statusCode !== 200) assert.ok(answer.statusCode === 422 && stamps[i]! > punchesLeft)
    }),
    { numRuns: 15 },
  )
})

test('what does not fit is refused by name', async () => {
  const tenant = await running.tenant()
  for (const [input, field] of [
    [{ price: undefined }, 'price'],
    [{ price: '-1.00' }, 'price'],
    [{ price: '1.005' }, 'price'],
    [{ vatRate: undefined }, 'vatRate'],
    [{ vatRate: 6 }, 'vatRate'],
    [{ punches: 0 }, 'punches'],
    [{ punches: 1.5 }, 'punches'],
    [{ expirePeriod: undefined }, 'expirePeriod'],
    [{ expiryValue: undefined }, 'expiryValue'],
    [{ expirePeriod: 'weeks' }, 'expirePeriod'],
    [{ name: '' }, 'name'],
  ] as const) {
    const response = await call(tenant, 'POST', '', { ...lessons, ...input })
    assert.equal(response.statusCode, 422, JSON.stringify(input))
    assert.ok(response.json().message.startsWith(field), response.json().message)
  }
  const card = await aCard(tenant)
  const foreign = encodeId('customer', (await aCustomer(await running.tenant())).id)
  for (const customerId of [foreign, 'cst_1', NONE])
    assert.equal((await call(tenant, 'POST', `/${card}/issued`, { customerId })).statusCode, 422)
  const path = await anIssued(tenant)
  for (const stamps of [0, -1, 1.5, '1e3', null, [1]])
    assert.equal((await call(tenant, 'POST', `${path}/stamp`, { stamps })).statusCode, 422, String(stamps))
  const other = path.replace(/^\/pcd_[^/]+/, `/${await aCard(tenant)}`)
  assert.equal((await call(tenant, 'GET', other)).statusCode, 404, 'a card of another template')
})
