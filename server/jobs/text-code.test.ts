import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, testVault, type TestApp, type Tenant } from '../../test/support/app.ts'
import { anInvoice, type AnInvoice } from '../../test/support/builders.ts'
import { TEXT_CODE } from '../domain/invoices/contact-code.ts'
import { sendTextCode } from '../domain/invoices/send-text-code.ts'
import { connectSms } from '../domain/sms/connect-sms.ts'
import { segmentsOf } from '../domain/sms/segments.ts'
import { locales } from '../kernel/context.ts'
import { messagebird } from '../providers/messagebird/messagebird.ts'
import { startFakeMessageBird, type FakeMessageBird, type SmsFault } from '../providers/messagebird/fake.ts'
import { renderCode } from '../rendering/sms-text.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const sql = () => running.database.sql

async function connected(faults: (SmsFault | undefined)[] = []) {
  const fake = await startFakeMessageBird(faults)
  const tenant = await running.tenant({ name: 'FC Amsterdam' })
  const { url: baseUrl, accessKey } = fake
  const connection = { provider: 'messagebird', baseUrl, originator: 'FCAmsterdam', accessKey } as const
  await connectSms(tenant.ctx(), testVault, connection)
  return { fake, tenant, made: await anInvoice(tenant) }
}

const stopping = async (fake: FakeMessageBird, work: () => Promise<void>) => work().finally(() => fake.stop())

const api = (made: AnInvoice, method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object) =>
  running.app.inject({ method, url: made.link + path, ...(payload ? { payload } : {}) })
const pageOf = ({ v1, invoice }: AnInvoice) => `/public-invoice/${v1}/pay/${invoice.linkToken}`
const form = (made: AnInvoice, path: string, fields: Record<string, string>) =>
  running.app.inject({
    method: 'POST',
    url: pageOf(made) + path,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })

/** The job of the newest code that waits to be texted, as the queue has it. */
async function jobOf(tenant: Tenant) {
  const [job] = await sql()<[{ changeId: string; jobs: number }]>`
    select h.id as "changeId",
           (select count(*) from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
             where t.identifier = ${TEXT_CODE} and j.payload ->> 'changeId' = h.id::text)::integer as jobs
      from contact_changes h where company_id = ${tenant.company.companyId} order by sent_at desc, id desc limit 1`
  return job
}

const textCode = async (tenant: Tenant, attempt = 1) =>
  sendTextCode(
    {
      sql: sql(),
      vault: testVault,
      now: running.clock.now(),
      providers: (connection) => messagebird(connection, { timeoutMs: 300 }),
      publicUrl: () => 'https://balie.example',
      render: renderCode,
    },
    { companyId: tenant.company.companyId, changeId: (await jobOf(tenant)).changeId },
    attempt,
  )

async function phoneOf({ invoice }: AnInvoice) {
  const [{ phone }] = await sql()<[{ phone: { number: string; countryCode: string } }]>`
    select recipient -> 'phone' as phone from invoices where id = ${invoice.id}`
  return phone
}
const codeIn = ({ sent }: FakeMessageBird) => /\d{6}/.exec(sent.at(-1)!.body)![0]

test('a new number counts when the code that was texted there is entered, and not before', async () => {
  const { fake, tenant, made } = await connected()
  await stopping(fake, async () => {
    const known = await phoneOf(made)
    const asked = await api(made, 'PATCH', '/contact', { phone: '06 8765 4321', phoneCountryCode: 'nl' })
    assert.equal(asked.statusCode, 200, asked.body)
    assert.deepEqual([asked.json().pendingPhone, asked.json().pendingEmail], ['…21', null])
    assert.deepEqual(await phoneOf(made), known)
    assert.equal((await jobOf(tenant)).jobs, 1)
    assert.equal(await textCode(tenant), 'sent')
    assert.equal(await textCode(tenant), 'gone')
    assert.equal(fake.sent.length, 1)
    assert.equal(fake.sent[0]!.recipient, '31687654321')
    assert.match(
      fake.sent[0]!.body,
      /^FC Amsterdam: your code is \d{6}\. Good for an hour; give it to nobody\.$/,
    )
    assert.equal((await api(made, 'PATCH', '/contact', { email: 'b@mail.example' })).statusCode, 429)
    const code = codeIn(fake)
    const wrong = code === '000000' ? '000001' : '000000'
    for (let i = 0; i < 4; i++)
      assert.equal((await api(made, 'POST', '/contact/confirm', { code: wrong })).statusCode, 422)
    const confirmed = await api(made, 'POST', '/contact/confirm', { code })
    assert.equal(confirmed.statusCode, 200, confirmed.body)
    assert.deepEqual(await phoneOf(made), { number: '+31687654321', countryCode: 'NL' })
    assert.deepEqual([confirmed.json().pendingPhone, confirmed.json().phone], [null, '…21'])
    assert.equal((await api(made, 'POST', '/contact/confirm', { code })).statusCode, 422)
    const [event] = await sql()`
      select after -> 'recipient' -> 'phone' ->> 'number' as number from events
       where subject_id = ${made.invoice.id} and type = 'invoice.recipient_changed'`
    assert.equal(event!['number'], '+31687654321')
    const stored = JSON.stringify(await sql()`select to_jsonb(h) from contact_changes h`)
    assert.ok(!stored.includes(code), 'once it was sent, nothing but its hash is kept')
  })
})

