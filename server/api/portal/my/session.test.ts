import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type Tenant, type TestApp } from '../../../../test/support/app.ts'
import { aCustomer, anInvoice } from '../../../../test/support/builders.ts'
import {
  askForLink,
  asMember,
  linkMailed,
  mailsTo,
  memberCookieOf,
  pageHeaders,
  openSession,
  openSessionWith,
} from '../../../../test/support/members.ts'
import { aColleague } from '../../../../test/support/staff.ts'
import { editCustomer } from '../../../domain/customers/edit-customer.ts'
import { encodeId } from '../ids.ts'

let running: TestApp
let tenant: Tenant
before(async () => {
  running = await startTestApp()
  tenant = await running.tenant()
})
after(() => running.close())

const meOf = (token: string | undefined) =>
  running.app.inject({ url: '/api/portal/my', headers: token === undefined ? {} : asMember(token) })
const minutes = (n: number) =>
  running.clock.set(new Date(running.clock.now().getTime() + n * 60_000).toISOString())

test('a link is mailed to a known address, works once, and its cookie is what it should be', async () => {
  const customer = await aCustomer(tenant)
  const asked = await askForLink(running, tenant, ` ${customer.email!.toUpperCase()} `)
  assert.equal(asked.statusCode, 204)
  const token = await linkMailed(running, customer.email!)
  assert.ok(token)
  const opened = await openSessionWith(running, token)
  assert.equal(opened.statusCode, 200, opened.body)
  assert.deepEqual(opened.json(), { companyId: encodeId('company', tenant.company.id) })
  const cookie = String(opened.headers['set-cookie'])
  assert.match(
    cookie,
    /^__Host-balie-my=\d+-[\w-]{24}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/,
  )
  assert.equal(opened.headers['cache-control'], 'no-store')
  const session = memberCookieOf(opened.headers)!
  assert.notEqual(session, token)
  const me = (await meOf(session)).json()
  assert.equal(me.email, customer.email)
  assert.deepEqual(
    me.customers.map(({ id }: { id: string }) => id),
    [encodeId('customer', customer.id)],
  )
  const again = await openSessionWith(running, token)
  assert.equal(again.statusCode, 422)
  assert.equal(again.json().field, 'token')
  const rows = await running.database.sql<{ text: string }[]>`
    select row_to_json(s)::text as text from customer_sessions s union all
    select row_to_json(l)::text from customer_login_links l`
  for (const { text } of rows) assert.ok(!text.includes(session) && !text.includes(token))
})

test('an unknown address is answered alike and gets no mail; what is no address is told', async () => {
  const { email } = await aCustomer(tenant)
  const known = await askForLink(running, tenant, email!)
  const unknown = await askForLink(running, tenant, 'nobody@example.com')
  assert.deepEqual([unknown.statusCode, unknown.body], [known.statusCode, known.body])
  assert.deepEqual(Object.keys(unknown.headers).sort(), Object.keys(known.headers).sort())
  assert.equal((await mailsTo(running, 'nobody@example.com')).length, 0)
  const other = await running.tenant()
  await askForLink(running, other, email!)
  assert.equal((await mailsTo(running, email!)).length, 1, 'the other company knows nobody')
  assert.equal((await askForLink(running, tenant, 'no address')).statusCode, 422)
  const nowhere = { companyId: 'com_00000000000000000000000000', email }
  const gone = await running.app.inject({
    method: 'POST',
    url: '/api/portal/my/login-links',
    headers: pageHeaders,
    payload: nowhere,
  })
  assert.equal(gone.statusCode, 404)
})

test('an invoice’s own address opens the portal too, and shows that invoice', async () => {
  const { invoice, v1 } = await anInvoice(tenant)
  await running.database.sql`
    update invoices set recipient = jsonb_set(recipient, '{email}', '"Grandma@Example.com"') where id = ${invoice.id}`
  await askForLink(running, tenant, 'grandma@example.com')
  const session = memberCookieOf(
    (await openSessionWith(running, (await linkMailed(running, 'grandma@example.com'))!)).headers,
  )!
  const listed = await running.app.inject({ url: '/api/portal/my/invoices', headers: asMember(session) })
  assert.equal(listed.statusCode, 200, listed.body)
  const { data } = listed.json()
  assert.deepEqual(
    data.map(({ id }: { id: string }) => id),
    [v1],
  )
})

