import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, testVault, type TestApp, type Tenant } from '../../../test/support/app.ts'
import {
  aMember,
  aTransmittedBatch,
  collectAt,
  ctxAt,
  daysAfter,
  hoursAfter,
  messagesOf,
} from '../../../test/support/collection.ts'
import { bounceOf, complaintOf } from '../../../test/support/mail-reports.ts'
import { getCollection } from '../../domain/collection/get-collection.ts'
import { pauseCollection } from '../../domain/collection/pause-collection.ts'
import { resumeCollection } from '../../domain/collection/resume-collection.ts'
import { listTimeline } from '../../domain/invoices/list-timeline.ts'
import { MailError } from '../../domain/mails/delivery.ts'
import { listMails } from '../../domain/mails/list-mails.ts'
import { queueMail } from '../../domain/mails/queue-mail.ts'
import { reportSecret } from '../../domain/mails/report-address.ts'
import { sendMail } from '../../domain/mails/send-mail.ts'
import { newId } from '../../kernel/ids.ts'

let running: TestApp
let secret: string
before(async () => {
  running = await startTestApp()
  secret = await reportSecret({ sql: running.database.sql, vault: testVault, now: NOON })
})
after(() => running.close())

/** A Tuesday in Amsterdam, noon. */
const NOON = new Date('2026-03-03T11:00:00Z')
const sql = () => running.database.sql

const report = (raw: string | Buffer, { of = secret, type = 'message/rfc822' } = {}) =>
  running.app.inject({
    method: 'POST',
    url: `/webhooks/mail-reports/${of}`,
    headers: { 'content-type': type },
    payload: raw,
  })
const outcome = async (raw: string) => (await report(raw)).json().status

const send = (tenant: Tenant, mailId: string, now: Date, error?: MailError) =>
  sendMail(
    {
      sql: sql(),
      now,
      storage: running.storage,
      delivery: { domain: 'balie.example', deliver: async () => (error ? Promise.reject(error) : {}) },
    },
    { companyId: tenant.company.companyId, mailId },
  )

/** The mail of a transmitted invoice as it left: its id, Message-ID and invoice. */
async function aRequest(tenant: Tenant, settings: object = {}, recipient = aMember) {
  const { invoiceIds } = await aTransmittedBatch(tenant, 1, { now: NOON, settings, recipient })
  const invoiceId = invoiceIds[0]!
  await collectAt(sql(), NOON)
  const [mail] = await sql()<[{ id: string }]>`
    select id from mails where company_id = ${tenant.company.companyId} and about_id = ${invoiceId}`
  assert.equal(await send(tenant, mail.id, NOON), 'sent')
  const messageId = `<${mail.id}.${tenant.company.companyId}@balie.example>`
  return { invoiceId, mailId: mail.id, messageId, bounce: bounceOf({ messageId, to: recipient.email }) }
}

const said = async (tenant: Tenant, invoiceId: string) =>
  (await messagesOf(sql(), tenant, invoiceId)).map(({ step, channel }) => `${step} ${channel}`)

const messageIn = async (tenant: Tenant, invoiceId: string) =>
  (await getCollection(tenant.ctx(), invoiceId)).messages[0]!

test('a bounce is noted with the message, its reason and the timeline, once, however often it is told', async () => {
  const tenant = await running.tenant()
  const { invoiceId, mailId, bounce } = await aRequest(tenant)
  const outcomes = await Promise.all([outcome(bounce), outcome(bounce), outcome(bounce)])
  assert.deepEqual(outcomes.sort(), ['known', 'known', 'recorded'])
  const message = await messageIn(tenant, invoiceId)
  const reason = '550 5.1.1 <x>: Recipient address rejected: User unknown'
  assert.deepEqual([message.state, message.report, message.error], ['sent', 'bounced', reason])
  const timeline = { after: undefined, offset: 0, limit: 50 }
  const { rows: data } = await listTimeline(tenant.ctx(), invoiceId, timeline)
  const failures = data.filter(({ type }) => type === 'invoice.message_failed')
  assert.deepEqual(
    failures.map(({ after: told }) => told),
    [{ messageId: mailId, channel: 'EMAIL', report: 'bounced', kind: 'permanent' }],
  )
  const shown = data.find(({ kind }) => kind === 'message')
  assert.deepEqual([shown!.after!['report'], shown!.after!['error']], ['bounced', reason])
  const [listed] = (await listMails(sql(), { limit: 1 })) as [Awaited<ReturnType<typeof listMails>>[0]]
  assert.deepEqual([listed.bounce, listed.lastError], ['permanent', reason])
})

