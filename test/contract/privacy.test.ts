import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { startWorker, type Worker } from '../../server/jobs/worker.ts'
import { sweepExports } from '../../server/domain/privacy/sweep-exports.ts'
import { startTestApp, testVault, type Tenant, type TestApp } from '../support/app.ts'
import { aCustomer, anInvoice } from '../support/builders.ts'
import { aPerson } from '../support/person.ts'
import { aColleague, speakerOf } from '../support/staff.ts'
import { filesOfZip } from '../support/zip.ts'
import { encodeId } from '../../server/api/portal/ids.ts'

let running: TestApp
let worker: Worker
let tenant: Tenant
let speak: ReturnType<typeof speakerOf>
before(async () => {
  running = await startTestApp()
  const { database, storage, payments, clock } = running
  worker = await startWorker(database.url, {
    sql: database.sql,
    vault: testVault,
    storage,
    payments,
    clock,
    log: pino({ level: 'fatal' }),
    counted: () => {},
  })
  tenant = await running.tenant()
  speak = speakerOf(running.app, await aColleague(tenant))
})
after(async () => {
  await worker.stop()
  await running.close()
})

const jo = {
  name: 'Jo van der Veen',
  email: 'jo@mail.example',
  phone: '0612345678',
  iban: 'NL91ABNA0417164300',
  address: 'Zonnelaan 12a',
  zipCode: '3511XD',
}

async function untilOver(id: string) {
  for (let i = 0; i < 200; i += 1) {
    const request = (await speak('GET', `/privacy/requests/${id}`)).json()
    if (request.state !== 'running') return request
    await sleep(100)
  }
  throw new Error('the request does not end')
}

test('everything about a person comes as one ZIP, without a secret, by a link that expires', async () => {
  const person = await aPerson(running, tenant, jo)
  const stranger = await aCustomer(tenant)
  const asked = await speak('POST', '/privacy/exports', { customerId: encodeId('customer', person.id) })
  assert.equal(asked.statusCode, 200, asked.body)
  const done = await untilOver(asked.json().id)
  assert.deepEqual([done.state, done.downloadable, done.stepsDone], ['done', true, done.steps])
  const { url } = (await speak('GET', `/privacy/requests/${done.id}/download`)).json()
  const path = new URL(url).pathname
  const zip = await running.app.inject({ method: 'GET', url: path })
  assert.equal(zip.statusCode, 200)
  const entries = filesOfZip(zip.rawPayload)
  const names = [...entries.keys()]
  for (const table of [
    'customers',
    'invoices',
    'invoice_lines',
    'ticket_messages',
    'mails',
    'events',
    'mandates',
  ])
    assert.ok(names.includes(`data/${table}.json`), `${table} in ${names.join()}`)
  for (const document of [/^documents\/.*passport/, /^documents\/.*Contract version_2\.pdf$/])
    assert.ok(
      names.some((name) => document.test(name)),
      names.join(),
    )
  const all = names
    .filter((name) => name.endsWith('.json'))
    .map((name) => entries.get(name)!.toString())
    .join()
  for (const mine of [jo.name, jo.email, jo.iban]) assert.ok(all.includes(mine), mine)
  assert.ok(!all.includes(stranger.email!))
  assert.doesNotMatch(all, /"[a-z_]*(token|hash|sealed)"/)
  running.clock.set(new Date(running.clock.now().getTime() + 6 * 60_000).toISOString())
  assert.equal((await running.app.inject({ method: 'GET', url: path })).statusCode, 404)
  const weekLater = new Date(running.clock.now().getTime() + 8 * 86_400_000)
  assert.equal(await sweepExports(running.database.sql, weekLater), 1)
  assert.equal((await speak('GET', `/privacy/requests/${done.id}/download`)).statusCode, 404)
  assert.equal((await untilOver(done.id)).downloadable, false)
})

test('what failed is tried again, from where it broke off, by one press; nothing else is', async () => {
  const { sql } = running.database
  const person = await aPerson(running, tenant, { ...jo, email: 'again@mail.example' })
  const customerId = encodeId('customer', person.id)
  const done = await untilOver((await speak('POST', '/privacy/exports', { customerId })).json().id)
  const retry = () => speak('POST', `/privacy/requests/${done.id}/retry`)
  assert.equal((await retry()).statusCode, 409, 'what is done is done')
  const fail = () =>
    sql`update privacy_requests set state = 'failed', error = 'It failed.', document_id = null where customer_id = ${person.id}`
  await fail()
  const again = await Promise.all([retry(), retry()])
  assert.ok(again.some(({ statusCode }) => statusCode === 200))
  const over = await untilOver(done.id)
  assert.deepEqual([over.state, over.downloadable, over.error], ['done', true, null])
  await fail()
  await sql`
    insert into privacy_requests (company_id, id, kind, customer_id, state, created_at)
    values (${tenant.company.companyId}, gen_random_uuid(), 'export', ${person.id}, 'running', now())`
  assert.equal((await retry()).statusCode, 409, 'the same is under way')
  const { data } = (await speak('GET', '/audit?type=privacy.retried')).json()
  assert.ok(data.length > 0)
})

