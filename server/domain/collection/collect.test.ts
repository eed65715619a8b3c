import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type Tenant, type TestApp } from '../../../test/support/app.ts'
import {
  aMember,
  aTransmittedBatch,
  collectAt,
  ctxAt,
  daysAfter,
  hoursAfter,
  messagesOf,
} from '../../../test/support/collection.ts'
import { creditAndRetract } from '../invoices/credit-and-retract.ts'
import { getInvoiceDetails } from '../invoices/get-invoice-details.ts'
import { listTimeline } from '../invoices/list-timeline.ts'
import { markInvoicePaid } from '../invoices/mark-invoice-paid.ts'
import { answerInvoiceQuestion } from '../tickets/answer-invoice-question.ts'
import { askInvoiceQuestion } from '../tickets/ask-invoice-question.ts'
import { bodyFromText } from '../tickets/message-body.ts'
import { disputeLine } from './dispute-line.ts'
import { getBatchProgress } from './get-batch-progress.ts'
import { getCollection } from './get-collection.ts'
import { giveFinalNotice } from './give-final-notice.ts'
import { handOver } from './hand-over.ts'
import { pauseCollection } from './pause-collection.ts'
import { resumeCollection } from './resume-collection.ts'
import { setBatchSettings } from './set-batch-settings.ts'
import { settleDispute } from './settle-dispute.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

/** A Tuesday in Amsterdam, noon. */
const NOON = new Date('2026-03-03T11:00:00Z')
const sql = () => running.database.sql
const run = (now: Date) => collectAt(sql(), now)

const timelineOf = async (tenant: Tenant, now: Date, invoiceId: string) =>
  (await listTimeline(ctxAt(tenant, now), invoiceId, { after: undefined, offset: 0, limit: 500 })).rows

test('the whole flow: each message at its time, the fee once, then overdue, final notice, agency', async () => {
  const tenant = await running.tenant()
  const { invoiceIds, batchId } = await aTransmittedBatch(tenant, 1, {
    now: NOON,
    settings: {
      request2: { afterDays: 7 },
      reminder2: { letter: true },
      fees: { latePaymentCents: 500 },
      dueDays: 14,
    },
  })
  const [id] = invoiceIds as [string]
  const state = async (now: Date) => (await getCollection(ctxAt(tenant, now), id)).state
  assert.equal(await state(NOON), 'transmitted')
  const said: unknown[] = []
  for (let day = 0; day <= 100; day++) {
    const now = daysAfter(NOON, day)
    const known = (await messagesOf(sql(), tenant)).length
    await run(now)
    for (const { step, channel, amountCents } of (await messagesOf(sql(), tenant)).slice(known))
      said.push([day, step, channel, amountCents])
  }
  assert.deepEqual(said, [
    [0, 'request1', 'EMAIL', 10_000],
    [7, 'request2', 'EMAIL', 10_000],
    [28, 'reminder1', 'EMAIL', 10_000],
    [42, 'reminder2', 'EMAIL', 10_500],
    [42, 'reminder2', 'LETTER', 10_500],
    [56, 'reminder3', 'EMAIL', 10_500],
    [56, 'reminder3', 'SMS', 10_500],
  ])
  const later = daysAfter(NOON, 101)
  assert.equal(await state(later), 'overdue')
  await assert.rejects(handOver(ctxAt(tenant, later), id, true), { about: 'invoice_not_overdue' })
  await giveFinalNotice(ctxAt(tenant, later), id)
  await assert.rejects(giveFinalNotice(ctxAt(tenant, later), id), { about: 'invoice_not_overdue' })
  await run(later)
  assert.equal(await state(later), 'final_notice')
  const last = (await messagesOf(sql(), tenant)).slice(-2).map(({ step, channel }) => [step, channel])
  assert.deepEqual(last, [
    ['final_notice', 'EMAIL'],
    ['final_notice', 'LETTER'],
  ])
  await handOver(ctxAt(tenant, later), id)
  assert.equal(await state(later), 'handed_over')
  await handOver(ctxAt(tenant, later), id, true)
  assert.equal(await state(later), 'final_notice')
  const { lines, outstandingCents } = await getInvoiceDetails(ctxAt(tenant, later), id)
  assert.deepEqual(
    lines.filter(({ kind }) => kind === 'fee').map(({ subtype, amountCents }) => [subtype, amountCents]),
    [['late_payment_fee', 500]],
  )
  assert.equal(outstandingCents, 10_500)
  const types = (await timelineOf(tenant, later, id)).map(({ type }) => type)
  assert.ok(types.includes('invoice.overdue') && types.includes('invoice.handed_over'), String(types))
  const progress = await getBatchProgress(ctxAt(tenant, later), batchId)
  assert.deepEqual([progress.invoices, progress.overdue, progress.messages.total], [1, 1, 9])
})

