import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { startTestApp, type Tenant, type TestApp } from '../../../../test/support/app.ts'
import { aDraft } from '../../../../test/support/builders.ts'
import { aColleague, speakerOf, type Staff } from '../../../../test/support/staff.ts'
import { createBatch } from '../../../domain/batches/create-batch.ts'
import { transmitBatch } from '../../../domain/batches/transmit-batch.ts'
import { pauseCollection } from '../../../domain/collection/pause-collection.ts'
import { runBulk } from '../../../domain/invoice-bulks/run-bulk.ts'
import type { Db } from '../../../kernel/context.ts'
import { decodeId, encodeId } from '../ids.ts'

let running: TestApp
let tenant: Tenant
let treasurer: Staff
let speak: ReturnType<typeof speakerOf>
before(async () => {
  running = await startTestApp()
  tenant = await running.tenant()
  treasurer = await aColleague(tenant, 'treasurer')
  speak = speakerOf(running.app, treasurer)
})
after(() => running.close())

/** A transmitted import with so many invoices of its own. */
async function someInvoices(count: number): Promise<{ importId: string; ids: string[] }> {
  const { id: batchId } = await createBatch(tenant.ctx(), 'Fees', 0)
  const ids: string[] = []
  for (let i = 0; i < count; i += 1) ids.push((await aDraft(tenant, batchId)).id)
  await transmitBatch(tenant.ctx(), batchId)
  return { importId: encodeId('import', batchId), ids }
}

async function start(body: object): Promise<string> {
  const answer = await speak('POST', '/invoice-bulks', body)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().id
}

const work = (id: string, db: Db = running.database.sql) =>
  runBulk(
    { sql: db, clock: running.clock },
    { companyId: tenant.company.companyId, bulkId: decodeId('bulk', id)! },
  )

const progress = async (id: string) => {
  const { state, total, done, failed } = (await speak('GET', `/invoice-bulks/${id}`)).json()
  return { state, total, done, failed }
}

const invoice = async (id: string) => (await speak('GET', `/invoices/${encodeId('invoice', id)}`)).json()
const named = (ids: string[]) => ids.map((id) => encodeId('invoice', id))

test('all that fit are paused, what was paused already says so, and the progress is true', async () => {
  const { importId, ids } = await someInvoices(4)
  await pauseCollection(tenant.ctx(), ids[1]!, 'Before')
  const body = { action: 'pause', filter: { importId }, expected: 4, reason: 'The board decides' }
  const changed = await speak('POST', '/invoice-bulks', { ...body, expected: 3 })
  assert.equal(changed.statusCode, 409, changed.body)
  const id = await start(body)
  assert.deepEqual(await progress(id), { state: 'running', total: 4, done: 0, failed: 0 })
  await work(id)
  assert.deepEqual(await progress(id), { state: 'done', total: 4, done: 3, failed: 1 })
  const { data } = (await speak('GET', `/invoice-bulks/${id}/failures`)).json()
  assert.deepEqual(
    data.map(({ invoiceId, reason }: Record<string, string>) => [invoiceId, reason]),
    [[encodeId('invoice', ids[1]!), 'collection_already_paused']],
  )
  assert.equal((await invoice(ids[0]!)).collection.holds[0].reason, 'The board decides')
  assert.equal((await speak('POST', `/invoice-bulks/${id}/cancel`)).statusCode, 409)
  assert.equal((await speak('GET', '/invoice-bulks')).json().data[0].id, id)
  const resumed = await start({ action: 'resume', invoiceIds: named(ids) })
  await work(resumed)
  assert.deepEqual(await progress(resumed), { state: 'done', total: 4, done: 4, failed: 0 })
})

test('crediting, writing and paying do what they do to one invoice', async () => {
  const { ids } = await someInvoices(3)
  const [credited, written, paid] = ids as [string, string, string]
  const todo: [string, object][] = [
    [credited, { action: 'retract', creditNotePrefix: 'C-', description: 'Canceled', reason: 'Rain' }],
    [written, { action: 'message', message: '<p>See <script>x</script>you</p>' }],
    [paid, { action: 'pay', method: 'cash', paidAt: '2026-11-20', note: 'At the bar' }],
  ]
  for (const [id, body] of todo) await work(await start({ ...body, invoiceIds: named([id]) }))
  const [one, two, three] = [await invoice(credited), await invoice(written), await invoice(paid)]
  assert.deepEqual([one.state, one.retractionReason, one.outstanding], ['retracted', 'Rain', '0.00'])
  assert.equal(two.conversation[0].message, 'See you')
  assert.deepEqual([three.state, three.lines[1].description], ['paid', 'At the bar'])
  const events = (await speak('GET', `/invoices/${encodeId('invoice', paid)}/timeline`)).json().data
  assert.deepEqual(events.at(-1).by, { kind: 'user', name: treasurer.name })
})