test('its list has the sessions of their own page, and what is kept because it was signed or printed', async () => {
  const company = await running.tenant()
  const say = speakerOf(running.app, await aColleague(company))
  const person = await aPerson(running, company, { ...jo, email: 'list@mail.example' })
  // As the job does that waits for all who sign.
  await running.database.sql.begin(async (sql) => {
    await sql`set local session_replication_role = replica`
    await sql`
      update agreement_documents set sealed_document_id = document_id where company_id = ${company.company.companyId}`
  })
  const { items } = (
    await say('GET', `/privacy/customers/${encodeId('customer', person.id)}/erasure`)
  ).json() as { items: { kind: string; fate: string; reason: string | null }[] }
  const of = (kind: string) => {
    const item = items.find((one) => one.kind === kind)
    return item && [item.fate, item.reason]
  }
  assert.deepEqual(of('own_page'), ['erased', null])
  assert.deepEqual(of('sealed_agreements'), ['kept', 'contract'])
  // Letters that were printed are kept with the books; where none was, none is listed.
  const [{ printed }] = await running.database.sql<[{ printed: number }]>`
    select count(*)::integer as printed from collection_messages m join letter_runs r on r.id = m.letter_run_id
     where m.company_id = ${company.company.companyId} and r.document_id is not null`
  assert.deepEqual(of('letters'), printed > 0 ? ['kept', 'tax_law'] : undefined)
})

test('an erasure says what it will do, is typed to be sure, and is done to the last step', async () => {
  const company = await running.tenant()
  speak = speakerOf(running.app, await aColleague(company))
  const person = await aPerson(running, company, { ...jo, email: 'other@mail.example' })
  const customerId = encodeId('customer', person.id)
  const weighed = (await speak('GET', `/privacy/customers/${customerId}/erasure`)).json()
  assert.deepEqual([weighed.name, weighed.erased, weighed.obstacles], [jo.name, false, []])
  const fates = Object.fromEntries(
    weighed.items.map((item: { kind: string; fate: string }) => [item.kind, item.fate]),
  )
  assert.equal(fates.invoices, 'pseudonymised')
  assert.equal(fates.conversations, 'erased')
  assert.equal(fates.invoice_documents, 'kept')
  const wrong = await speak('POST', '/privacy/erasures', { customerId, confirm: 'Jo' })
  assert.deepEqual([wrong.statusCode, wrong.json().field], [422, 'confirm'])
  const erase = () => speak('POST', '/privacy/erasures', { customerId, confirm: jo.name })
  const both = await Promise.all([erase(), erase()])
  assert.deepEqual(both.map(({ statusCode }) => statusCode).sort(), [200, 409])
  const done = await untilOver(both.find(({ statusCode }) => statusCode === 200)!.json().id)
  assert.deepEqual([done.state, done.items], ['done', weighed.items])
  assert.match(done.customerName, /^Erased person /)
  assert.equal((await erase()).statusCode, 409)
  const shown = (await speak('GET', `/v1/customers/${customerId}`)).json()
  assert.doesNotMatch(JSON.stringify(shown), /Jo van|mail\.example/)
  const { data } = (await speak('GET', '/privacy/requests?kind=erasure')).json()
  assert.deepEqual(
    data.map(({ id }: { id: string }) => id),
    [done.id],
  )
})

test('who still owes something is not erased, and nothing is', async () => {
  const { invoice } = await anInvoice(tenant)
  speak = speakerOf(running.app, await aColleague(tenant))
  const customerId = encodeId('customer', invoice.customerId)
  const { name, obstacles } = (await speak('GET', `/privacy/customers/${customerId}/erasure`)).json()
  assert.deepEqual(obstacles, [{ kind: 'open_invoices', count: 1 }])
  const refused = await speak('POST', '/privacy/erasures', { customerId, confirm: name })
  assert.equal(refused.statusCode, 409)
  const shown = (await speak('GET', `/v1/customers/${customerId}`)).json()
  assert.equal(shown.name ?? shown.companyName, name, JSON.stringify(shown))
})

test('another company’s customer or request is answered like one that is not there', async () => {
  const stranger = speakerOf(running.app, await aColleague(await running.tenant()))
  const customerId = encodeId('customer', (await aCustomer(tenant)).id)
  const none = `cst_${'0'.repeat(26)}`
  for (const [method, path] of [
    ['POST', '/privacy/exports'],
    ['POST', '/privacy/erasures'],
  ] as const) {
    const [foreign, missing] = [
      await stranger(method, path, { customerId, confirm: 'x' }),
      await stranger(method, path, { customerId: none, confirm: 'x' }),
    ]
    assert.equal(foreign.statusCode, 404)
    assert.equal(foreign.body, missing.body)
  }
  assert.equal((await stranger('GET', `/privacy/customers/${customerId}/erasure`)).statusCode, 404)
  const { id } = (await speak('POST', '/privacy/exports', { customerId })).json()
  assert.equal((await stranger('GET', `/privacy/requests/${id}`)).statusCode, 404)
  assert.equal((await stranger('GET', `/privacy/requests/${id}/download`)).statusCode, 404)
})
