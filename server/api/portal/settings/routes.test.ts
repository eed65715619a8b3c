import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createPartner, createPartnerKey } from '../../../domain/access/partner.ts'
import { addRedirectHost } from '../../../domain/access/redirect-hosts.ts'
import { setEndpoint } from '../../../domain/notifications/endpoint.ts'
import { startTestApp, testVault, type Tenant, type TestApp } from '../../../../test/support/app.ts'
import { fakeConnectors, MESSAGEBIRD_KEY } from '../../../../test/support/connectors.ts'
import { aGrant, anOAuthApp } from '../../../../test/support/grants.ts'
import { aColleague, speakerOf } from '../../../../test/support/staff.ts'
import { anInvoice } from '../../../../test/support/builders.ts'

let services: Awaited<ReturnType<typeof fakeConnectors>>
let running: TestApp
let tenant: Tenant
let speak: ReturnType<typeof speakerOf>
before(async () => {
  services = await fakeConnectors()
  running = await startTestApp({ connectors: services.connectors })
  tenant = await running.tenant()
  speak = speakerOf(running.app, await aColleague(tenant))
})
after(async () => {
  await running.close()
  await services.stop()
})

const tickets = (key: string) =>
  running.app.inject({ method: 'GET', url: '/v1/tickets', headers: { authorization: `Bearer ${key}` } })

test('a key is shown once, is good for its scopes, tells when it was used, and is void when it is revoked', async () => {
  const made = await speak('POST', '/settings/keys', { name: ' Website ', scopes: ['tickets.read'] })
  assert.equal(made.statusCode, 200, made.body)
  const { id, key } = made.json()
  assert.match(key, /^balie_[0-9a-f]{8}_[0-9a-f]{40}$/)
  const mine = async () =>
    (await speak('GET', '/settings/keys')).json().data.find((one: { id: string }) => one.id === id)
  const { createdAt, ...shown } = await mine()
  assert.match(createdAt, /^2026-/)
  assert.deepEqual(shown, {
    id,
    name: 'Website',
    hint: key.slice(-4),
    scopes: ['tickets.read'],
    lastUsedAt: null,
    revokedAt: null,
  })
  assert.equal((await tickets(key)).statusCode, 200)
  const customers = await running.app.inject({
    method: 'GET',
    url: '/v1/customers',
    headers: { authorization: `Bearer ${key}` },
  })
  assert.equal(customers.statusCode, 403)
  for (let i = 0; i < 50 && (await mine()).lastUsedAt === null; i += 1)
    await new Promise((resolve) => setTimeout(resolve, 20))
  assert.match((await mine()).lastUsedAt, /^2026-/)
  assert.equal((await speak('DELETE', `/settings/keys/${id}`)).statusCode, 204)
  assert.equal((await tickets(key)).statusCode, 401)
  assert.equal((await speak('DELETE', `/settings/keys/${id}`)).statusCode, 404)
  assert.match((await mine()).revokedAt, /^2026-/)
  assert.doesNotMatch((await speak('GET', '/settings/keys')).body, new RegExp(key))
})

test('a key of no scope, an unknown one, or what only people may do is not made', async () => {
  for (const [body, field] of [
    [{ name: 'x', scopes: [] }, 'scopes'],
    [{ name: 'x', scopes: ['tickets.fly'] }, 'scopes'],
    [{ name: 'x', scopes: ['settings.write'] }, 'scopes'],
    [{ name: 'x', scopes: ['privacy.write'] }, 'scopes'],
    [{ name: ' ', scopes: ['*'] }, 'name'],
    [{ name: 'x'.repeat(101), scopes: ['*'] }, 'name'],
  ] as const) {
    const refused = await speak('POST', '/settings/keys', body)
    assert.equal(refused.statusCode, 422, JSON.stringify(body))
    assert.equal(refused.json().field, field)
  }
})

test('asked again with its Idempotency-Key, the same key is shown and one is made; it lies sealed meanwhile', async () => {
  const owner = await aColleague(tenant)
  const make = () =>
    running.app.inject({
      method: 'POST',
      url: '/api/portal/settings/keys',
      headers: { cookie: `__Host-balie=${owner.token}`, 'x-balie': '1', 'idempotency-key': 'once' },
      payload: { name: 'Twice', scopes: ['*'] },
    })
  const { key } = (await make()).json()
  assert.equal((await make()).json().key, key)
  const rows = await running.database.sql`
    select from api_keys where company_id = ${tenant.company.companyId} and name = 'Twice'`
  assert.equal(rows.length, 1)
  const kept = await running.database.sql`select from idempotency_keys where strpos(answer::text, ${key}) > 0`
  assert.equal(kept.length, 0)
})