test('nothing after it was paid or retracted, also what was queued already', async () => {
  const tenant = await running.tenant()
  const night = new Date('2026-03-03T22:00:00Z')
  const { invoiceIds } = await aTransmittedBatch(tenant, 3, { now: night })
  const [paid, retracted, open] = invoiceIds as [string, string, string]
  await run(night)
  assert.deepEqual(
    (await messagesOf(sql(), tenant)).map(({ state }) => state),
    ['queued', 'queued', 'queued'],
  )
  await markInvoicePaid(ctxAt(tenant, night), paid, night)
  await creditAndRetract(ctxAt(tenant, night), retracted, {
    creditNoteNumber: 'C1',
    description: 'Moved away',
    reason: null,
    showReasonToCustomer: false,
  })
  for (let day = 1; day < 60; day++) await run(daysAfter(new Date('2026-03-03T11:00:00Z'), day))
  const said = await messagesOf(sql(), tenant)
  assert.deepEqual([...new Set(said.map(({ invoiceId }) => invoiceId))], [open])
  assert.equal(said[0]!.state, 'sending')
})

test('messages leave between the hours of the window on the wall clock, in summer and in winter', async () => {
  const tenant = await running.tenant({ timeZone: 'Europe/Amsterdam' })
  for (const [transmitted, first] of [
    ['2026-03-28T20:00:00Z', '2026-03-29T07:00:00Z'], // 21:00 in winter; next morning is summer time
    ['2026-10-24T19:00:00Z', '2026-10-25T08:00:00Z'],
    ['2026-06-10T06:59:00Z', '2026-06-10T07:00:00Z'],
  ] as const) {
    const start = new Date(transmitted)
    const { invoiceIds } = await aTransmittedBatch(tenant, 1, { now: start })
    const left = async () => (await messagesOf(sql(), tenant, invoiceIds[0]))[0]?.state
    for (let now = start; now < new Date(first); now = new Date(now.getTime() + 600_000)) {
      await run(now)
      assert.equal(await left(), 'queued', now.toISOString())
    }
    await run(new Date(Date.parse(first) - 1000))
    assert.equal(await left(), 'queued')
    await run(new Date(first))
    assert.equal(await left(), 'sending', first)
  }
})

test('the throttle lets so many go in a minute, whoever runs how often', async () => {
  const tenant = await running.tenant()
  const { batchId } = await aTransmittedBatch(tenant, 12, { now: NOON, settings: { throttlePerMinute: 5 } })
  const sending = async () => (await getBatchProgress(ctxAt(tenant, NOON), batchId)).messages.sending
  await Promise.all([run(NOON), run(NOON), run(NOON)])
  await run(NOON)
  assert.equal(await sending(), 5)
  await run(new Date(NOON.getTime() + 30_000))
  assert.equal(await sending(), 5)
  await run(new Date(NOON.getTime() + 60_000))
  assert.equal(await sending(), 10)
  await run(new Date(NOON.getTime() + 120_000))
  assert.equal(await sending(), 12)
})

test('a pause stops everything with its reason, and what was left of the wait is waited afterwards', async () => {
  const tenant = await running.tenant()
  const { invoiceIds } = await aTransmittedBatch(tenant, 1, { now: NOON })
  const [id] = invoiceIds as [string]
  await run(NOON)
  // Fourteen of the twenty-one days have passed.
  await pauseCollection(ctxAt(tenant, daysAfter(NOON, 14)), id, 'in hospital')
  await assert.rejects(pauseCollection(ctxAt(tenant, NOON), id, 'again'), {
    about: 'collection_already_paused',
  })
  for (const day of [21, 30, 60]) await run(daysAfter(NOON, day))
  const paused = await getCollection(ctxAt(tenant, NOON), id)
  assert.deepEqual(
    paused.holds.map(({ kind, reason }) => [kind, reason]),
    [['pause', 'in hospital']],
  )
  assert.equal((await messagesOf(sql(), tenant)).length, 1)
  await resumeCollection(ctxAt(tenant, daysAfter(NOON, 60)), id)
  await assert.rejects(resumeCollection(ctxAt(tenant, NOON), id), { about: 'collection_not_paused' })
  await run(daysAfter(NOON, 66))
  assert.equal((await messagesOf(sql(), tenant)).length, 1)
  await run(daysAfter(NOON, 67))
  assert.deepEqual(
    (await messagesOf(sql(), tenant)).map(({ step }) => step),
    ['request1', 'reminder1'],
  )
  const timeline = await timelineOf(tenant, NOON, id)
  assert.deepEqual(timeline.find(({ type }) => type === 'invoice.collection_paused')?.after, {
    reason: 'in hospital',
  })
})

