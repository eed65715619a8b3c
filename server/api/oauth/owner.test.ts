import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp } from '../../../test/support/app.ts'
import { anApp, authorizeUrl, exchange, exchangeOf, open, type AnApp } from '../../../test/support/oauth.ts'
import { aColleague } from '../../../test/support/staff.ts'

let running: TestApp
let app: AnApp
before(async () => {
  running = await startTestApp()
  app = await anApp(running)
})
after(() => running.close())

const cookieOf = (token: string) => `__Host-balie=${token}`
const asksForCode = (body: string) => body.includes('name="consent_code"')

test('an owner who has signed in is asked at once, for the company that they work for', async () => {
  const tenant = await running.tenant()
  const owner = await aColleague(tenant)
  const browser = await open(running, authorizeUrl(app), cookieOf(owner.token))
  assert.ok(!asksForCode(browser.page.body))
  assert.ok(browser.page.body.includes(tenant.company.name))
  const answer = await browser.submit({ decision: 'approve' })
  assert.equal(answer.statusCode, 303, answer.body)
  const code = new URL(String(answer.headers.location)).searchParams.get('code')!
  const tokens = await exchange(running, exchangeOf(app, code))
  assert.equal(tokens.statusCode, 200, tokens.body)
  const shown = await running.app.inject({
    url: '/v1/customers',
    headers: { authorization: `Bearer ${tokens.json().access_token}` },
  })
  assert.equal(shown.statusCode, 200)
  const events = await running.database.sql<{ type: string; actor: string }[]>`
    select type, actor from events where company_id = ${tenant.company.companyId} and actor like 'user:%'`
  assert.deepEqual(
    events.map((event) => ({ ...event })),
    [{ type: 'consent_code.created', actor: `user:${owner.userId}` }],
  )
})

test('nobody else of the staff can let an app in, nor anybody whose session is over', async () => {
  const tenant = await running.tenant()
  for (const role of ['treasurer', 'support', 'read_only'] as const) {
    const { token } = await aColleague(tenant, role)
    assert.ok(asksForCode((await open(running, authorizeUrl(app), cookieOf(token))).page.body), role)
  }
  const { token } = await aColleague(tenant)
  running.clock.set(new Date(running.clock.now().getTime() + 13 * 3_600_000).toISOString())
  assert.ok(asksForCode((await open(running, authorizeUrl(app), cookieOf(token))).page.body))
})
