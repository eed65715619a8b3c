import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { deleteOAuthApp } from '../../domain/oauth/delete-oauth-app.ts'
import { listOAuthGrants } from '../../domain/oauth/list-oauth-grants.ts'
import { revokeOAuthGrant } from '../../domain/oauth/revoke-oauth-grant.ts'
import { startTestApp, type Tenant, type TestApp } from '../../../test/support/app.ts'
import {
  anApp,
  approve,
  authorizeUrl,
  exchange,
  exchangeOf,
  refreshOf,
  tokensOf,
  type AnApp,
  type Tokens,
} from '../../../test/support/oauth.ts'

let running: TestApp
let app: AnApp
let tenant: Tenant
before(async () => {
  running = await startTestApp()
  app = await anApp(running)
  tenant = await running.tenant()
})
after(() => running.close())

const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url')
const challenged = { code_challenge: CHALLENGE, code_challenge_method: 'S256' }

const codeOf = async (of = app, changes: Record<string, string> = {}) =>
  (await approve(running, authorizeUrl(of, changes), tenant)).searchParams.get('code')!

async function refused(payload: Record<string, unknown>, error: string, status = 400): Promise<void> {
  const answer = await exchange(running, payload)
  assert.equal(answer.json().error, error, answer.body)
  assert.equal(answer.statusCode, status)
  assert.equal(typeof answer.json().error_description, 'string')
  assert.equal(answer.json().access_token, undefined)
}

const read = async (token: string, url = '/v1/customers') =>
  (await running.app.inject({ url, headers: { authorization: `Bearer ${token}` } })).statusCode

/** A revocation travels by the database. */
async function dies(token: string): Promise<void> {
  const deadline = Date.now() + 9_000
  while ((await read(token)) !== 401) {
    assert.ok(Date.now() < deadline, 'still valid')
    await sleep(20)
  }
}

const later = (seconds: number) =>
  running.clock.set(new Date(running.clock.now().getTime() + seconds * 1000).toISOString())

test('the documented exchange and refresh, in JSON: the answers have the documented fields', async () => {
  const answer = await exchange(running, exchangeOf(app, await codeOf()))
  assert.equal(answer.statusCode, 200)
  assert.equal(answer.headers['cache-control'], 'no-store')
  const tokens: Tokens = answer.json()
  assert.deepEqual(
    { ...tokens, access_token: '', refresh_token: '' },
    {
      access_token: '',
      refresh_token: '',
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'customers.read tickets.write',
    },
  )
  const refreshed = await exchange(running, refreshOf(app, tokens.refresh_token))
  assert.deepEqual(Object.keys(refreshed.json()).sort(), [
    'access_token',
    'expires_in',
    'scope',
    'token_type',
  ])
  // The one from the first exchange stays in use, and so does the earlier access token until its hour is over.
  assert.equal((await exchange(running, refreshOf(app, tokens.refresh_token))).statusCode, 200)
  for (const token of [tokens.access_token, refreshed.json().access_token])
    assert.equal(await read(token), 200)
})

test('the exchange in a form, and with the secret in the header', async () => {
  const { client_id: id, client_secret: secret, ...rest } = exchangeOf(app, await codeOf())
  const send = (authorization: string) =>
    running.app.inject({
      method: 'POST',
      url: '/oauth/tokens',
      headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(rest as Record<string, string>).toString(),
    })
  const wrong = await send(`Basic ${Buffer.from(`${id}:wrong`).toString('base64')}`)
  assert.deepEqual([wrong.statusCode, wrong.json().error], [401, 'invalid_client'])
  assert.match(String(wrong.headers['www-authenticate']), /^Basic /)
  const right = await send(`Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`)
  assert.equal(right.statusCode, 200, right.body)
})