test('asking is throttled per address at the company and per network, known or not', async () => {
  const { email } = await aCustomer(tenant)
  for (const address of [email!, 'stranger@example.com']) {
    const codes: number[] = []
    for (let i = 0; i < 5; i += 1) codes.push((await askForLink(running, tenant, address)).statusCode)
    assert.deepEqual(codes, [204, 204, 204, 429, 429])
  }
  assert.equal((await mailsTo(running, email!)).length, 3)
  const other = await running.tenant()
  assert.equal((await askForLink(running, other, email!)).statusCode, 204)
  const codes = new Set<number>()
  for (let i = 0; i < 110; i += 1) {
    const asked = await running.app.inject({
      method: 'POST',
      url: '/api/portal/my/login-links',
      remoteAddress: '203.0.113.9',
      headers: pageHeaders,
      payload: { companyId: encodeId('company', tenant.company.id), email: `guess${i}@example.com` },
    })
    codes.add(asked.statusCode)
  }
  assert.deepEqual([...codes].sort(), [204, 429])
})

test('a link is good for twenty minutes', async () => {
  const [first, second] = [await aCustomer(tenant), await aCustomer(tenant)]
  await askForLink(running, tenant, first.email!)
  await askForLink(running, tenant, second.email!)
  minutes(19.9)
  assert.equal((await openSessionWith(running, (await linkMailed(running, first.email!))!)).statusCode, 200)
  minutes(0.2)
  assert.equal((await openSessionWith(running, (await linkMailed(running, second.email!))!)).statusCode, 422)
})

test('of many who use one link at once, one gets in', async () => {
  const { email } = await aCustomer(tenant)
  await askForLink(running, tenant, email!)
  const token = (await linkMailed(running, email!))!
  const answers = await Promise.all(Array.from({ length: 5 }, () => openSessionWith(running, token)))
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [200, 422, 422, 422, 422])
})

test('a session begins anew: one that was planted beforehand is none, and the browser’s old one ends', async () => {
  const [first, second] = [await aCustomer(tenant), await aCustomer(tenant)]
  const old = await openSession(tenant, first.email!)
  await askForLink(running, tenant, second.email!)
  const token = (await linkMailed(running, second.email!))!
  const planted = `${tenant.company.companyId}-${'A'.repeat(24)}`
  assert.equal((await meOf(planted)).statusCode, 401)
  const opened = await openSessionWith(running, token, { cookie: `__Host-balie-my=${old}` })
  const fresh = memberCookieOf(opened.headers)!
  assert.notEqual(fresh, old)
  assert.equal((await meOf(old)).statusCode, 401)
  assert.equal((await meOf(fresh)).json().email, second.email)
})

test('signing out ends the session and takes the cookie away', async () => {
  const { email } = await aCustomer(tenant)
  const token = await openSession(tenant, email!)
  const out = await running.app.inject({
    method: 'DELETE',
    url: '/api/portal/my/session',
    headers: asMember(token),
  })
  assert.equal(out.statusCode, 204)
  assert.equal(memberCookieOf(out.headers), '')
  assert.match(String(out.headers['set-cookie']), /Max-Age=0/)
  assert.equal((await meOf(token)).statusCode, 401)
})

test('signing out everywhere else ends all other sessions of the address, and nobody else’s', async () => {
  const { email } = await aCustomer(tenant)
  const [here, there, phone] = [
    await openSession(tenant, email!),
    await openSession(tenant, email!),
    await openSession(tenant, email!),
  ]
  const stranger = await openSession(tenant, (await aCustomer(tenant)).email!)
  assert.equal((await meOf(here)).json().otherSessions, 2)
  const ended = await running.app.inject({
    method: 'DELETE',
    url: '/api/portal/my/sessions',
    headers: asMember(here),
  })
  assert.equal(ended.statusCode, 204)
  const codes = await Promise.all(
    [here, there, phone, stranger].map(async (one) => (await meOf(one)).statusCode),
  )
  assert.deepEqual(codes, [200, 401, 401, 200])
  assert.equal((await meOf(here)).json().otherSessions, 0)
})

test('thirty days without use, or half a year, end a session', async () => {
  const { email } = await aCustomer(tenant)
  const token = await openSession(tenant, email!)
  const day = 24 * 60
  for (let i = 0; i < 6; i += 1) {
    minutes(29 * day)
    assert.equal((await meOf(token)).statusCode, 200, `after ${(i + 1) * 29} days`)
  }
  minutes(7 * day)
  assert.equal((await meOf(token)).statusCode, 401, 'half a year')
  const other = await openSession(tenant, (await aCustomer(tenant)).email!)
  minutes(30 * day + 1)
  assert.equal((await meOf(other)).statusCode, 401, 'idle')
})

