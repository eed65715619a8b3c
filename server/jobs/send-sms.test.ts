import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, testVault, type TestApp, type Tenant } from '../../test/support/app.ts'
import { aMember, aTransmittedBatch, collectAt, ctxAt, hoursAfter } from '../../test/support/collection.ts'
import { getCollection } from '../domain/collection/get-collection.ts'
import { sendSms, SMS_GAPS_SECONDS } from '../domain/collection/send-sms.ts'
import type { Recipient } from '../domain/customers/customer.ts'
import { connectSms } from '../domain/sms/connect-sms.ts'
import { toE164 } from '../domain/sms/phone-number.ts'
import { segmentsOf } from '../domain/sms/segments.ts'
import { messagebird } from '../providers/messagebird/messagebird.ts'
import { startFakeMessageBird, type FakeMessageBird, type SmsFault } from '../providers/messagebird/fake.ts'
import { renderSms } from '../rendering/sms-text.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const NOON = new Date('2026-03-03T11:00:00Z')

/** One text that waits to be sent through a fake of its own. */
async function aText(faults: (SmsFault | undefined)[] = [], recipient: Recipient = aMember) {
  const fake = await startFakeMessageBird(faults)
  const tenant = await running.tenant({ name: 'FC Amsterdam' })
  await connectSms(ctxAt(tenant, NOON), testVault, {
    provider: 'messagebird',
    baseUrl: fake.url,
    originator: 'FCAmsterdam',
    accessKey: fake.accessKey,
  })
  const { invoiceIds } = await aTransmittedBatch(tenant, 1, {
    now: NOON,
    settings: { request1: { sms: true } },
    recipient: { ...recipient, email: '' },
  })
  await collectAt(running.database.sql, NOON)
  const attempt = (seconds = 0, timeoutMs = 300) =>
    attemptAt(tenant, new Date(NOON.getTime() + seconds * 1000), timeoutMs)
  const shown = async () => {
    const { messages } = await getCollection(ctxAt(tenant, NOON), invoiceIds[0]!)
    assert.equal(messages.length, 1)
    return messages[0]!
  }
  return { fake, tenant, attempt, shown }
}

async function attemptAt(tenant: Tenant, now: Date, timeoutMs: number) {
  const { sql } = running.database
  const { companyId } = tenant.company
  const [{ id }] = await sql<[{ id: string }]>`
    select id from collection_messages where company_id = ${companyId} and channel = 'SMS'`
  return sendSms(
    {
      sql,
      vault: testVault,
      now,
      providers: (connection) => messagebird(connection, { timeoutMs }),
      publicUrl: () => 'https://balie.example',
      render: renderSms,
    },
    { companyId, messageId: id },
  )
}

const stopping = async (fake: FakeMessageBird, work: () => Promise<void>) => work().finally(() => fake.stop())

test('a text goes out once, in E.164, with its code, and its report is kept', async () => {
  const { fake, tenant, attempt, shown } = await aText()
  await stopping(fake, async () => {
    assert.equal(await attempt(), 'sent')
    assert.equal(await attempt(), 'gone')
    assert.equal(fake.sent.length, 1)
    const [sms] = fake.sent as [(typeof fake.sent)[0]]
    assert.equal(sms.recipient, '31612345678')
    assert.match(
      sms.body,
      /^FC Amsterdam: Payment request, invoice 2026-\d+, €100\.00\. Pay or ask: https:\/\/balie\.example\/l\/\d+-[0-9A-Z]{12} Genuine\? https:\/\/balie\.example\/genuine$/,
    )
    assert.equal(fake.authorizations[0], `AccessKey ${fake.accessKey}`)
    assert.deepEqual([(await shown()).state, (await shown()).to], ['sent', '+31612345678'])
    const report = async (status: string) => {
      const { pathname, search } = new URL(fake.reportOf(sms, status))
      return running.app.inject({ method: 'GET', url: pathname + search })
    }
    assert.equal((await report('buffered')).statusCode, 200)
    assert.equal((await shown()).report, null)
    await report('delivery_failed')
    assert.deepEqual(
      [(await shown()).report, (await shown()).error],
      ['bounced', 'The text message was not delivered: delivery_failed (1).'],
    )
    await report('delivered')
    assert.equal((await shown()).report, 'delivered')
    const stranger = await running.app.inject({
      method: 'GET',
      url: `/webhooks/messagebird/${tenant.company.companyId}-${'x'.repeat(24)}?reference=${sms.reference}&status=delivery_failed`,
    })
    assert.equal(stranger.statusCode, 200)
    assert.equal((await shown()).report, 'delivered')
  })
})

const passing: [string, SmsFault][] = [
  ['there is no answer', { kind: 'silent' }],
  ['the server fails', { kind: 'status', status: 503 }],
  ['it is asked to slow down', { kind: 'status', status: 429, retryAfter: '20' }],
  ['the key is refused', { kind: 'status', status: 401, description: 'Request not allowed' }],
  ['the account is empty', { kind: 'status', status: 402, description: 'no balance' }],
  ['it is sent elsewhere', { kind: 'redirect', to: 'http://127.0.0.1:1/' }],
]
for (const [when, fault] of passing)
  test(`the next attempt sends it when ${when}`, async () => {
    const { fake, attempt, shown } = await aText([fault])
    await stopping(fake, async () => {
      assert.equal(await attempt(), 'later')
      const waiting = await shown()
      assert.equal(waiting.state, 'sending')
      assert.ok(waiting.error && !waiting.error.includes(fake.accessKey))
      assert.equal(await attempt(30), 'sent')
      assert.equal(fake.sent.length, 1)
      assert.equal((await shown()).error, null)
    })
  })