test('five guesses, an hour, one a minute and ten a day, for numbers and addresses together', async () => {
  const { fake, tenant, made } = await connected()
  await stopping(fake, async () => {
    const start = running.clock.now().getTime()
    const at = (seconds: number) => running.clock.set(new Date(start + seconds * 1000).toISOString())
    await api(made, 'PATCH', '/contact', { phone: '+31687654321' })
    await textCode(tenant)
    const wrong = codeIn(fake) === '000000' ? '000001' : '000000'
    for (let i = 0; i < 5; i++) await api(made, 'POST', '/contact/confirm', { code: wrong })
    assert.equal((await api(made, 'POST', '/contact/confirm', { code: codeIn(fake) })).statusCode, 422)
    at(59)
    assert.equal((await api(made, 'PATCH', '/contact', { phone: '+31687654322' })).statusCode, 429)
    at(61)
    assert.equal((await api(made, 'PATCH', '/contact', { phone: '+31687654322' })).statusCode, 200)
    await textCode(tenant)
    at(61 + 3601)
    assert.equal((await api(made, 'POST', '/contact/confirm', { code: codeIn(fake) })).statusCode, 422)
    for (let i = 0; i < 8; i++) {
      at(4000 + i * 100)
      const change = i % 2 ? { phone: `+3168765433${i}` } : { email: `new${i}@mail.example` }
      assert.equal((await api(made, 'PATCH', '/contact', change)).statusCode, 200, String(i))
    }
    at(10_000)
    const refused = await api(made, 'PATCH', '/contact', { phone: '+31687654399' })
    assert.equal(refused.statusCode, 429)
    assert.ok(Number(refused.headers['retry-after']) > 0)
    at(0)
  })
})

test('what is no number, two things at once, or a company without texts is refused with a sentence', async () => {
  const { fake, tenant, made } = await connected()
  await stopping(fake, async () => {
    for (const phone of [
      '0',
      '112',
      'call me',
      '+31',
      '+999123456789',
      '0612345678 ext. 5',
      '06\r\n12345678x',
      '1'.repeat(41),
    ]) {
      const refused = await api(made, 'PATCH', '/contact', { phone })
      assert.equal(refused.statusCode, 422, phone)
      assert.equal(refused.json().field, 'phone')
    }
    const both = await api(made, 'PATCH', '/contact', { phone: '+31687654321', email: 'a@mail.example' })
    assert.match(both.json().message, /^phone must be changed by itself/)
    assert.equal(await jobOf(tenant), undefined)
  })
  const without = await anInvoice(await running.tenant())
  const refused = await api(without, 'PATCH', '/contact', { phone: '+31687654321' })
  assert.equal(refused.statusCode, 409)
  assert.match(refused.json().message, /sends no text messages/)
  assert.equal(
    (await form(without, '/contact', { phone: '+31687654321' })).headers.location,
    `${pageOf(without)}?said=noTexts`,
  )
  assert.doesNotMatch((await running.app.inject(pageOf(without))).body, /name="phone"/)
})

test('the page: a number is corrected without scripts, in every language', async () => {
  for (const locale of locales) {
    const { fake, tenant, made } = await connected()
    await stopping(fake, async () => {
      await sql()`update companies set locale = ${locale} where company_id = ${tenant.company.companyId}`
      await sql()`update invoices set locale = ${locale} where id = ${made.invoice.id}`
      assert.match((await running.app.inject(pageOf(made))).body, /name="phone"/)
      const sent = await form(made, '/contact', { phone: '+31 6 8765 4321' })
      assert.equal(sent.headers.location, `${pageOf(made)}?said=codeSent`)
      const page = await running.app.inject(sent.headers.location)
      assert.ok(page.body.includes('…21') && !page.body.includes('4321'))
      assert.doesNotMatch(page.body, /undefined|\{[a-z]+\}/)
      assert.equal(await textCode(tenant), 'sent')
      const saved = await form(made, '/contact/confirm', { code: codeIn(fake) })
      assert.equal(saved.headers.location, `${pageOf(made)}?said=saved`)
      assert.equal((await phoneOf(made)).number, '+31687654321')
    })
  }
})

test('an answer that was lost texts no second code; a number that is refused ends it', async () => {
  const lost = await connected([{ kind: 'silent' }])
  await stopping(lost.fake, async () => {
    await api(lost.made, 'PATCH', '/contact', { phone: '+31687654321' })
    await assert.rejects(textCode(lost.tenant), { kind: 'unavailable' })
    assert.equal(await textCode(lost.tenant, 2), 'sent')
    assert.ok(lost.fake.sent.length <= 1)
  })
  const refusing = await connected([{ kind: 'status', status: 422, description: 'recipient is invalid' }])
  await stopping(refusing.fake, async () => {
    await api(refusing.made, 'PATCH', '/contact', { phone: '+31687654321' })
    assert.equal(await textCode(refusing.tenant), 'refused')
    assert.equal(await textCode(refusing.tenant), 'gone')
    assert.equal((await api(refusing.made, 'GET', '')).json().contact.pendingPhone, null)
  })
})

test('a code is one part of a text in every language, whatever the company is called', () => {
  for (const locale of locales)
    for (const company of ['FC', 'x'.repeat(300), 'Ελληνικός Σύλλογος Άμστερνταμ', '👩‍👩‍👧 Club', 'a\r\nb'])
      assert.equal(
        segmentsOf(renderCode({ digits: '042137', locale, company })).segments,
        1,
        `${locale} ${company}`,
      )
})