test('another company’s key, partner or app is answered like one that is not there', async () => {
  const stranger = speakerOf(running.app, await aColleague(await running.tenant()))
  const { id } = (await speak('POST', '/settings/keys', { name: 'Mine', scopes: ['*'] })).json()
  const [partner] = (await speak('GET', '/settings/partners')).json().data
  await aGrant(tenant, await anOAuthApp(tenant))
  const [app] = (await speak('GET', '/settings/apps')).json().data
  for (const [path, none] of [
    [`/settings/keys/${id}`, `/settings/keys/key_${'0'.repeat(26)}`],
    [`/settings/partners/${partner.id}`, `/settings/partners/par_${'0'.repeat(26)}`],
    [`/settings/apps/${app.id}`, `/settings/apps/ogr_${'0'.repeat(26)}`],
  ]) {
    const [foreign, missing] = [await stranger('DELETE', path!), await stranger('DELETE', none!)]
    assert.equal(foreign.statusCode, 404)
    assert.equal(foreign.body, missing.body)
  }
})

test('a partner is let in by its id, sees the company at once, and sees it no more when that is ended', async () => {
  const { sql } = running.database
  const id = await createPartner(sql, tenant.ctx().now, 'Ledensoftware')
  const { key } = await createPartnerKey(sql, testVault, tenant.ctx().now, id, 'test')
  await addRedirectHost(sql, tenant.ctx().now, id, 'members.example.com')
  await setEndpoint(sql, testVault, tenant.ctx().now, id, {
    url: 'https://members.example.com/notify?secret=1',
    realtime: true,
    withApiKey: false,
  })
  const asPartner = () =>
    running.app.inject({
      method: 'GET',
      url: `/api/v2/companies/${tenant.companyId}`,
      headers: { authorization: `ApiKey ${key}` },
    })
  assert.equal((await asPartner()).statusCode, 404)
  const granted = await speak('POST', '/settings/partners', { partnerId: id.toUpperCase() })
  assert.equal(granted.statusCode, 200, granted.body)
  const { grantedAt: _, ...partner } = granted.json()
  assert.deepEqual(partner, {
    id: partner.id,
    name: 'Ledensoftware',
    redirectHosts: ['members.example.com'],
    notifications: { url: 'https://members.example.com/notify', realtime: true, failingSince: null },
  })
  assert.equal((await asPartner()).statusCode, 200)
  await anInvoice(tenant)
  const owed = () => sql`select from partner_changes where partner_id = ${id}`
  assert.ok((await owed()).length > 0)
  assert.equal((await speak('DELETE', `/settings/partners/${partner.id}`)).statusCode, 204)
  assert.equal((await asPartner()).statusCode, 404)
  assert.equal((await owed()).length, 0)
  assert.equal((await speak('DELETE', `/settings/partners/${partner.id}`)).statusCode, 404)
  for (const partnerId of ['00000000-0000-7000-8000-000000000000', 'nobody'])
    assert.ok([404, 422].includes((await speak('POST', '/settings/partners', { partnerId })).statusCode))
})

test('an app that was let in is listed with who let it in, and its tokens are void when that is taken back', async () => {
  const other = await running.tenant()
  const speakThere = speakerOf(running.app, await aColleague(other))
  await aGrant(other, await anOAuthApp(other, 'Planner'))
  const [app] = (await speakThere('GET', '/settings/apps')).json().data
  assert.deepEqual([app.name, app.host, app.scopes], ['Planner', 'agenda.example.com', ['tickets.read']])
  assert.equal((await speakThere('DELETE', `/settings/apps/${app.id}`)).statusCode, 204)
  assert.deepEqual((await speakThere('GET', '/settings/apps')).json().data, [])
  assert.equal((await speakThere('DELETE', `/settings/apps/${app.id}`)).statusCode, 404)
})

test('Mollie is asked before its key is kept, tested at will, and disconnected', async () => {
  const connection = async () => (await speak('GET', '/settings/connections')).json().payments
  assert.equal((await connection()).provider, 'sandbox')
  const connect = (apiKey: string) => speak('PUT', '/settings/connections/payments', { apiKey })
  const wrong = await connect('test_wrong')
  assert.deepEqual([wrong.statusCode, wrong.json().field], [422, 'apiKey'])
  assert.match(wrong.json().message, /^Mollie did not accept the API key/)
  assert.equal((await connect('nonsense')).statusCode, 422)
  services.mollie.misbehave([503, 503, 503].map((status) => ({ kind: 'status', status })))
  const away = await connect(services.mollie.apiKey)
  assert.equal(away.statusCode, 503)
  assert.match(away.json().message, /Nothing was changed\.$/)
  assert.equal((await connection()).provider, 'sandbox')
  assert.equal((await connect(services.mollie.apiKey)).statusCode, 204)
  const answer = await speak('GET', '/settings/connections')
  assert.equal(answer.json().payments.provider, 'mollie')
  assert.doesNotMatch(answer.body, new RegExp(services.mollie.apiKey))
  const check = async () => (await speak('POST', '/settings/connections/payments/test')).json()
  const works = await check()
  assert.deepEqual([works.outcome, works.live, works.methods], ['works', false, ['iDEAL']])
  services.mollie.misbehave([{ kind: 'status', status: 401, detail: 'gone' }])
  assert.equal((await check()).outcome, 'unauthorized')
  assert.equal((await speak('DELETE', '/settings/connections/payments')).statusCode, 204)
  assert.equal((await connection()).provider, 'sandbox')
  assert.deepEqual((await check()).methods, ['Test bank'])
})

