import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createConsentCode } from '../../domain/oauth/create-consent-code.ts'
import { createOAuthApp } from '../../domain/oauth/create-oauth-app.ts'
import { deleteOAuthApp } from '../../domain/oauth/delete-oauth-app.ts'
import { locales } from '../../kernel/context.ts'
import { startTestApp, type TestApp } from '../../../test/support/app.ts'
import {
  anApp,
  approve,
  authorizeUrl,
  exchange,
  exchangeOf,
  logIn,
  open,
  REDIRECT_URI,
  type AnApp,
} from '../../../test/support/oauth.ts'

let running: TestApp
let app: AnApp
before(async () => {
  running = await startTestApp()
  app = await anApp(running)
})
after(() => running.close())

const get = (url: string) => running.app.inject({ url })
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'

/** A refusal that the app is told: its parameters. */
async function sentBack(url: string): Promise<Record<string, string>> {
  const { statusCode, headers } = await get(url)
  assert.equal(statusCode, 303)
  const to = String(headers.location)
  assert.ok(to.startsWith(`${REDIRECT_URI}&`), to)
  return Object.fromEntries(new URL(to).searchParams)
}

test('the first page says who asks for what and cannot be framed, scripted or sent elsewhere', async () => {
  const { page } = await open(running, authorizeUrl(app))
  const { headers, body } = page
  assert.match(body, /Boek &amp; &lt;b&gt;Co&lt;\/b&gt; asks for access/)
  assert.match(body, /see customers and customer groups/)
  assert.match(body, /create, change and delete questions of customers/)
  assert.match(body, /https:\/\/app\.example\./)
  const policy = String(headers['content-security-policy'])
  for (const part of [
    "default-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self' https://app.example;",
  ])
    assert.ok(policy.includes(part), part)
  assert.deepEqual(
    [headers['x-frame-options'], headers['cache-control'], headers['referrer-policy']],
    ['DENY', 'no-store', 'no-referrer'],
  )
  assert.match(
    String(headers['set-cookie']),
    /^__Host-balie_consent=[\w-]+; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax; Secure$/,
  )
})

for (const locale of locales)
  test(`the pages speak ${locale}`, async () => {
    const headers = { 'accept-language': `xx, ${locale}-XX;q=0.9, en;q=0.1` }
    const scope = 'agreements.read cms.write invoices.read webhooks.write subscription.read'
    const { body } = await running.app.inject({ url: authorizeUrl(app, { scope }), headers })
    assert.match(body, new RegExp(`<html lang="${locale}">`))
    assert.equal(body.match(/<li>/g)!.length, 5)
    assert.doesNotMatch(body, /undefined|=>/)
    const refusal = await running.app.inject({ url: '/oauth/authorize', headers })
    assert.match(refusal.body, new RegExp(`<html lang="${locale}">`))
  })

test('the second page names the company, and approving sends a code, the state and the issuer back', async () => {
  const tenant = await running.tenant({ name: 'Club <Oost>' })
  const browser = await logIn(running, authorizeUrl(app), tenant)
  assert.match(browser.page.body, /to the data of Club &lt;Oost&gt;/)
  const { statusCode, headers } = await browser.submit({ decision: 'approve' })
  assert.equal(statusCode, 303)
  const to = new URL(String(headers.location))
  assert.equal(to.origin + to.pathname, 'https://app.example/callback')
  assert.deepEqual([...to.searchParams.keys()], ['tenant', 'code', 'state', 'iss'])
  assert.equal(to.searchParams.get('state'), 'state-1')
  assert.equal(to.searchParams.get('iss'), 'https://balie.example')
  assert.match(String(headers['set-cookie']), /Max-Age=0/)
  // One code is one decision.
  assert.equal((await browser.submit({ decision: 'approve' })).statusCode, 403)
})

test('refusing tells the app, at either step', async () => {
  const tenant = await running.tenant()
  for (const browser of [
    await open(running, authorizeUrl(app)),
    await logIn(running, authorizeUrl(app), tenant),
  ]) {
    const { statusCode, headers } = await browser.submit({ decision: 'deny' })
    assert.equal(statusCode, 303)
    const { searchParams } = new URL(String(headers.location))
    assert.equal(searchParams.get('error'), 'access_denied')
    assert.ok(searchParams.get('error_description'))
    assert.equal(searchParams.get('state'), 'state-1')
    assert.equal(searchParams.get('code'), null)
    assert.equal((await browser.submit({ decision: 'approve' })).statusCode, 403)
  }
})

