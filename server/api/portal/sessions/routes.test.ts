import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { TOTP, Secret } from 'otpauth'
import { startTestApp, type Tenant, type TestApp } from '../../../../test/support/app.ts'
import {
  aColleague,
  aSession,
  asStaff,
  cookieOf,
  PASSWORD,
  speakerOf,
} from '../../../../test/support/staff.ts'

let running: TestApp
let tenant: Tenant
before(async () => {
  running = await startTestApp()
  tenant = await running.tenant()
})
after(() => running.close())

let network = 0
/** From a network of its own, unless told otherwise. */
const signIn = (
  payload: object,
  headers: Record<string, string> = {},
  remoteAddress = `192.0.2.${(network += 1)}`,
) =>
  running.app.inject({
    method: 'POST',
    url: '/api/portal/session',
    headers: { 'x-balie': '1', ...headers },
    remoteAddress,
    payload,
  })

const meOf = (token: string) =>
  running.app.inject({ url: '/api/portal/me', headers: { cookie: `__Host-balie=${token}` } })

test('signing in sets a cookie that no script reads and no other site sends, and shows who one is', async () => {
  const { email, name } = await aColleague(tenant, 'treasurer')
  const response = await signIn({ email: ` ${email.toUpperCase()} `, password: PASSWORD })
  assert.equal(response.statusCode, 200, response.body)
  assert.match(
    String(response.headers['set-cookie']),
    /^__Host-balie=[\w-]{43}; Path=\/; Max-Age=1209600; HttpOnly; SameSite=Lax; Secure$/,
  )
  assert.equal(response.headers['cache-control'], 'no-store')
  const me = response.json()
  assert.equal(me.user.name, name)
  assert.equal(me.role, 'treasurer')
  assert.equal(me.company.name, tenant.company.name)
  assert.ok(me.permissions.includes('invoices:write') && !me.permissions.includes('staff:write'))
  assert.deepEqual((await meOf(cookieOf(response.headers)!)).json(), me)
})

test('over plain http the cookie is neither Secure nor bears the prefix that wants it', async () => {
  const plain = await startTestApp({ publicUrl: () => 'http://127.0.0.1:3000' })
  const { email } = await aColleague(await plain.tenant())
  const response = await plain.app.inject({
    method: 'POST',
    url: '/api/portal/session',
    headers: { 'x-balie': '1' },
    payload: { email, password: PASSWORD },
  })
  assert.match(
    String(response.headers['set-cookie']),
    /^balie=[\w-]{43}; Path=\/; Max-Age=1209600; HttpOnly; SameSite=Lax$/,
  )
  await plain.close()
})

test('a session that somebody planted is not the one that a sign-in begins, and ends with it', async () => {
  const attacker = await aColleague(tenant)
  const { email } = await aColleague(tenant)
  const response = await signIn({ email, password: PASSWORD }, { cookie: `__Host-balie=${attacker.token}` })
  const token = cookieOf(response.headers)!
  assert.notEqual(token, attacker.token)
  assert.equal((await meOf(token)).json().user.email, email)
  assert.equal((await meOf(attacker.token)).statusCode, 401)
  const chosen = 'a'.repeat(43)
  const again = await signIn({ email, password: PASSWORD }, { cookie: `__Host-balie=${chosen}` })
  assert.notEqual(cookieOf(again.headers), chosen)
  assert.equal((await meOf(chosen)).statusCode, 401)
})

test('whether an account exists, is disabled or has another password is not told', async () => {
  const [known, disabled] = [await aColleague(tenant), await aColleague(tenant)]
  await running.database.sql`update users set disabled_at = now() where id = ${disabled.userId}`
  const answers = []
  for (const email of [known.email, 'nobody-at-all@example.com', disabled.email]) {
    const response = await signIn({
      email,
      password: email === disabled.email ? PASSWORD : 'not this one at all',
    })
    assert.equal(response.statusCode, 401)
    assert.equal(response.headers['set-cookie'], undefined)
    answers.push(response.body)
  }
  assert.equal(new Set(answers).size, 1)
})

test('a request that another site could have caused changes nothing', async () => {
  const { email, token } = await aColleague(tenant)
  const cookie = `__Host-balie=${token}`
  const refused: Record<string, string>[] = [
    { cookie },
    { cookie, 'x-balie': '' },
    { cookie, 'x-balie': '1', origin: 'https://evil.example' },
    { cookie, 'x-balie': '1', origin: 'null' },
    { cookie, 'x-balie': '1', 'sec-fetch-site': 'cross-site' },
    { cookie, 'x-balie': '1', 'sec-fetch-site': 'same-site' },
  ]
  for (const headers of refused) {
    const out = await running.app.inject({ method: 'DELETE', url: '/api/portal/session', headers })
    assert.equal(out.statusCode, 403, JSON.stringify(headers))
    const entered = await running.app.inject({
      method: 'POST',
      url: '/api/portal/session',
      headers,
      payload: { email, password: PASSWORD },
    })
    assert.equal(entered.statusCode, 403, JSON.stringify(headers))
    assert.equal(entered.headers['set-cookie'], undefined)
  }
  assert.equal((await meOf(token)).statusCode, 200)
  const preflight = await running.app.inject({
    method: 'OPTIONS',
    url: '/api/portal/session',
    headers: { origin: 'https://evil.example', 'access-control-request-headers': 'x-balie' },
  })
  assert.equal(preflight.headers['access-control-allow-origin'], undefined)
  const own = { ...asStaff(token), origin: 'https://balie.example', 'sec-fetch-site': 'same-origin' }
  assert.equal(
    (await running.app.inject({ method: 'DELETE', url: '/api/portal/session', headers: own })).statusCode,
    204,
  )
})