test('a token does what its scopes say, for its company only, and its events name the grant', async () => {
  const { access_token: token } = await tokensOf(running, app, tenant)
  assert.equal(await read(token), 200)
  assert.equal(await read(token, '/v1/customer-invoices'), 403)
  assert.equal(await read(token, '/v1/tickets'), 403)
  const write = await running.app.inject({
    method: 'POST',
    url: '/v1/customers',
    headers: { authorization: `Bearer ${token}` },
    payload: {},
  })
  assert.equal(write.statusCode, 403)
  const writing = await tokensOf(running, app, tenant, 'customers.write')
  const made = await running.app.inject({
    method: 'POST',
    url: '/v1/customers',
    headers: { authorization: `Bearer ${writing.access_token}` },
    payload: {
      companyName: 'X',
      address: 'A 1',
      zipCode: '1234AB',
      city: 'Ede',
      primaryEmail: 'x@example.com',
      countryCode: 'NL',
    },
  })
  assert.ok(made.statusCode < 300, made.body)
  const [event] = await running.database.sql<[{ actor: string }]>`
    select actor from events where company_id = ${tenant.company.companyId} and type = 'customer.created'
     order by id desc limit 1`
  assert.match(event.actor, /^oauth_grant:[0-9a-f-]{36}$/)
  const other = await running.tenant()
  const foreign = await tokensOf(running, app, other)
  const seen = await running.app.inject({
    url: '/v1/customers',
    headers: { authorization: `Bearer ${foreign.access_token}` },
  })
  assert.deepEqual(seen.json().data, [])
})

test('nothing that is no access token opens the API', async () => {
  const code = await codeOf()
  const tokens = await tokensOf(running, app, tenant)
  const { access_token: token } = tokens
  for (const wrong of [
    code,
    tokens.refresh_token,
    app.secret!,
    token.slice(0, -1),
    token.toUpperCase(),
    token.replace(/_[0-9a-f]{8}_/, '_00000fff_'),
    token.replace(/_[0-9a-f]{8}_/, '_ffffffff_'),
  ])
    assert.equal(await read(wrong), 401, wrong)
  const refusal = await running.app.inject({ url: '/v1/customers' })
  assert.match(String(refusal.headers['www-authenticate']), /^Bearer/)
})

test('nothing of a secret is stored', async () => {
  const code = await codeOf()
  const tokens = await tokensOf(running, app, tenant)
  for (const table of [
    'oauth_apps',
    'oauth_grants',
    'oauth_access_tokens',
    'oauth_refresh_tokens',
    'consent_codes',
    'events',
  ]) {
    const rows = JSON.stringify(
      await running.database.sql`select to_jsonb(t) as row from ${running.database.sql(table)} t`,
    )
    for (const secret of [code, tokens.access_token, tokens.refresh_token, app.secret!])
      assert.ok(!rows.includes(secret.slice(-40)), table)
  }
})

test('an access token ends after an hour, a refresh token a year after its last use', async () => {
  const tokens = await tokensOf(running, app, tenant)
  later(3590)
  assert.equal(await read(tokens.access_token), 200)
  later(20)
  assert.equal(await read(tokens.access_token), 401)
  const year = 365 * 86_400
  later(year - 7200)
  assert.equal((await exchange(running, refreshOf(app, tokens.refresh_token))).statusCode, 200)
  later(year - 60)
  assert.equal((await exchange(running, refreshOf(app, tokens.refresh_token))).statusCode, 200)
  later(year + 60)
  await refused(refreshOf(app, tokens.refresh_token), 'invalid_grant')
})

test('a code lives a minute, and is bound to its app and its address', async () => {
  const code = await codeOf()
  const other = await anApp(running)
  await refused(exchangeOf(other, code), 'invalid_grant')
  await refused(exchangeOf(app, code, { redirect_uri: 'https://evil.example/' }), 'invalid_grant')
  await refused(exchangeOf(app, code, { redirect_uri: undefined }), 'invalid_request')
  await refused(exchangeOf(app, code.replace(/_[0-9a-f]{8}_/, '_00000fff_')), 'invalid_grant')
  later(61)
  await refused(exchangeOf(app, code), 'invalid_grant')
})

test('a code that comes a second time takes back what it gave', async () => {
  const code = await codeOf()
  const tokens: Tokens = (await exchange(running, exchangeOf(app, code))).json()
  assert.equal(await read(tokens.access_token), 200)
  // Whoever does not prove to be the app takes nothing back.
  await refused(exchangeOf(app, code, { client_secret: 'wrong' }), 'invalid_client')
  assert.equal((await exchange(running, refreshOf(app, tokens.refresh_token))).statusCode, 200)
  await refused(exchangeOf(app, code), 'invalid_grant')
  await dies(tokens.access_token)
  await refused(refreshOf(app, tokens.refresh_token), 'invalid_grant')
})

test('of many exchanges of one code at once one gets tokens', async () => {
  for (let round = 0; round < 5; round += 1) {
    const code = await codeOf()
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => exchange(running, exchangeOf(app, code))),
    )
    const won = answers.filter(({ statusCode }) => statusCode === 200)
    assert.equal(won.length, 1)
    for (const answer of answers) if (answer !== won[0]) assert.equal(answer.json().error, 'invalid_grant')
    // The others were replays, and a replay takes back what was given.
    await dies(won[0]!.json().access_token)
  }
})