test('a consent code works once, half an hour long, and opens ten minutes', async () => {
  const tenant = await running.tenant()
  const { code } = await createConsentCode(tenant.ctx())
  const browser = await open(running, authorizeUrl(app))
  const enter = (consentCode: string) => browser.submit({ decision: 'login', consent_code: consentCode })
  for (const wrong of ['', 'x', code.slice(0, -1), `${code}0`, code.replace('_cc_', '_cs_')]) {
    const answer = await enter(wrong)
    assert.equal(answer.statusCode, 403)
    assert.match(answer.body, /not valid/)
  }
  const answers = await Promise.all([enter(` ${code} `), enter(code), enter(code)])
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [303, 403, 403])

  const later = await createConsentCode(tenant.ctx())
  running.clock.set(new Date(running.clock.now().getTime() + 31 * 60_000).toISOString())
  assert.equal((await enter(later.code)).statusCode, 403)

  const inside = await logIn(running, authorizeUrl(app), tenant)
  running.clock.set(new Date(running.clock.now().getTime() + 11 * 60_000).toISOString())
  assert.equal((await inside.submit({ decision: 'approve' })).statusCode, 403)
})

test('prompt=login asks who is known already to prove it again', async () => {
  const tenant = await running.tenant()
  const { cookie } = await logIn(running, authorizeUrl(app), tenant)
  const known = await open(running, authorizeUrl(app, { prompt: 'consent' }), cookie)
  assert.match(known.page.body, /to the data of/)
  const again = await open(running, authorizeUrl(app, { prompt: 'login' }), cookie)
  assert.match(again.page.body, /name="consent_code"/)
})

