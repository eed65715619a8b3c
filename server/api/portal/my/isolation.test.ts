import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Tenant, TestApp } from '../../../../test/support/app.ts'
import { aDraft, anOpenImport } from '../../../../test/support/builders.ts'
import { asMember, openSession } from '../../../../test/support/members.ts'
import { namesOf, recipeOf, requestOf } from '../../../../test/support/recipes.ts'
import type { Names } from '../../../../test/support/recipes/area.ts'
import { startAppWithRoutes, type Route } from '../../../../test/support/routes.ts'
import { createCustomer } from '../../../domain/customers/create-customer.ts'
import { dashed } from '../../../kernel/base32.ts'

let running: TestApp
let routes: Route[]
let tenant: Tenant
let names: Names
before(async () => {
  const started = await startAppWithRoutes()
  running = started.running
  routes = started.routes.filter(({ config, method }) => config.customer === true && method !== 'HEAD')
  tenant = await running.tenant()
  names = await namesOf(tenant, 'theirs', (slot) => slot.startsWith('member'))
})
after(() => running.close())

async function anotherCustomer(of: Tenant): Promise<string> {
  const email = `other-${Math.random()}@example.com`
  const address = { address: 'Teststreet 1', zipCode: '1234AB', city: 'Ede', countryCode: 'NL' }
  await createCustomer(of.ctx(), { name: 'Somebody else', email, ...address })
  return openSession(of, email)
}

const send = (route: Route, headers: Record<string, string>, pick = (slot: string) => names[slot]!) => {
  const { url, payload, headers: own } = requestOf(route, pick)
  const { cookie: _, 'x-balie': __, ...rest } = own as Record<string, string>
  return running.app.inject({
    method: route.method as 'GET',
    url,
    headers: { ...rest, ...headers },
    ...(payload === undefined ? {} : { payload }),
  })
}

const takesNames = (route: Route) => {
  const { params, query } = recipeOf(route)
  return params !== undefined || query !== undefined
}

test('no route of customers answers without a session, or changes something for another site', async () => {
  assert.ok(routes.length > 35, String(routes.length))
  const token = await anotherCustomer(tenant)
  for (const route of routes) {
    const { name, method } = route
    for (const cookie of [
      undefined,
      'x',
      `1-${'x'.repeat(24)}`,
      `999999999-${'x'.repeat(24)}`,
      'x'.repeat(5000),
    ])
      assert.equal(
        (await send(route, cookie === undefined ? {} : asMember(cookie))).statusCode,
        401,
        `${name} ${cookie?.slice(0, 10)}`,
      )
    for (const authorization of [tenant.bearer, tenant.apiKey])
      assert.equal((await send(route, { authorization, 'x-balie': '1' })).statusCode, 401, name)
    if (method === 'GET') continue
    const { cookie } = asMember(token)
    assert.equal((await send(route, { cookie })).statusCode, 403, name)
    const elsewhere = { ...asMember(token), origin: 'https://evil.example' }
    assert.equal((await send(route, elsewhere)).statusCode, 403, name)
  }
})

test('what is another customer’s, of this company or another, is answered exactly like what does not exist', async () => {
  const strangers = [await anotherCustomer(tenant), await anotherCustomer(await running.tenant())]
  for (const route of routes.filter(takesNames))
    for (const stranger of strangers) {
      const headers = asMember(stranger)
      const foreign = await send(route, headers)
      const missing = await send(route, headers, (slot) => names[slot]!.replace(/(?<=_).*/, '0'.repeat(26)))
      assert.equal(foreign.statusCode, 404, `${route.name}: ${foreign.body}`)
      assert.deepEqual([missing.statusCode, missing.body], [foreign.statusCode, foreign.body], route.name)
      assert.deepEqual(Object.keys(missing.headers).sort(), Object.keys(foreign.headers).sort(), route.name)
    }
})

test('lists hold nothing of anybody else', async () => {
  const stranger = await anotherCustomer(tenant)
  for (const route of routes.filter(({ method, url }) => method === 'GET' && !url.includes(':'))) {
    if (/\/(?:pages|forms)$/.test(route.url)) continue
    const own = (await send(route, asMember(names['memberSession']!))).json()
    const other = (await send(route, asMember(stranger))).json()
    if (route.url === '/api/portal/my') {
      assert.equal(own.customers.length, 1)
      assert.ok(own.overview.invoices === 3 && own.overview.openOffers === 2 && own.overview.punchCards === 1)
      const { pages: _, forms: __, outstanding, ...counts } = other.overview as Record<string, unknown>
      assert.equal(outstanding, '0.00')
      assert.deepEqual(new Set(Object.values(counts)), new Set([0]))
    } else {
      assert.deepEqual(other, { data: [], nextCursor: null }, route.url)
      if (!/(?:agreements|payments|subscriptions)$/.test(route.url)) assert.ok(own.data.length > 0, route.url)
    }
  }
})

test('a draft, which its company has not sent, is not there', async () => {
  const batch = await anOpenImport(tenant)
  const draft = await aDraft(tenant, dashed(batch))
  const session = await openSession(tenant, 'joe@example.com')
  const listed = await running.app.inject({ url: '/api/portal/my/invoices', headers: asMember(session) })
  assert.deepEqual(listed.json().data, [], draft.id)
})

test('who asks again with the same key gets the own answer, not another customer’s', async () => {
  const first = names['memberSession']!
  const other = await anotherCustomer(tenant)
  const ask = (token: string) =>
    running.app.inject({
      method: 'PATCH',
      url: `/api/portal/my/customers/${names['memberCustomer']}`,
      headers: { ...asMember(token), 'idempotency-key': 'one' },
      payload: { city: 'Rhenen' },
    })
  assert.equal((await ask(first)).json().city, 'Rhenen')
  assert.equal((await ask(first)).headers['idempotency-replayed'], 'true')
  assert.equal((await ask(other)).statusCode, 404)
})

test('a page of lists goes on by its cursor', async () => {
  const headers = asMember(names['memberSession']!)
  const first = (await running.app.inject({ url: '/api/portal/my/invoices?limit=2', headers })).json()
  assert.equal(first.data.length, 2)
  const url = `/api/portal/my/invoices?limit=2&cursor=${first.nextCursor}`
  const second = (await running.app.inject({ url, headers })).json()
  assert.equal(second.data.length, 1)
  assert.equal(second.nextCursor, null)
})

test('what a customer says in a conversation, the staff finds unanswered, with its files', async () => {
  const headers = asMember(names['memberSession']!)
  const said = await running.app.inject({
    method: 'POST',
    url: `/api/portal/my/conversations/${names['memberTicket']}/messages`,
    headers,
    payload: { message: 'Anybody there?' },
  })
  assert.equal(said.statusCode, 200, said.body)
  const ticket = await running.app.inject({
    url: `/v1/tickets/${names['memberTicket']}`,
    headers: { authorization: tenant.bearer },
  })
  assert.equal(ticket.statusCode, 200, ticket.body)
  assert.match(ticket.body, /Anybody there\?/)
  const { messages, state } = said.json()
  assert.equal(state, 'unanswered')
  assert.equal(messages.at(0).attachments[0].name, 'file.txt')
  assert.equal(messages.at(-1).from, 'customer')
})