test('PKCE: the verifier must fit, cannot be left out, nor brought where no challenge was; a guess uses the code up', async () => {
  const publicApp = await anApp(running, true)
  for (const client of [app, publicApp]) {
    for (const [verifier, error] of [
      [undefined, 'invalid_grant'],
      [CHALLENGE, 'invalid_grant'],
      ['x'.repeat(43), 'invalid_grant'],
      ['short', 'invalid_request'],
    ] as const) {
      const code = await codeOf(client, challenged)
      await refused(exchangeOf(client, code, { code_verifier: verifier }), error)
      await refused(exchangeOf(client, code, { code_verifier: VERIFIER }), 'invalid_grant')
    }
    const answer = await exchange(
      running,
      exchangeOf(client, await codeOf(client, challenged), { code_verifier: VERIFIER }),
    )
    assert.equal(answer.statusCode, 200, answer.body)
  }
  await refused(exchangeOf(app, await codeOf(), { code_verifier: VERIFIER }), 'invalid_grant')
  // A verifier is no secret: a confidential app is still asked for its own.
  const code = await codeOf(app, challenged)
  await refused(
    exchangeOf(app, code, { code_verifier: VERIFIER, client_secret: undefined }),
    'invalid_client',
  )
})

test("a public app's refresh token is replaced at each use, and one that comes again ends the grant", async () => {
  const publicApp = await anApp(running, true)
  const code = await codeOf(publicApp, challenged)
  const first: Tokens = (
    await exchange(running, exchangeOf(publicApp, code, { code_verifier: VERIFIER }))
  ).json()
  const second: Tokens = (await exchange(running, refreshOf(publicApp, first.refresh_token))).json()
  assert.notEqual(second.refresh_token, first.refresh_token)
  const third: Tokens = (await exchange(running, refreshOf(publicApp, second.refresh_token))).json()
  await refused(refreshOf(publicApp, first.refresh_token), 'invalid_grant')
  await refused(refreshOf(publicApp, third.refresh_token), 'invalid_grant')
  await dies(third.access_token)
  await refused(refreshOf(publicApp, 'x', { client_secret: 'invented' }), 'invalid_client')
})

test('a refresh gives less when asked, never more', async () => {
  const tokens = await tokensOf(running, app, tenant, 'customers.read customer.write tickets.read')
  const less = await exchange(
    running,
    refreshOf(app, tokens.refresh_token, { scope: 'tickets.read customer.write' }),
  )
  assert.equal(less.json().scope, 'tickets.read customers.write')
  assert.equal(await read(less.json().access_token, '/v1/tickets'), 200)
  assert.equal(await read(less.json().access_token), 403)
  for (const scope of ['tickets.read tickets.write', '*', 'invoices.read', 'tickets:read'])
    await refused(refreshOf(app, tokens.refresh_token, { scope }), 'invalid_scope')
  // Having had less once does not make it less for good.
  assert.equal((await exchange(running, refreshOf(app, tokens.refresh_token))).json().scope, tokens.scope)
})

test('a refresh token is bound to its app', async () => {
  const tokens = await tokensOf(running, app, tenant)
  const other = await anApp(running)
  await refused(refreshOf(other, tokens.refresh_token), 'invalid_grant')
  await refused(refreshOf(app, tokens.access_token), 'invalid_grant')
  assert.equal((await exchange(running, refreshOf(app, tokens.refresh_token))).statusCode, 200)
})