test('Moneybird is asked before its token is kept; what failed is shown and tried again', async () => {
  const connect = (token: string, administrationId = '123') =>
    speak('PUT', '/settings/connections/bookkeeping', { administrationId, token })
  const refused = await connect('wrong')
  assert.deepEqual([refused.statusCode, refused.json().field], [422, 'token'])
  const elsewhere = await connect(services.moneybird.token, '999')
  assert.match(elsewhere.json().message, /does not open the administration 999/)
  assert.equal(
    (await speak('POST', '/settings/connections/bookkeeping/test')).json().outcome,
    'not_connected',
  )
  assert.equal((await connect(services.moneybird.token)).statusCode, 204)
  const checked = (await speak('POST', '/settings/connections/bookkeeping/test')).json()
  assert.deepEqual([checked.outcome, checked.administration], ['works', 'Parkietje B.V.'])
  const { invoice } = await anInvoice(tenant)
  await running.app.inject({
    method: 'PATCH',
    url: `/v1/customer-invoices/${(await anInvoice(tenant)).v1}`,
    headers: { authorization: tenant.bearer },
    payload: { paidAt: '2026-11-20' },
  })
  await running.database.sql`
    update bookkeeping_updates set state = 'failed', attempts = 25, last_error = 'no such invoice'
     where company_id = ${tenant.company.companyId}`
  const { bookkeeping } = (await speak('GET', '/settings/connections')).json()
  assert.deepEqual([bookkeeping.administrationId, bookkeeping.pending, bookkeeping.failed], ['123', 0, 1])
  const [update] = (await speak('GET', '/settings/connections/bookkeeping/updates')).json().data
  assert.deepEqual([update.state, update.lastError, update.amount], ['failed', 'no such invoice', '90.00'])
  assert.notEqual(update.invoiceId, invoice.id)
  assert.deepEqual((await speak('POST', '/settings/connections/bookkeeping/retry')).json(), { payments: 1 })
  assert.equal((await speak('GET', '/settings/connections')).json().bookkeeping.pending, 1)
  assert.equal((await speak('DELETE', '/settings/connections/bookkeeping')).statusCode, 204)
  assert.equal((await speak('GET', '/settings/connections')).json().bookkeeping, null)
  assert.deepEqual((await speak('POST', '/settings/connections/bookkeeping/retry')).json(), { payments: 0 })
})

test('MessageBird is asked before its key is kept', async () => {
  const connect = (accessKey: string, originator = 'Club') =>
    speak('PUT', '/settings/connections/sms', { accessKey, originator })
  assert.equal((await connect('wrong')).json().field, 'accessKey')
  assert.equal((await connect(MESSAGEBIRD_KEY, 'far too long a name')).statusCode, 422)
  assert.equal((await connect(MESSAGEBIRD_KEY)).statusCode, 204)
  const { outcome, balance } = (await speak('POST', '/settings/connections/sms/test')).json()
  assert.deepEqual([outcome, balance], ['works', '12.5 euros'])
  assert.equal((await speak('GET', '/settings/connections')).json().sms.originator, 'Club')
  assert.equal((await speak('DELETE', '/settings/connections/sms')).statusCode, 204)
  assert.equal((await speak('POST', '/settings/connections/sms/test')).json().outcome, 'not_connected')
})

test('a test mail goes to whoever asks, and tells what the mail server said', async () => {
  const owner = await aColleague(tenant)
  const ask = speakerOf(running.app, owner)
  const mail = (await ask('POST', '/settings/connections/mail/test')).json()
  assert.deepEqual([mail.to, mail.state], [owner.email, 'pending'])
  await running.database.sql`
    update mails set state = 'failed', last_error = 'mailbox full', attempts = 3 where to_address = ${owner.email}`
  const seen = (await ask('GET', `/settings/connections/mail/test/${mail.id}`)).json()
  assert.deepEqual([seen.state, seen.lastError, seen.attempts], ['failed', 'mailbox full', 3])
  const stranger = speakerOf(running.app, await aColleague(await running.tenant()))
  assert.equal((await stranger('GET', `/settings/connections/mail/test/${mail.id}`)).statusCode, 404)
})