test('changes come from our own pages only', async () => {
  const { email } = await aCustomer(tenant)
  const token = await openSession(tenant, email!)
  const cookie = `__Host-balie-my=${token}`
  const others: Record<string, string>[] = [
    { cookie },
    { cookie, 'x-balie': '' },
    { cookie, 'x-balie': '1', origin: 'https://evil.example' },
    { cookie, 'x-balie': '1', 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of others) {
    const answer = await running.app.inject({ method: 'DELETE', url: '/api/portal/my/session', headers })
    assert.equal(answer.statusCode, 403, JSON.stringify(headers))
  }
  assert.equal((await meOf(token)).statusCode, 200)
  const { email: mine } = await aCustomer(tenant)
  await askForLink(running, tenant, mine!)
  const payload = { token: (await linkMailed(running, mine!))! }
  const planted = await running.app.inject({ method: 'POST', url: '/api/portal/my/session', payload })
  assert.equal(planted.statusCode, 403, 'nobody is signed in by a page of another site')
})

test('a customer is no staff, and staff are no customer', async () => {
  const token = await openSession(tenant, (await aCustomer(tenant)).email!)
  const staff = await aColleague(tenant)
  for (const url of ['/api/portal/me', '/api/portal/inbox', '/api/portal/v1/customers'])
    for (const name of ['__Host-balie-my', '__Host-balie']) {
      const answer = await running.app.inject({ url, headers: { cookie: `${name}=${token}` } })
      assert.equal(answer.statusCode, 401, `${url} ${name}`)
    }
  for (const name of ['__Host-balie-my', '__Host-balie'])
    assert.equal(
      (await running.app.inject({ url: '/api/portal/my', headers: { cookie: `${name}=${staff.token}` } }))
        .statusCode,
      401,
    )
})

test('a new address counts when its code is entered, for all of one’s customers; the old one is told and out', async () => {
  const [one, two] = [await aCustomer(tenant), await aCustomer(tenant)]
  await editCustomer(tenant.ctx(), two.id, { email: one.email! })
  const token = await openSession(tenant, one.email!)
  const elsewhere = await openSession(tenant, one.email!)
  const post = (path: string, payload: object) =>
    running.app.inject({ method: 'POST', url: `/api/portal/my/${path}`, headers: asMember(token), payload })
  assert.equal((await post('email', { email: one.email })).statusCode, 422)
  assert.equal((await post('email', { email: 'New@example.com' })).statusCode, 204)
  assert.equal((await post('email', { email: 'New@example.com' })).statusCode, 429, 'once a minute')
  assert.equal((await meOf(token)).json().pendingEmail, 'New@example.com')
  const [mail] = await mailsTo(running, 'New@example.com')
  const { code } = mail!.params as { code: string }
  const wrong = code === '000000' ? '000001' : '000000'
  assert.equal((await post('email/confirm', { code: wrong })).statusCode, 422)
  assert.equal((await post('email/confirm', { code })).statusCode, 204)
  assert.equal((await post('email/confirm', { code })).statusCode, 422, 'once')
  const me = (await meOf(token)).json()
  assert.equal(me.email, 'new@example.com')
  assert.equal(me.customers.length, 2)
  assert.equal((await meOf(elsewhere)).statusCode, 401)
  const told = await mailsTo(running, one.email!)
  assert.ok(told.some(({ template }) => template === 'customer-email-changed'))
  minutes(2)
  assert.equal((await post('email', { email: 'third@example.com' })).statusCode, 204)
  const [third] = await mailsTo(running, 'third@example.com')
  for (let i = 0; i < 5; i += 1) await post('email/confirm', { code: '999999' })
  const late = await post('email/confirm', { code: (third!.params as { code: string }).code })
  assert.equal(late.statusCode, 422, 'five guesses are all')
})

test('when the company gives a customer another address, the old one sees nothing more', async () => {
  const customer = await aCustomer(tenant)
  const token = await openSession(tenant, customer.email!)
  assert.equal((await meOf(token)).json().customers.length, 1)
  await editCustomer(tenant.ctx(), customer.id, { email: 'elsewhere@example.com' })
  assert.equal((await meOf(token)).json().customers.length, 0)
})

test('whose portal it is, is told to anybody; `only` where there is one company', async () => {
  const id = encodeId('company', tenant.company.id)
  const told = await running.app.inject(`/api/portal/my/companies/${id}`)
  assert.equal(told.json().name, tenant.company.name)
  assert.equal((await running.app.inject('/api/portal/my/companies/only')).statusCode, 404)
  assert.equal((await running.app.inject('/api/portal/my/companies/com_x')).statusCode, 404)
})