test('an account can be guessed at ten times in a quarter of an hour, from wherever, and then not even rightly', async () => {
  const { email } = await aColleague(tenant)
  for (let i = 0; i < 10; i += 1)
    assert.equal((await signIn({ email, password: `wrong password ${i}` })).statusCode, 401)
  const refused = await signIn({ email: email.toUpperCase(), password: PASSWORD })
  assert.equal(refused.statusCode, 429)
  const seconds = Number(refused.headers['retry-after'])
  assert.ok(seconds > 890 && seconds <= 900, String(seconds))
  running.clock.set(new Date(running.clock.now().getTime() + 901_000).toISOString())
  assert.equal((await signIn({ email, password: PASSWORD })).statusCode, 200)
})

test('many guesses at the same moment count as many, also with keys for asking again', async () => {
  const { email } = await aColleague(tenant)
  const guesses = await Promise.all(
    Array.from({ length: 30 }, (_, i) =>
      signIn({ email, password: `wrong password ${i}` }, { 'idempotency-key': `k${i}` }),
    ),
  )
  assert.equal(guesses.filter(({ statusCode }) => statusCode === 401).length, 10)
  assert.equal(guesses.filter(({ statusCode }) => statusCode === 429).length, 20)
})

test('a network can guess a hundred times, whatever the account, also one of IPv6 with all its addresses', async () => {
  const statuses = new Map<number, number>()
  for (let i = 0; i < 102; i += 1) {
    const { statusCode } = await signIn(
      { email: `someone-${i}@example.com`, password: 'wrong password' },
      {},
      `2001:db8:1:2::${i.toString(16)}`,
    )
    statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1)
  }
  assert.deepEqual(
    [...statuses],
    [
      [401, 100],
      [429, 2],
    ],
  )
  const { email } = await aColleague(tenant)
  assert.equal((await signIn({ email, password: PASSWORD }, {}, '2001:db8:1:3::1')).statusCode, 200)
})

test('a session is over after twelve hours without use, and after two weeks in any case', async () => {
  const { token } = await aColleague(tenant)
  const later = (hours: number) =>
    running.clock.set(new Date(running.clock.now().getTime() + hours * 3_600_000).toISOString())
  for (let i = 0; i < 29; i += 1) {
    later(11.5)
    assert.equal((await meOf(token)).statusCode, 200, `after ${(i + 1) * 11.5} hours`)
  }
  later(11.5)
  assert.equal((await meOf(token)).statusCode, 401, 'two weeks')
  const other = await aColleague(tenant)
  later(12.1)
  assert.equal((await meOf(other.token)).statusCode, 401, 'idle')
})

test('sessions are listed, and ended one by one; another user’s cannot be', async () => {
  const me = await aColleague(tenant)
  const elsewhere = await aSession(tenant, me.userId)
  const other = await aColleague(tenant)
  const speak = speakerOf(running.app, me)
  const listed = (await speak('GET', '/sessions')).json().data
  assert.equal(listed.length, 2)
  const { id } = listed.find(({ current }: { current: boolean }) => !current)
  assert.equal((await speakerOf(running.app, other)('DELETE', `/sessions/${id}`)).statusCode, 404)
  assert.equal((await speak('DELETE', `/sessions/${id}`)).statusCode, 204)
  assert.equal((await meOf(elsewhere)).statusCode, 401)
  assert.equal((await speak('DELETE', `/sessions/${id}`)).statusCode, 404)
  const out = await speak('DELETE', '/session')
  assert.equal(out.statusCode, 204)
  assert.equal(cookieOf(out.headers), '')
  assert.match(String(out.headers['set-cookie']), /Max-Age=0/)
  assert.equal((await meOf(me.token)).statusCode, 401)
})