test('after a bounce for good the same step goes by the next channel that the batch uses, and no mail any more', async () => {
  const tenant = await running.tenant()
  const settings = { reminder1: { letter: true }, reminder3: { sms: true } }
  const { invoiceId, bounce } = await aRequest(tenant, settings)
  running.clock.set(hoursAfter(NOON, 1).toISOString())
  assert.equal(await outcome(bounce), 'recorded')
  for (let day = 0; day < 80; day++) await collectAt(sql(), daysAfter(hoursAfter(NOON, 2), day))
  assert.deepEqual(await said(tenant, invoiceId), [
    'request1 EMAIL',
    'request1 SMS',
    'reminder1 LETTER',
    'reminder1 SMS',
    'reminder2 SMS',
    'reminder3 SMS',
  ])
  const [{ at }] = await sql()<[{ at: string }]>`
    select queued_at as at from collection_messages where invoice_id = ${invoiceId} and step = 'request1' and channel = 'SMS'`
  assert.equal(new Date(at).toISOString(), hoursAfter(NOON, 2).toISOString())
  running.clock.set('2026-11-21T10:00:00Z')
})

test('a batch that uses no other channel goes on with its days, and says no more by mail', async () => {
  const tenant = await running.tenant()
  const none = { reminder3: { sms: false } }
  const { invoiceId, bounce } = await aRequest(tenant, none)
  running.clock.set(hoursAfter(NOON, 1).toISOString())
  await outcome(bounce)
  for (let day = 0; day < 100; day++) await collectAt(sql(), daysAfter(NOON, day))
  assert.deepEqual(await said(tenant, invoiceId), ['request1 EMAIL'])
  assert.equal((await getCollection(tenant.ctx(), invoiceId)).state, 'overdue')
  running.clock.set('2026-11-21T10:00:00Z')
})

test('other invoices, a corrected address and bounces that pass are written to as before', async () => {
  const tenant = await running.tenant()
  running.clock.set(hoursAfter(NOON, 1).toISOString())
  const full = await aRequest(tenant)
  const full522 = bounceOf({ messageId: full.messageId, to: aMember.email, status: '5.2.2', diagnostic: '' })
  assert.equal(await outcome(full522), 'recorded')
  assert.equal((await messageIn(tenant, full.invoiceId)).error, '5.2.2')
  const corrected = await aRequest(tenant)
  await outcome(corrected.bounce)
  await sql()`update invoices set recipient = jsonb_set(recipient, '{email}', '"new@example.com"') where id = ${corrected.invoiceId}`
  const other = await aRequest(tenant)
  await collectAt(sql(), daysAfter(NOON, 22))
  for (const { invoiceId } of [full, other])
    assert.deepEqual(await said(tenant, invoiceId), ['request1 EMAIL', 'reminder1 EMAIL'])
  assert.deepEqual(await said(tenant, corrected.invoiceId), ['request1 EMAIL'])
  await collectAt(sql(), daysAfter(NOON, 50))
  assert.deepEqual(await said(tenant, corrected.invoiceId), ['request1 EMAIL', 'reminder1 EMAIL'])
  // What passes may turn out to be for good, and not the other way round.
  assert.equal(await outcome(full.bounce), 'recorded')
  assert.equal(await outcome(full522), 'known')
  running.clock.set('2026-11-21T10:00:00Z')
})