test('every other error of RFC 6749, 5.2, by its name', async () => {
  const code = await codeOf()
  const good = exchangeOf(app, code)
  await refused({}, 'invalid_client')
  await refused({ ...good, grant_type: undefined }, 'invalid_request')
  await refused({ ...good, grant_type: 'password', username: 'x', password: 'x' }, 'unauthorized_client')
  await refused({ ...good, grant_type: 'client_credentials' }, 'unauthorized_client')
  await refused({ ...good, grant_type: 'unknown' }, 'unsupported_grant_type')
  await refused({ ...good, grant_type: '__proto__' }, 'unsupported_grant_type')
  await refused({ ...good, client_id: undefined }, 'invalid_client')
  await refused({ ...good, client_id: 'x' }, 'invalid_client')
  await refused({ ...good, client_secret: undefined }, 'invalid_client')
  await refused({ ...good, client_secret: 'x' }, 'invalid_client')
  await refused({ ...good, code: undefined }, 'invalid_request')
  await refused({ ...good, code: 'x' }, 'invalid_grant')
  await refused({ ...good, code: ['x', code] }, 'invalid_request')
  await refused({ ...good, code: { $ne: null } }, 'invalid_request')
  await refused({ ...good, code: 'é' }, 'invalid_request')
  await refused(refreshOf(app, ''), 'invalid_request')
  await refused(refreshOf(app, 'x'), 'invalid_grant')
  const both = await running.app.inject({
    method: 'POST',
    url: '/oauth/tokens',
    headers: { authorization: `Basic ${Buffer.from(`${app.id}:${app.secret}`).toString('base64')}` },
    payload: good,
  })
  assert.deepEqual([both.statusCode, both.json().error], [400, 'invalid_request'])
  assert.equal((await exchange(running, good)).statusCode, 200)
})

test('revocation: an access token alone, a refresh token with all; unknown ones are fine, another app has no say', async () => {
  const revoke = (payload: object) => running.app.inject({ method: 'POST', url: '/oauth/revoke', payload })
  const tokens = await tokensOf(running, app, tenant)
  const me = { client_id: app.id, client_secret: app.secret }
  const other = await anApp(running)
  const foreign = await revoke({
    client_id: other.id,
    client_secret: other.secret,
    token: tokens.refresh_token,
  })
  assert.deepEqual([foreign.statusCode, foreign.json().error], [400, 'unauthorized_client'])
  const unproven = await revoke({ ...me, client_secret: 'x', token: tokens.refresh_token })
  assert.deepEqual([unproven.statusCode, unproven.json().error], [401, 'invalid_client'])
  assert.equal((await revoke(me)).json().error, 'invalid_request')
  for (const token of ['x', tokens.access_token.replace(/.$/, (last) => (last === '0' ? '1' : '0'))])
    assert.equal((await revoke({ ...me, token })).statusCode, 200)
  assert.equal(await read(tokens.access_token), 200)

  assert.equal(
    (await revoke({ ...me, token: tokens.access_token, token_type_hint: 'refresh_token' })).statusCode,
    200,
  )
  await dies(tokens.access_token)
  const next: Tokens = (await exchange(running, refreshOf(app, tokens.refresh_token))).json()
  assert.equal(await read(next.access_token), 200)
  assert.equal((await revoke({ ...me, token: tokens.refresh_token })).statusCode, 200)
  await dies(next.access_token)
  await refused(refreshOf(app, tokens.refresh_token), 'invalid_grant')
})

test('the operator ends a grant, or an app with all of its grants', async () => {
  const doomed = await anApp(running)
  const [first, second] = [
    await tokensOf(running, doomed, tenant),
    await tokensOf(running, doomed, await running.tenant()),
  ]
  const grants = (await listOAuthGrants(running.database.sql)).filter(({ revokedAt }) => revokedAt === null)
  const { id } = grants.findLast(({ company }) => company.startsWith(`${tenant.company.companyId} `))!
  assert.equal(await revokeOAuthGrant((await running.tenant()).ctx(), id), false)
  assert.equal(await revokeOAuthGrant(tenant.ctx(), id), true)
  await dies(first.access_token)
  assert.equal(await read(second.access_token), 200)
  await deleteOAuthApp(running.database.sql, running.clock.now(), doomed.id)
  await dies(second.access_token)
  await refused(refreshOf(doomed, second.refresh_token), 'invalid_client')
  await assert.rejects(deleteOAuthApp(running.database.sql, running.clock.now(), doomed.id), /no oauth app/)
})

test('the limit of requests is the grant’s: a new token does not lift it', async () => {
  const limited = await startTestApp({ rateLimitPerMinute: 30 })
  try {
    const company = await limited.tenant()
    const client = await anApp(limited)
    const tokens = await tokensOf(limited, client, company)
    const ask = async (token: string) =>
      (await limited.app.inject({ url: '/v1/customers', headers: { authorization: `Bearer ${token}` } }))
        .statusCode
    for (let i = 0; i < 30; i += 1) assert.equal(await ask(tokens.access_token), 200)
    const next = (await exchange(limited, refreshOf(client, tokens.refresh_token))).json()
    assert.equal(await ask(next.access_token), 429)
  } finally {
    await limited.close()
  }
})