test('a question stops its invoice until it is answered; a pause beside it stays', async () => {
  const tenant = await running.tenant()
  const { invoiceIds } = await aTransmittedBatch(tenant, 1, { now: NOON })
  const [id] = invoiceIds as [string]
  await run(NOON)
  const { linkToken } = await getInvoiceDetails(ctxAt(tenant, NOON), id)
  await askInvoiceQuestion(ctxAt(tenant, daysAfter(NOON, 20)), id, linkToken, bodyFromText('Why?'))
  await run(daysAfter(NOON, 40))
  assert.equal((await messagesOf(sql(), tenant)).length, 1)
  const { holds } = await getCollection(ctxAt(tenant, NOON), id)
  assert.equal(holds[0]?.kind, 'question')
  await pauseCollection(ctxAt(tenant, daysAfter(NOON, 41)), id, 'we are looking into it')
  await answerInvoiceQuestion(ctxAt(tenant, daysAfter(NOON, 42)), id, bodyFromText('Because.'))
  await run(daysAfter(NOON, 50))
  assert.equal((await messagesOf(sql(), tenant)).length, 1)
  await resumeCollection(ctxAt(tenant, daysAfter(NOON, 50)), id)
  await run(hoursAfter(daysAfter(NOON, 50), 23))
  assert.equal((await messagesOf(sql(), tenant)).length, 1, 'a day of the wait was left')
  await run(daysAfter(NOON, 51))
  assert.equal((await messagesOf(sql(), tenant)).length, 2)
})

test('a disputed line is not asked for, the rest is; all of it disputed, nothing is said', async () => {
  const tenant = await running.tenant()
  const night = new Date('2026-03-03T22:00:00Z')
  const { invoiceIds } = await aTransmittedBatch(tenant, 2, { now: night })
  const [partly, wholly] = invoiceIds as [string, string]
  const linesOf = async (id: string) => (await getInvoiceDetails(ctxAt(tenant, night), id)).lines
  const locker = (await linesOf(partly))[1]!.id
  const dispute = await disputeLine(ctxAt(tenant, night), partly, locker, 'I have no locker')
  await assert.rejects(disputeLine(ctxAt(tenant, night), partly, locker, 'twice'), {
    about: 'line_already_disputed',
  })
  const disputes: string[] = []
  for (const { id } of await linesOf(wholly))
    disputes.push(await disputeLine(ctxAt(tenant, night), wholly, id, 'not mine'))
  const morning = new Date('2026-03-04T10:00:00Z')
  await run(morning)
  const said = await messagesOf(sql(), tenant)
  assert.deepEqual(
    said.map(({ invoiceId, amountCents }) => [invoiceId, amountCents]),
    [[partly, 9000]],
  )
  await settleDispute(ctxAt(tenant, morning), partly, dispute, 'there is one')
  await settleDispute(ctxAt(tenant, morning), wholly, disputes[0]!, 'yours after all')
  await run(hoursAfter(morning, 1))
  assert.deepEqual(
    (await messagesOf(sql(), tenant, wholly)).map(({ amountCents }) => amountCents),
    [9000],
  )
  await assert.rejects(settleDispute(ctxAt(tenant, morning), partly, dispute, 'again'), {
    code: 'not_found',
  })
})

test('who has only a telephone gets nothing but texts; who has nothing goes on in silence', async () => {
  const tenant = await running.tenant()
  const bare = { ...aMember.address, address1: '', zipCode: '', city: '' }
  const { invoiceIds } = await aTransmittedBatch(tenant, 1, {
    now: NOON,
    settings: { request1: { sms: false, letter: true }, reminder1: { sms: true } },
    recipient: { ...aMember, email: '', address: bare },
  })
  await run(NOON)
  const collection = await getCollection(ctxAt(tenant, NOON), invoiceIds[0]!)
  assert.deepEqual([collection.messages, collection.nextStep], [[], 'reminder1'])
  await run(daysAfter(NOON, 21))
  assert.deepEqual(
    (await messagesOf(sql(), tenant)).map(({ step, channel }) => [step, channel]),
    [['reminder1', 'SMS']],
  )
})

test('settings of a transmitted batch: only what is harmless changes', async () => {
  const tenant = await running.tenant()
  const { batchId } = await aTransmittedBatch(tenant, 1, { now: NOON })
  const ctx = ctxAt(tenant, NOON)
  await setBatchSettings(ctx, batchId, { personalNote: 'Hello', window: { from: '10:00' } })
  await assert.rejects(setBatchSettings(ctx, batchId, { fees: { latePaymentCents: 100 } }), {
    about: 'batch_already_transmitted',
  })
  for (const [field, input] of [
    ['reminder1.afterDays', { reminder1: { afterDays: 0 } }],
    ['installments.intervalDays', { installments: { numbers: [2], intervalDays: 31 } }],
    ['installments.numbers', { installments: { numbers: [13], intervalDays: 30 } }],
    ['fees.latePaymentCents', { fees: { latePaymentCents: 1e15 } }],
    ['window', { window: { from: '22:00' } }],
    ['hello', { hello: 1 }],
    ['settings', []],
  ] as const)
    await assert.rejects(setBatchSettings(ctx, batchId, input), { code: 'invalid', about: field })
})