test('a bounce while the invoice is paused waits for its end', async () => {
  const tenant = await running.tenant()
  const { invoiceId, bounce } = await aRequest(tenant)
  await pauseCollection(ctxAt(tenant, hoursAfter(NOON, 1)), invoiceId, 'on the phone')
  running.clock.set(hoursAfter(NOON, 2).toISOString())
  assert.equal(await outcome(bounce), 'recorded')
  await collectAt(sql(), hoursAfter(NOON, 3))
  assert.deepEqual(await said(tenant, invoiceId), ['request1 EMAIL'])
  await resumeCollection(ctxAt(tenant, daysAfter(NOON, 5)), invoiceId)
  await collectAt(sql(), daysAfter(NOON, 5))
  assert.deepEqual(await said(tenant, invoiceId), ['request1 EMAIL', 'request1 SMS'])
  running.clock.set('2026-11-21T10:00:00Z')
})

test('a mail that waits in the queue is taken back when its address turns out to be none', async () => {
  const tenant = await running.tenant()
  const { invoiceId, bounce } = await aRequest(tenant)
  const night = hoursAfter(daysAfter(NOON, 21), 11)
  await collectAt(sql(), night)
  assert.deepEqual(await said(tenant, invoiceId), ['request1 EMAIL', 'reminder1 EMAIL'])
  running.clock.set(night.toISOString())
  assert.equal(await outcome(bounce), 'recorded')
  await collectAt(sql(), daysAfter(NOON, 22))
  assert.deepEqual(await said(tenant, invoiceId), ['request1 EMAIL', 'reminder1 SMS'])
  running.clock.set('2026-11-21T10:00:00Z')
})

test('an address that the mail server refuses at once counts as one that came back', async () => {
  const tenant = await running.tenant()
  const { invoiceIds } = await aTransmittedBatch(tenant, 1, { now: NOON })
  await collectAt(sql(), NOON)
  const [mail] = await sql()<[{ id: string }]>`select id from mails where about_id = ${invoiceIds[0]!}`
  assert.equal(await send(tenant, mail.id, NOON, new MailError('550 5.1.1 unknown', true, true)), 'failed')
  assert.equal((await messageIn(tenant, invoiceIds[0]!)).report, 'bounced')
  await collectAt(sql(), hoursAfter(NOON, 1))
  assert.deepEqual(await said(tenant, invoiceIds[0]!), ['request1 EMAIL', 'request1 SMS'])
})

test('a complaint is noted beside, and ends the mail about this invoice too', async () => {
  const tenant = await running.tenant()
  const { invoiceId, messageId } = await aRequest(tenant)
  assert.equal(await outcome(complaintOf({ messageId })), 'recorded')
  assert.equal(await outcome(complaintOf({ messageId })), 'known')
  assert.equal((await messageIn(tenant, invoiceId)).report, 'complained')
  await collectAt(sql(), daysAfter(NOON, 22))
  assert.deepEqual(await said(tenant, invoiceId), ['request1 EMAIL', 'reminder1 SMS'])
})

test('who was not written to says nothing of the address; what is only late says nothing at all', async () => {
  const tenant = await running.tenant()
  const { invoiceId, mailId, messageId } = await aRequest(tenant)
  assert.equal(await outcome(bounceOf({ messageId, to: aMember.email, action: 'delayed' })), 'nothing')
  assert.equal((await messageIn(tenant, invoiceId)).report, null)
  assert.equal(await outcome(bounceOf({ messageId, to: 'behind@else.example' })), 'recorded')
  const kind = async () =>
    (await sql()<[{ kind: string }]>`select bounce_kind as kind from mails where id = ${mailId}`)[0].kind
  assert.equal(await kind(), 'transient')
  // Returned with nothing of the mail: the envelope id is enough, and the address that we wrote to.
  const envelopeId = `${mailId}.${tenant.company.companyId}`
  const original = bounceOf({ envelopeId, to: 'behind@else.example', original: aMember.email.toUpperCase() })
  assert.equal(await outcome(original), 'recorded')
  assert.equal(await kind(), 'permanent')
})

