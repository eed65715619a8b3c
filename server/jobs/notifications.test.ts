import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { startTestApp, type TestApp, type Tenant } from '../../test/support/app.ts'
import { anInvoice } from '../../test/support/builders.ts'
import {
  anEndpoint,
  notificationDeps,
  owedTo,
  startPartnerWorker,
  told,
  untilTold,
} from '../../test/support/notifications.ts'
import { startReceiver, type Receiver } from '../../test/support/receiver.ts'
import { aStart, payAt, REDIRECT_HOST, startUrl } from '../../test/support/signed-payments.ts'
import { addRedirectHost } from '../domain/access/redirect-hosts.ts'
import { findEndpoint } from '../domain/notifications/endpoint.ts'
import { beginRound, beginRounds, runRound } from '../domain/notifications/run-round.ts'
import { noteResult } from '../domain/partner-payments/note-result.ts'
import type { Outbound } from '../kernel/outbound.ts'
import { openOutbound } from '../providers/outbound/outbound.ts'
import type { Worker } from './worker.ts'

let running: TestApp
let receiver: Receiver
let outbound: Outbound
let workers: Worker[]
before(async () => {
  running = await startTestApp()
  receiver = await startReceiver()
  outbound = openOutbound({ allowPrivate: true })
  // Two, as two processes would have.
  workers = [await startPartnerWorker(running, outbound), await startPartnerWorker(running, outbound)]
})
after(async () => {
  for (const worker of workers) await worker.stop()
  await outbound.close()
  await receiver.close()
  await running.close()
})

let paths = 0
async function aToldTenant(options = {}): Promise<{ tenant: Tenant; path: string }> {
  const tenant = await running.tenant()
  await addRedirectHost(running.database.sql, new Date(), tenant.partnerId, REDIRECT_HOST)
  const path = `/w${++paths}`
  await anEndpoint(running, tenant, receiver, path, options)
  return { tenant, path }
}
const answer = (path: string, status: number) =>
  receiver.on(path, (_request, response) => void response.writeHead(status).end())
const bodies = (path: string) => told(receiver, path) as unknown as Record<string, string>[]

async function idle(): Promise<void> {
  for (;;) {
    const [{ jobs }] = await running.database.sql<[{ jobs: number }]>`
      select count(*) as jobs from graphile_worker.jobs
       where task_identifier in ('tell-partner', 'run-notification-round') and attempts < max_attempts`
    if (jobs === 0) return
    await sleep(20)
  }
}

test('in real-time mode a change of an invoice is told at once: one id, no imports; no round repeats it', async () => {
  const { tenant, path } = await aToldTenant({ realtime: true })
  const { v2 } = await anInvoice(tenant)
  await receiver.until(path, 1)
  await idle()
  assert.deepEqual(told(receiver, path), [
    { api_key: tenant.apiKey.slice(7), invoice_ids: [v2], import_ids: [] },
  ])
  // The month's batch waits for the round.
  assert.equal(await owedTo(running, tenant), 1)
  await runRound(notificationDeps(running), tenant.partnerId)
  assert.deepEqual(told(receiver, path)[1]!.invoice_ids, [])
  assert.equal(await owedTo(running, tenant), 0)
})

test('what real-time mode could not tell goes to the next round, and is not tried before', async () => {
  const { tenant, path } = await aToldTenant({ realtime: true })
  answer(path, 500)
  const first = await anInvoice(tenant)
  await receiver.until(path, 1)
  await idle()
  await sleep(300)
  assert.equal(told(receiver, path).length, 1)
  answer(path, 200)
  await beginRounds(running.database.sql)
  await untilTold(running, tenant)
  assert.deepEqual(told(receiver, path)[1]!.invoice_ids, [first.v2])
})

test('an endpoint that cannot be reached is left alone until a round reaches it', async () => {
  const { tenant, path } = await aToldTenant({ realtime: true })
  const { sql } = running.database
  receiver.on(path, (_request, response) => void response.destroy())
  await anInvoice(tenant)
  await receiver.until(path, 1)
  await idle()
  assert.ok((await findEndpoint(sql, tenant.partnerId))!.failingSince)
  for (let i = 0; i < 5; i++) await anInvoice(tenant)
  await idle()
  assert.equal(told(receiver, path).length, 1)
  answer(path, 200)
  assert.ok(await beginRound(sql, tenant.partnerId))
  await untilTold(running, tenant)
  await idle()
  assert.equal((await findEndpoint(sql, tenant.partnerId))!.failingSince, null)
  const { v2 } = await anInvoice(tenant)
  await receiver.until(path, 3)
  assert.deepEqual(told(receiver, path).at(-1)!.invoice_ids, [v2])
})