for (const kind of ['lost', 'garbage'] as const)
  test(`an answer that is ${kind} does not send it twice`, async () => {
    const { fake, attempt } = await aText([{ kind }])
    await stopping(fake, async () => {
      assert.equal(await attempt(), 'later')
      assert.equal(await attempt(30), 'sent')
      assert.equal(fake.sent.length, 1)
      assert.equal(fake.posts(), 1)
    })
  })

test('a refusal is final, and so is a number that is none', async () => {
  const refused = await aText([
    { kind: 'status', status: 422, description: 'body contains\n forbidden words' },
  ])
  await stopping(refused.fake, async () => {
    assert.equal(await refused.attempt(), 'failed')
    const { state, error } = await refused.shown()
    assert.deepEqual(
      [state, error],
      ['failed', 'MessageBird refused the message (422): body contains forbidden words'],
    )
    assert.equal(await refused.attempt(30), 'gone')
  })
  const none = await aText([], { ...aMember, phone: { number: 'ask my mother', countryCode: 'NL' } })
  await stopping(none.fake, async () => {
    assert.equal(await none.attempt(), 'failed')
    assert.equal(none.fake.posts(), 0)
  })
})

test('nobody there: attempts go on for most of a day, and wait for the morning', async () => {
  const { fake, attempt, shown, tenant } = await aText()
  await fake.stop()
  let seconds = 0
  for (const gap of SMS_GAPS_SECONDS) {
    assert.equal(await attempt(seconds), 'later')
    seconds += gap
  }
  assert.equal(await attempt(seconds), 'failed')
  assert.match((await shown()).error!, /could not be reached \(ECONNREFUSED\)/)
  const late = await aText([{ kind: 'status', status: 500 }])
  await stopping(late.fake, async () => {
    await late.attempt(9 * 3600 - 60)
    const [job] = await running.database.sql<{ runAt: string }[]>`
      select run_at as "runAt" from graphile_worker.jobs where task_identifier = 'send-sms' order by run_at desc limit 1`
    assert.equal(new Date(job!.runAt).toISOString(), hoursAfter(NOON, 21).toISOString(), '09:00 in Amsterdam')
  })
  assert.ok(tenant)
})

test('numbers become E.164 by the country where they were written', () => {
  for (const [number, country, expected] of [
    ['06-12 34 56 78', 'NL', '+31612345678'],
    ['0031612345678', 'DE', '+31612345678'],
    ['+44 7911 123456', 'NL', '+447911123456'],
    ['0171 1234567', 'de', '+491711234567'],
    ['0470 12 34 56', 'BE', '+32470123456'],
    ['123', 'NL', undefined],
    ['06\r\n12345678', 'NL', undefined],
    ['', '', undefined],
    ['612345678', 'XX', undefined],
    ['9'.repeat(1000), 'NL', undefined],
  ] as const)
    assert.equal(toE164(number, country), expected, number)
})

test('parts are counted as the networks do', () => {
  assert.deepEqual(segmentsOf('a'.repeat(160)), { segments: 1, unicode: false })
  assert.deepEqual(segmentsOf('a'.repeat(161)), { segments: 2, unicode: false })
  assert.deepEqual(segmentsOf('€'.repeat(80)), { segments: 1, unicode: false })
  assert.deepEqual(segmentsOf('€'.repeat(81)), { segments: 2, unicode: false })
  assert.deepEqual(segmentsOf('ł'.repeat(70)), { segments: 1, unicode: true })
  assert.deepEqual(segmentsOf('ł'.repeat(71)), { segments: 2, unicode: true })
})

test('no text is longer than three parts or a line, whatever the names', () => {
  for (const company of ['x'.repeat(500), 'Ł'.repeat(500), 'A\r\nB\u2028C\u0000', '👩‍👩‍👧‍👦'.repeat(40)])
    for (const locale of ['nl', 'en', 'de', 'fr', 'it'] as const) {
      const says = {
        step: 'reminder3',
        name: 'Joe',
        salutation: '',
        note: '',
        number: company,
        reference: '1',
        amountCents: 123_456_789,
        currency: 'CHF',
        dueOn: '2026-12-01',
        feeCents: 0,
        code: '2147483647-K3QM9TX4VDPQ',
      } as const
      const text = renderSms({ says, locale, company }, 'https://collect.some-club.example')
      assert.ok(segmentsOf(text).segments <= 3, `${locale} ${text}`)
      assert.doesNotMatch(text, /[\p{Cc}\p{Zl}\p{Zp}]/u)
      assert.match(text, /\/l\/2147483647-K3QM9TX4VDPQ .*\/genuine$/)
    }
})
