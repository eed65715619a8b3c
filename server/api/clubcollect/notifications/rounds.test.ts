import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { startTestApp, testVault, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { aDraft, anInvoice, anOpenImport, aTicket } from '../../../../test/support/builders.ts'
import { anEndpoint, notificationDeps, owedTo, told } from '../../../../test/support/notifications.ts'
import { startReceiver, type Receiver } from '../../../../test/support/receiver.ts'
import { createPartner, createPartnerKey, grantPartner } from '../../../domain/access/partner.ts'
import { deleteBatch } from '../../../domain/batches/delete-batch.ts'
import { transmitBatch } from '../../../domain/batches/transmit-batch.ts'
import { changeInvoice } from '../../../domain/invoices/change-invoice.ts'
import { creditAndRetract } from '../../../domain/invoices/credit-and-retract.ts'
import { insertPayment } from '../../../domain/payments/insert-payment.ts'
import { openCheckout } from '../../../domain/payments/open-checkout.ts'
import { syncPayment } from '../../../domain/payments/sync-payment.ts'
import { removeEndpoint, setEndpoint } from '../../../domain/notifications/endpoint.ts'
import { listRequests } from '../../../domain/notifications/request-log.ts'
import { beginRounds, runRound } from '../../../domain/notifications/run-round.ts'
import { archiveConversation } from '../../../domain/tickets/archive-conversation.ts'
import { decodeId } from '../ids.ts'

let running: TestApp
let receiver: Receiver
before(async () => {
  running = await startTestApp()
  receiver = await startReceiver()
})
after(async () => {
  await receiver.close()
  await running.close()
})

let paths = 0
/** A tenant whose partner is told at a path of its own; a partner that acts for two companies is one partner. */
async function aToldTenant(options = {}): Promise<{ tenant: Tenant; path: string }> {
  const tenant = await running.tenant()
  const path = `/n${++paths}`
  await anEndpoint(running, tenant, receiver, path, options)
  return { tenant, path }
}
const round = ({ partnerId }: Tenant) => runRound(notificationDeps(running), partnerId)
const retraction = { creditNoteNumber: 'C', description: 'd', reason: null, showReasonToCustomer: false }

test('a round has the documented body, signed; once confirmed it is not repeated', async () => {
  const { tenant, path } = await aToldTenant()
  const invoice = await anInvoice(tenant)
  const batch = await anOpenImport(tenant)
  assert.deepEqual(await round(tenant), { confirmed: 3, complete: true })
  const [request] = await receiver.until(path, 1)
  const { import_ids, ...body } = JSON.parse(request!.body) as { import_ids: string[] }
  assert.deepEqual(body, { api_key: tenant.apiKey.slice(7), invoice_ids: [invoice.v2] })
  // The month's batch was made with the invoice.
  assert.ok(import_ids.includes(batch) && import_ids.length === 2)
  assert.equal(request!.headers['content-type'], 'application/json')
  const mac = createHmac('sha256', tenant.apiKey.slice(7)).update(request!.body).digest('hex')
  assert.equal(request!.headers['x-balie-signature'], `sha256=${mac}`)
  assert.deepEqual(await round(tenant), { confirmed: 0, complete: true })
  assert.equal(told(receiver, path).length, 1)
})

test('the key stays out of the body where the partner wants that; the signature is there', async () => {
  const { tenant, path } = await aToldTenant({ withApiKey: false })
  await anInvoice(tenant)
  await round(tenant)
  const [request] = await receiver.until(path, 1)
  assert.equal(request!.body.includes(tenant.apiKey.slice(7)), false)
  assert.match(request!.headers['x-balie-signature']!, /^sha256=[0-9a-f]{64}$/)
})

test('every change of an invoice is one: payments, credits, contact data, tickets, deletion', async () => {
  const { tenant, path } = await aToldTenant()
  const batch = await anOpenImport(tenant)
  const draft = await aDraft(tenant, decodeId(batch)!.id)
  const { invoice, v2 } = await aTicket(tenant, 'unanswered')
  await round(tenant)
  const changes: [string, () => Promise<unknown>, 'invoice_ids' | 'import_ids', string[]][] = [
    ['ticket', () => archiveConversation(tenant.ctx(), invoice.id), 'invoice_ids', [v2]],
    ['contact', () => changeInvoice(tenant.ctx(), invoice.id, (head) => head), 'invoice_ids', [v2]],
    ['part of the amount paid', () => payPart(tenant, invoice.id), 'invoice_ids', [v2]],
    ['retraction', () => creditAndRetract(tenant.ctx(), invoice.id, retraction), 'invoice_ids', [v2]],
    ['transmission', () => transmitBatch(tenant.ctx(), decodeId(batch)!.id), 'import_ids', [batch]],
  ]
  for (const [about, change, field, ids] of changes) {
    await change()
    await round(tenant)
    assert.deepEqual(told(receiver, path).at(-1)![field], ids, about)
  }
  const another = await anOpenImport(tenant)
  await deleteBatch(tenant.ctx(), decodeId(another)!.id)
  await round(tenant)
  assert.deepEqual(told(receiver, path).at(-1)!.import_ids, [another])
  assert.ok(draft.id)
})

async function payPart(tenant: Tenant, id: string): Promise<void> {
  const { id: payment } = await insertPayment(tenant.ctx(), tenant.payments, {
    subject: { kind: 'invoice', id },
    amountCents: 100,
    description: 'part',
  })
  const { checkoutUrl } = await openCheckout(tenant.ctx(), tenant.payments, payment)
  await running.app.inject({
    method: 'POST',
    url: checkoutUrl!.replace('https://balie.example', ''),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'outcome=pay',
  })
  await syncPayment(tenant.ctx(), tenant.payments, payment)
}

test('changes that are none of an invoice or import are not told', async () => {
  const { tenant } = await aToldTenant()
  await tenant.ctx().sql`
    insert into events (company_id, id, type, subject_id, actor, at)
    select ${tenant.company.companyId}, gen_random_uuid(), t, gen_random_uuid(), 'system:test', now()
      from unnest(array['customer.created', 'payment.created', 'ticket.created', 'file.created', 'payments.connected']) t`
  assert.equal(await owedTo(running, tenant), 0)
})

test('a request holds at most 500 ids, and each once', async () => {
  const { tenant, path } = await aToldTenant()
  const { companyId } = tenant.company
  await running.database.sql`
    insert into events (company_id, id, type, subject_id, actor, at)
    select ${companyId}, gen_random_uuid(), case when n <= 1100 then 'invoice.created' else 'batch.changed' end, id,
           'system:test', now()
      from (select n, gen_random_uuid() as id from generate_series(1, 1234) n) s, generate_series(1, 3)`
  assert.deepEqual(await round(tenant), { confirmed: 1234, complete: true })
  const requests = told(receiver, path)
  assert.deepEqual(
    requests.map(({ invoice_ids, import_ids }) => invoice_ids.length + import_ids.length),
    [500, 500, 234],
  )
  const ids = requests.flatMap(({ invoice_ids, import_ids }) => [...invoice_ids, ...import_ids])
  assert.equal(new Set(ids).size, 1234)
  assert.equal(await owedTo(running, tenant), 0)
})

for (const [about, status] of [
  ['201', 201],
  ['204', 204],
  ['a redirect', 302],
  ['a refusal', 400],
  ['a failure', 500],
] as const)
  test(`${about} does not confirm: the next round has it again, with what came meanwhile`, async () => {
    const { tenant, path } = await aToldTenant()
    receiver.on(
      path,
      (_request, response) => void response.writeHead(status, { location: '/elsewhere' }).end(),
    )
    const first = await anInvoice(tenant)
    assert.deepEqual(await round(tenant), { confirmed: 0, complete: false })
    const second = await anInvoice(tenant)
    receiver.on(path, (_request, response) => void response.writeHead(200).end('whatever'))
    await round(tenant)
    assert.deepEqual(told(receiver, path).at(-1)!.invoice_ids, [first.v2, second.v2])
    assert.equal(await owedTo(running, tenant), 0)
    assert.equal(told(receiver, '/elsewhere').length, 0)
  })

test('an endpoint that does not answer within ten seconds has not confirmed, and is asked once a round', async () => {
  const { tenant, path } = await aToldTenant()
  receiver.on(path, () => {})
  await running.database.sql`
    insert into events (company_id, id, type, subject_id, actor, at)
    select ${tenant.company.companyId}, gen_random_uuid(), 'invoice.created', gen_random_uuid(), 'system:test', now()
      from generate_series(1, 1200)`
  const began = performance.now()
  assert.deepEqual(await round(tenant), { confirmed: 0, complete: false })
  const seconds = (performance.now() - began) / 1000
  assert.ok(seconds > 9.5 && seconds < 13, `${seconds} s`)
  assert.equal(told(receiver, path).length, 1)
  const [request] = await listRequests(running.database.sql, tenant.partnerId, 10)
  assert.equal(request!.status, null)
  assert.match(request!.error!, /did not answer in time/)
  assert.equal(await owedTo(running, tenant), 1200)
})

test('what is committed while a round is under way is told by the next, also under a lower number', async () => {
  const { tenant, path } = await aToldTenant()
  const { sql } = running.database
  const { invoice, v2 } = await anInvoice(tenant)
  let commit = () => {}
  const committed = new Promise<void>((resolve) => (commit = resolve))
  const late = sql.begin(async (tx) => {
    await tx`
      insert into events (company_id, id, type, subject_id, actor, at)
      values (${tenant.company.companyId}, gen_random_uuid(), 'invoice.paid', ${invoice.id}, 'system:test', now())`
    await committed
  })
  await sleep(200)
  await archiveAfterAsking(tenant, invoice)
  receiver.on(path, (_request, response) => {
    commit()
    void late.then(() => response.writeHead(200).end())
  })
  await round(tenant)
  assert.equal(await owedTo(running, tenant), 1)
  receiver.on(path, (_request, response) => void response.writeHead(200).end())
  await round(tenant)
  assert.deepEqual(
    told(receiver, path).map(({ invoice_ids }) => invoice_ids),
    [[v2], [v2]],
  )
})

const archiveAfterAsking = (tenant: Tenant, { id }: { id: string }) => tenant.ctx().sql`
  insert into events (company_id, id, type, subject_id, actor, at)
  values (${tenant.company.companyId}, gen_random_uuid(), 'invoice.credited', ${id}, 'system:test', now())`

test('one partner of two companies gets one round; two partners of one company each their own', async () => {
  const { tenant, path } = await aToldTenant()
  const second = await running.tenant()
  await grantPartner(second.ctx(), tenant.partnerId)
  const other = { ...second, partnerId: await createPartner(running.database.sql, new Date(), 'Other') }
  await createPartnerKey(running.database.sql, testVault, new Date(), other.partnerId, 'k')
  await grantPartner(second.ctx(), other.partnerId)
  await anEndpoint(running, other, receiver, '/other')
  const [a, b] = [await anInvoice(tenant), await anInvoice(second)]
  const known = await owedTo(running, other)
  await round(tenant)
  assert.deepEqual(told(receiver, path)[0]!.invoice_ids, [a.v2, b.v2])
  assert.equal(await owedTo(running, other), known)
  await round(other)
  assert.deepEqual(told(receiver, '/other')[0]!.invoice_ids, [b.v2])
})

test('a partner without an endpoint is owed nothing, and empty rounds are not begun', async () => {
  const silent = await running.tenant()
  await anInvoice(silent)
  assert.equal(await owedTo(running, silent), 0)
  assert.equal(await round(silent), undefined)
  await running.database.sql`delete from partner_changes`
  assert.equal(await beginRounds(running.database.sql), 0)
  const { tenant } = await aToldTenant()
  await anInvoice(tenant)
  assert.equal(await beginRounds(running.database.sql), 1)
  assert.ok(await removeEndpoint(running.database.sql, tenant.partnerId))
  assert.equal(await owedTo(running, tenant), 0)
})

test('a private address is not reached, and the log says why', async () => {
  const { tenant, path } = await aToldTenant()
  await anInvoice(tenant)
  const outcome = await runRound(notificationDeps(running, { allowPrivate: false }), tenant.partnerId)
  assert.deepEqual(outcome, { confirmed: 0, complete: false })
  assert.equal(told(receiver, path).length, 0)
  const [request] = await listRequests(running.database.sql, tenant.partnerId, 1)
  assert.match(request!.error!, /public internet/)
})

test('without a key that can sign an endpoint is refused, and a round says so in the log', async () => {
  const { tenant } = await aToldTenant()
  const { sql } = running.database
  await anInvoice(tenant)
  await sql`update partner_keys set sealed = null where partner_id = ${tenant.partnerId}`
  assert.deepEqual(await round(tenant), { confirmed: 0, complete: false })
  const [request] = await listRequests(sql, tenant.partnerId, 1)
  assert.match(request!.error!, /balie keys create --partner/)
  const endpoint = { url: 'https://partner.example/', realtime: false, withApiKey: true }
  await assert.rejects(
    setEndpoint(sql, testVault, new Date(), tenant.partnerId, endpoint),
    /keys create --partner/,
  )
  for (const url of [
    'javascript:alert(1)',
    'ftp://a/',
    'https://u:p@a/',
    'a',
    `https://a/${'x'.repeat(2000)}`,
  ])
    await assert.rejects(
      setEndpoint(sql, testVault, new Date(), tenant.partnerId, { ...endpoint, url }),
      /url must/,
      url,
    )
})