test('many rounds begun at once, by several processes, tell everything once, one request at a time', async () => {
  const { tenant, path } = await aToldTenant()
  receiver.on(path, (_request, response) => void setTimeout(() => response.writeHead(200).end(), 20))
  await running.database.sql`
    insert into events (company_id, id, type, subject_id, actor, at)
    select ${tenant.company.companyId}, gen_random_uuid(), 'invoice.created', gen_random_uuid(), 'system:test', now()
      from generate_series(1, 2600)`
  await Promise.all(Array.from({ length: 10 }, () => beginRounds(running.database.sql)))
  await untilTold(running, tenant)
  await idle()
  const ids = told(receiver, path).flatMap(({ invoice_ids }) => invoice_ids)
  assert.equal(ids.length, 2600)
  assert.equal(new Set(ids).size, 2600)
  assert.equal(receiver.mostAtOnce(path), 1)
})

test('a payment that ends is told at once, as documented; its invoice with the next round', async () => {
  const { tenant, path } = await aToldTenant()
  const made = await running.app.inject(
    startUrl(tenant, aStart(tenant, { payment_id: 'payment-0001', external_invoice_number: 'N-1' })),
  )
  await idle()
  // Its beginning is no news.
  assert.equal(bodies(path).length, 0)
  await payAt(running, String(made.headers.location), 'pay')
  await receiver.until(path, 1)
  await idle()
  const [{ invoice_id, ...body }] = bodies(path) as [Record<string, string>]
  assert.match(invoice_id!, /^[0-9a-f]{40}$/)
  assert.deepEqual(body, {
    api_key: tenant.apiKey.slice(7),
    company_id: tenant.companyId,
    external_invoice_number: 'N-1',
    payment_id: 'payment-0001',
    payment_method: 'ideal',
    payment_result: 'authorized',
  })
  await beginRounds(running.database.sql)
  await untilTold(running, tenant)
  assert.deepEqual(told(receiver, path).at(-1)!.invoice_ids, [invoice_id])
})

test('every result is told until it is confirmed, in order; after a failure by the next round', async () => {
  const { tenant, path } = await aToldTenant()
  const { sql } = running.database
  answer(path, 503)
  await running.app.inject(startUrl(tenant, aStart(tenant, { payment_id: 'payment-0001' })))
  const [{ id }] = await sql<[{ id: string }]>`
    select id from partner_payments where company_id = ${tenant.company.companyId}`
  assert.equal(await noteResult(tenant.ctx(), id, 'cancelled'), true)
  assert.equal(await noteResult(tenant.ctx(), id, 'cancelled'), false)
  assert.equal(await noteResult(tenant.ctx(), id, 'authorized'), true)
  await receiver.until(path, 1)
  await idle()
  const results = () => bodies(path).flatMap(({ payment_result }) => payment_result ?? [])
  assert.ok(results().length >= 1 && results().every((result) => result === 'cancelled'))
  answer(path, 200)
  receiver.received.length = 0
  await beginRounds(sql)
  await untilTold(running, tenant)
  await idle()
  assert.deepEqual(results(), ['cancelled', 'authorized'])
  await beginRounds(sql)
  await idle()
  assert.equal(results().length, 2)
})

test('a change that is taken back is told nobody', async () => {
  const { tenant, path } = await aToldTenant({ realtime: true })
  await assert.rejects(
    running.database.sql.begin(async (tx) => {
      await tx`
        insert into events (company_id, id, type, subject_id, actor, at)
        values (${tenant.company.companyId}, gen_random_uuid(), 'invoice.paid', gen_random_uuid(), 'system:test', now())`
      throw new Error('no')
    }),
  )
  await idle()
  assert.equal(await owedTo(running, tenant), 0)
  assert.equal(told(receiver, path).length, 0)
})