test('whatever breaks off, however many work on it: each invoice is paid once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 6 }),
      fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 }),
      async (count, breaks) => {
        const { ids } = await someInvoices(count)
        const id = await start({
          action: 'pay',
          method: 'cash',
          paidAt: '2026-11-20',
          invoiceIds: named(ids),
        })
        // Each worker loses its connection at one of its statements; the last does not.
        await Promise.all(breaks.map((at) => work(id, breaking(running.database.sql, at)).catch(() => {})))
        await work(id)
        assert.deepEqual(await progress(id), { state: 'done', total: count, done: count, failed: 0 })
        await work(id)
        for (const one of ids) {
          const { lines, outstanding } = await invoice(one)
          assert.deepEqual([lines.length, outstanding], [2, '0.00'])
        }
      },
    ),
    { numRuns: 15 },
  )
})

/** A pool whose transaction number `at` is lost just before it would commit. */
function breaking(sql: Db, at: number): Db {
  let begun = 0
  let lost = false
  return new Proxy(sql, {
    apply(target, self, args) {
      if (lost) throw new Error('connection lost')
      return Reflect.apply(target, self, args) as unknown
    },
    get(target, name) {
      if (name !== 'begin') return Reflect.get(target, name) as unknown
      return (change: (tx: unknown) => Promise<unknown>) =>
        target.begin(async (tx) => {
          if (lost) throw new Error('connection lost')
          const result = await change(tx)
          begun += 1
          if (begun < at) return result
          lost = true
          throw new Error('connection lost')
        })
    },
  })
}

test('what fails by a fault of ours is tried again, and not for ever', async () => {
  const { ids } = await someInvoices(2)
  const id = await start({ action: 'pause', invoiceIds: named(ids), reason: 'Wait' })
  const { sql } = running.database
  await sql`alter table collection_holds add constraint refused check (invoice_id <> ${sql.unsafe(`'${ids[0]!}'`)}) not valid`
  try {
    await work(id)
  } finally {
    await sql`alter table collection_holds drop constraint refused`
  }
  assert.deepEqual(await progress(id), { state: 'done', total: 2, done: 1, failed: 1 })
  assert.equal((await speak('GET', `/invoice-bulks/${id}/failures`)).json().data[0].reason, 'internal')
})

test('once canceled nothing more is done, and who lost the right does no more', async () => {
  const { ids } = await someInvoices(3)
  const id = await start({ action: 'pause', invoiceIds: named(ids), reason: 'Wait' })
  assert.equal((await speak('POST', `/invoice-bulks/${id}/cancel`)).json().state, 'canceled')
  await work(id)
  assert.deepEqual(await progress(id), { state: 'canceled', total: 3, done: 0, failed: 0 })

  const leaving = await aColleague(tenant, 'treasurer')
  const answer = await speakerOf(running.app, leaving)('POST', '/invoice-bulks', {
    action: 'pause',
    invoiceIds: named(ids),
    reason: 'Wait',
  })
  await running.database.sql`update memberships set role = 'read_only' where user_id = ${leaving.userId}`
  await work(answer.json().id)
  assert.deepEqual(await progress(answer.json().id), { state: 'done', total: 3, done: 0, failed: 3 })
})

test('what cannot be is refused at the field, and nothing begins', async () => {
  const { ids } = await someInvoices(1)
  const other = await running.tenant()
  const foreign = await aDraft(other, (await createBatch(other.ctx(), null, 0)).id)
  const invoiceIds = named(ids)
  const known = (await speak('GET', '/invoice-bulks')).json().data.length
  for (const [body, field] of [
    [{ action: 'pause', invoiceIds }, 'reason'],
    [{ action: 'pause', invoiceIds, reason: ' ' }, 'reason'],
    [{ action: 'pause', reason: 'x' }, 'filter'],
    [{ action: 'pause', filter: {}, reason: 'x' }, 'expected'],
    [{ action: 'pause', filter: { dueFrom: '2026-02-31' }, expected: 1, reason: 'x' }, 'dueFrom'],
    [{ action: 'pay', invoiceIds, method: 'cash', paidAt: '2027-01-01' }, 'paidAt'],
    [{ action: 'retract', invoiceIds, creditNotePrefix: 'C', description: ' ' }, 'description'],
    [{ action: 'message', invoiceIds, message: '' }, 'message'],
    [{ action: 'resume', invoiceIds: [encodeId('invoice', foreign.id)] }, 'invoiceIds'],
  ] as const) {
    const refused = await speak('POST', '/invoice-bulks', body)
    assert.deepEqual([refused.statusCode, refused.json().field], [422, field], refused.body)
  }
  const support = speakerOf(running.app, await aColleague(tenant, 'support'))
  assert.equal((await support('POST', '/invoice-bulks', { action: 'resume', invoiceIds })).statusCode, 403)
  const may = await support('POST', '/invoice-bulks', { action: 'message', invoiceIds, message: 'Hi' })
  assert.equal(may.statusCode, 200)
  assert.equal((await speak('GET', '/invoice-bulks')).json().data.length, known + 1)
})