test('who works for two companies chooses, and reaches nothing of the other; nor of one where they do not work', async () => {
  const second = await running.tenant()
  const third = await running.tenant()
  const user = await aColleague(tenant, 'support')
  const { sql } = running.database
  const { now } = second.ctx()
  await sql`
    insert into memberships (company_id, id, user_id, role, created_at)
    values (${second.company.companyId}, gen_random_uuid(), ${user.userId}, 'owner', ${now})`
  const speak = speakerOf(running.app, user)
  const me = (await speak('GET', '/me')).json()
  assert.equal(me.companies.length, 2)
  assert.equal(me.role, 'support')
  assert.equal(
    (await speak('POST', '/staff/invitations', { email: 'a@b.nl', role: 'support' })).statusCode,
    403,
  )
  const chosen = me.companies.find(({ name }: { name: string }) => name === second.company.name)
  const moved = await speak('PUT', '/session/company', { companyId: chosen.id })
  assert.equal(moved.json().company.name, second.company.name)
  assert.equal(moved.json().role, 'owner')
  const { colleagues } = (await speak('GET', '/staff')).json()
  assert.deepEqual(
    colleagues.map(({ email }: { email: string }) => email),
    [user.email],
  )
  const owner = await aColleague(third)
  const foreign = (await speakerOf(running.app, owner)('GET', '/me')).json().company.id
  assert.equal((await speak('PUT', '/session/company', { companyId: foreign })).statusCode, 404)
})

const codeAt = (secret: string, at: Date) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() })

/** A colleague with the second factor on. */
async function withSecondFactor() {
  const user = await aColleague(tenant)
  const speak = speakerOf(running.app, user)
  assert.equal(
    (await speak('POST', '/account/second-factor', { password: 'not my password' })).statusCode,
    422,
  )
  const { secret, uri } = (await speak('POST', '/account/second-factor', { password: PASSWORD })).json()
  assert.match(uri, /^otpauth:\/\/totp\/Balie:/)
  assert.equal((await speak('POST', '/account/second-factor/confirm', { code: '000000' })).statusCode, 422)
  const code = codeAt(secret, running.clock.now())
  const confirmed = await speak('POST', '/account/second-factor/confirm', { code })
  assert.equal(confirmed.statusCode, 200, confirmed.body)
  return { ...user, speak, secret, code, recoveryCodes: confirmed.json().recoveryCodes as string[] }
}

const halfMinutes = (n: number) =>
  running.clock.set(new Date(running.clock.now().getTime() + n * 30_000).toISOString())

test('with the second factor on a password is not enough, and the refusal says so only when it is right', async () => {
  const { email, secret } = await withSecondFactor()
  halfMinutes(2)
  const without = await signIn({ email, password: PASSWORD })
  assert.equal(without.statusCode, 401)
  assert.equal(without.json().code, 'second_factor_required')
  assert.equal((await signIn({ email, password: 'wrong password' })).json().code, 'unauthenticated')
  const right = codeAt(secret, running.clock.now())
  assert.equal((await signIn({ email, password: 'wrong password', code: right })).statusCode, 401)
  assert.equal((await signIn({ email, password: PASSWORD, code: right })).statusCode, 200)
})

test('clocks may be half a minute apart, not more; a code is good once, and so is every one before it', async () => {
  const { email, secret, code } = await withSecondFactor()
  const enter = async (given: string) => (await signIn({ email, password: PASSWORD, code: given })).statusCode
  assert.equal(await enter(code), 401, 'the code that confirmed it')
  halfMinutes(10)
  const at = (steps: number) => codeAt(secret, new Date(running.clock.now().getTime() + steps * 30_000))
  assert.equal(await enter(at(2)), 401, 'two ahead')
  assert.equal(await enter(at(-2)), 401, 'two behind')
  assert.equal(await enter(at(-1)), 200, 'one behind')
  assert.equal(await enter(at(-1)), 401, 'again')
  assert.equal(await enter(at(1)), 200, 'one ahead')
  assert.equal(await enter(at(0)), 401, 'one before what was taken')
  halfMinutes(3)
  const twice = at(0)
  const both = await Promise.all([enter(twice), enter(twice), enter(twice)])
  assert.deepEqual(both.sort(), [200, 401, 401])
})

test('a recovery code signs in once; switching off needs the password and makes the rest void', async () => {
  const { email, recoveryCodes, speak } = await withSecondFactor()
  assert.equal(new Set(recoveryCodes).size, 10)
  const [first, second] = recoveryCodes as [string, string]
  const enter = async (code?: string) =>
    (await signIn({ email, password: PASSWORD, ...(code ? { code } : {}) })).statusCode
  assert.equal(await enter(first.toUpperCase().replaceAll('-', ' ')), 200)
  assert.equal(await enter(first), 401)
  assert.equal((await speak('POST', '/account/second-factor', { password: PASSWORD })).statusCode, 409)
  assert.equal(
    (await speak('POST', '/account/second-factor/disable', { password: 'wrong one' })).statusCode,
    422,
  )
  assert.equal(
    (await speak('POST', '/account/second-factor/disable', { password: PASSWORD })).statusCode,
    204,
  )
  assert.equal(await enter(), 200)
  const [{ n }] = await running.database.sql<[{ n: number }]>`
    select count(*) as n from user_recovery_codes c join users u on u.id = c.user_id where u.email = ${email}`
  assert.equal(n, 0, second)
})