test('a form from elsewhere is not taken: without the cookie, without its word, with those of another browser', async () => {
  const tenant = await running.tenant()
  const mine = await logIn(running, authorizeUrl(app), tenant)
  const other = await open(running, authorizeUrl(app))
  const send = (cookie: string | undefined, csrf: string | undefined) =>
    running.app.inject({
      method: 'POST',
      url: mine.url,
      headers: {
        ...(cookie === undefined ? {} : { cookie }),
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: new URLSearchParams({
        decision: 'approve',
        ...(csrf === undefined ? {} : { csrf }),
      }).toString(),
    })
  for (const [cookie, csrf] of [
    [undefined, mine.csrf],
    [mine.cookie, undefined],
    [mine.cookie, other.csrf],
    [other.cookie, mine.csrf],
    [other.cookie, other.csrf],
    ['__Host-balie_consent=', mine.csrf],
  ] as const) {
    const answer = await send(cookie, csrf)
    assert.equal(answer.statusCode, 403)
    assert.equal(answer.headers.location, undefined)
  }
  assert.equal((await send(mine.cookie, mine.csrf)).statusCode, 303)
})

test('nobody is sent to an address that is not registered, letter for letter', async () => {
  for (const uri of [
    undefined,
    '',
    'https://evil.example/',
    'https://app.example/callback',
    `${REDIRECT_URI}&x=1`,
    `${REDIRECT_URI}/`,
    `${REDIRECT_URI}#x`,
    REDIRECT_URI.toUpperCase(),
    REDIRECT_URI.replace('app.example', 'app.example:443'),
    REDIRECT_URI.replace('app.example', 'app.example@evil.example'),
    REDIRECT_URI.replace('app.example', 'app.example.evil.example'),
    REDIRECT_URI.replace('/callback', '/a/../callback'),
    REDIRECT_URI.replace('https', 'http'),
    '//evil.example/callback',
    'javascript:alert(1)',
    'data:text/html,x',
    ' https://app.example/callback?tenant=1',
  ])
    for (const changes of [{}, { response_type: 'token' }, { scope: 'nothing' }, { state: undefined }]) {
      const answer = await get(authorizeUrl(app, { redirect_uri: uri, ...changes }))
      assert.equal(answer.statusCode, 400, String(uri))
      assert.equal(answer.headers.location, undefined)
      assert.match(String(answer.headers['content-type']), /^text\/html/)
      assert.match(String(answer.headers['content-security-policy']), /frame-ancestors 'none'/)
    }
  const twice = await get(`${authorizeUrl(app)}&redirect_uri=https://evil.example`)
  assert.deepEqual([twice.statusCode, twice.headers.location], [400, undefined])
})

test('an app that is unknown or deleted is refused here, and what is shown of it is text', async () => {
  const gone = await anApp(running)
  await deleteOAuthApp(running.database.sql, running.clock.now(), gone.id)
  for (const id of [undefined, 'x', '<script>alert(1)</script>', gone.id, app.id.slice(1), `${app.id} `]) {
    const { statusCode, headers, body } = await get(authorizeUrl(app, { client_id: id }))
    assert.deepEqual([statusCode, headers.location], [400, undefined], String(id))
    assert.doesNotMatch(body, /<script>/)
  }
})

test('every other error goes back to the app by its name in RFC 6749, with the state', async () => {
  const publicApp = await anApp(running, true)
  const challenged = { code_challenge: CHALLENGE, code_challenge_method: 'S256' }
  const cases: [AnApp, Record<string, string | undefined>, string][] = [
    [app, { response_type: undefined }, 'invalid_request'],
    [app, { response_type: 'token' }, 'unsupported_response_type'],
    [app, { response_type: 'code token' }, 'unsupported_response_type'],
    [app, { response_type: '__proto__' }, 'unsupported_response_type'],
    [app, { scope: undefined }, 'invalid_scope'],
    [app, { scope: 'customers.read everything' }, 'invalid_scope'],
    [app, { scope: '*' }, 'invalid_scope'],
    [app, { scope: 'customers:read' }, 'invalid_scope'],
    [app, { scope: 'CUSTOMERS.READ' }, 'invalid_scope'],
    [app, { scope: 'customers.read"' }, 'invalid_scope'],
    [app, { prompt: 'none' }, 'invalid_request'],
    [app, { prompt: 'select_account' }, 'invalid_request'],
    [app, { ...challenged, code_challenge_method: 'plain' }, 'invalid_request'],
    [app, { ...challenged, code_challenge_method: undefined }, 'invalid_request'],
    [app, { ...challenged, code_challenge_method: 'S512' }, 'invalid_request'],
    [app, { ...challenged, code_challenge: undefined }, 'invalid_request'],
    [app, { ...challenged, code_challenge: 'short' }, 'invalid_request'],
    [publicApp, {}, 'invalid_request'],
    [publicApp, { code_challenge: CHALLENGE }, 'invalid_request'],
    [publicApp, { ...challenged, code_challenge_method: 'plain' }, 'invalid_request'],
  ]
  for (const [asking, changes, error] of cases) {
    const back = await sentBack(authorizeUrl(asking, changes))
    assert.equal(back['error'], error, JSON.stringify(changes))
    assert.match(back['error_description']!, /^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/)
    assert.equal(back['state'], 'state-1')
    assert.equal(back['iss'], 'https://balie.example')
    assert.equal(back['tenant'], '1')
  }
  const stateless = await sentBack(authorizeUrl(app, { state: undefined }))
  assert.deepEqual([stateless['error'], stateless['state']], ['invalid_request', undefined])
  const twice = await sentBack(`${authorizeUrl(app)}&scope=tickets.read`)
  assert.equal(twice['error'], 'invalid_scope')
  for (const name of ['state', 'response_type', 'prompt'])
    assert.equal(
      (await sentBack(`${authorizeUrl(app, { prompt: 'login' })}&${name}=x`))['error'],
      'invalid_request',
    )
})

test('the scopes are the documented ones, the misspelt one of its example too, each once', async () => {
  const tenant = await running.tenant()
  const scope = 'customers.read customer.write invoices.read customers.write  customers.read'
  const to = await approve(running, authorizeUrl(app, { scope }), tenant)
  const answer = await exchange(running, exchangeOf(app, to.searchParams.get('code')!))
  assert.equal(answer.json().scope, 'customers.read customers.write invoices.read')
})

test('an app of a phone is answered at its own scheme', async () => {
  const redirectUri = 'nl.example.app:/done'
  const phone = await anApp(running, true, redirectUri)
  const url = authorizeUrl(phone, {
    redirect_uri: redirectUri,
    code_challenge: CHALLENGE,
    code_challenge_method: 'S256',
  })
  const browser = await logIn(running, url, await running.tenant())
  assert.match(
    String(browser.page.headers['content-security-policy']),
    /form-action 'self' nl\.example\.app:;/,
  )
  const { headers } = await browser.submit({ decision: 'approve' })
  assert.ok(String(headers.location).startsWith('nl.example.app:/done?code=balie_ac_'))
})

test('an app is registered with addresses that are safe to send somebody to', async () => {
  const register = (redirectUri: string, name = 'App') =>
    createOAuthApp(running.database.sql, running.clock.now(), {
      name,
      redirectUris: [redirectUri],
      isPublic: false,
    })
  for (const uri of [
    'https://app.example/cb',
    'http://localhost:8080/cb',
    'http://127.0.0.1/cb',
    'http://[::1]:1/cb',
    'com.example.app:/cb',
  ])
    assert.match((await register(uri)).appSecret!, /^balie_secret_[0-9a-f]{40}$/)
  for (const uri of [
    '',
    '/cb',
    'app.example/cb',
    'http://app.example/cb',
    'https://app.example/cb#x',
    'https://*.app.example/cb',
    'https://user@app.example/cb',
    "https://app.example/cb';script-src *",
    'https://app.example/ü',
    'javascript:alert(1)',
    'javascript.x:alert(1);',
    'data:text/html,x',
    'myapp:/cb',
    'ftp://app.example/cb',
    `https://app.example/${'x'.repeat(2000)}`,
  ])
    await assert.rejects(register(uri), /redirect_uri/, uri)
  await assert.rejects(register('https://app.example/cb', ' '), /name/)
})