test('a mail about something else is noted too, as an event of its own', async () => {
  const tenant = await running.tenant()
  const mailId = (await queueMail(tenant.ctx(), {
    template: 'ticket-answer',
    to: 'joe@example.com',
    locale: null,
    params: { name: '', title: 'A', answer: 'B', url: null },
    about: { kind: 'ticket', id: newId() },
  }))!
  const messageId = `<${mailId}.${tenant.company.companyId}@balie.example>`
  const bounce = bounceOf({ messageId, to: 'joe@example.com' })
  // Never sent: nobody can have returned it.
  assert.equal(await outcome(bounce), 'unmatched')
  await send(tenant, mailId, tenant.ctx().now)
  assert.equal(await outcome(bounce), 'recorded')
  const events = await sql()`select type from events where subject_id = ${mailId}`
  assert.deepEqual(
    events.map(({ type }) => type),
    ['mail.failed'],
  )
})

test('names that are not those of the mail find nothing, also of another tenant', async () => {
  const [tenant, other] = [await running.tenant(), await running.tenant()]
  const { mailId } = await aRequest(tenant)
  const { companyId } = tenant.company
  for (const messageId of [
    `<${mailId}.${other.company.companyId}@balie.example>`,
    `<${mailId}.${companyId}@elsewhere.example>`,
    `<${mailId}@balie.example>`,
    `<${newId()}.${companyId}@balie.example>`,
    `<${mailId}.2147483648@balie.example>`,
    `<'; drop table mails; --.${companyId}@balie.example>`,
  ]) {
    assert.equal(await outcome(bounceOf({ messageId, to: aMember.email })), 'unmatched', messageId)
    assert.equal(await outcome(complaintOf({ messageId })), 'unmatched', messageId)
  }
  const [row] = await sql()`select bounced_at, complained_at from mails where id = ${mailId}`
  assert.deepEqual({ ...row }, { bounced_at: null, complained_at: null })
})

test('strangers, other types, giants and mail that is no report are refused', async () => {
  const tenant = await running.tenant()
  const { bounce } = await aRequest(tenant)
  for (const given of ['x', `${secret}x`, secret.slice(1), encodeURIComponent("' or 1=1"), '%00']) {
    const refused = await report(bounce, { of: given })
    assert.equal(refused.statusCode, 404, given)
    // Nothing of a giant is read for them.
    assert.equal((await report(Buffer.alloc(3_000_000), { of: given })).statusCode, 404)
  }
  for (const type of ['application/json', 'text/plain', 'multipart/report; boundary=x', 'message/rfc822x'])
    assert.equal((await report(bounce, { type })).statusCode, 415, type)
  assert.equal((await report(Buffer.alloc(2_097_153))).statusCode, 413)
  for (const raw of ['', 'Subject: hello\r\n\r\nHello', bounce.slice(0, 300)]) {
    const refused = await report(raw)
    assert.equal(refused.statusCode, 422, raw)
    assert.match(refused.json().message, /no delivery status notification/)
  }
  assert.equal((await running.app.inject(`/webhooks/mail-reports/${secret}`)).statusCode, 404)
})

test('the secret is kept sealed, shown again, and another one ends it', async () => {
  const deps = { sql: sql(), vault: testVault, now: NOON }
  assert.equal(await reportSecret(deps), secret)
  const [row] = await sql()<[{ secret: Buffer }]>`select secret from mail_report_address`
  assert.ok(!row.secret.includes(secret))
  const next = await reportSecret(deps, { renew: true })
  assert.notEqual(next, secret)
  assert.equal((await report('x')).statusCode, 404)
  assert.equal((await report('x', { of: next })).statusCode, 422)
  secret = next
})
