import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type Tenant, type TestApp } from '../../../../test/support/app.ts'
import { readPdf } from '../../../../test/support/pdf.ts'
import { aColleague, speakerOf } from '../../../../test/support/staff.ts'

let running: TestApp
let tenant: Tenant
let speak: ReturnType<typeof speakerOf>
before(async () => {
  running = await startTestApp()
  tenant = await running.tenant({ name: 'Hockeyclub De Kraanvogels' })
  speak = speakerOf(running.app, await aColleague(tenant, 'treasurer'))
})
after(() => running.close())

const joe = {
  firstName: 'Joe',
  lastName: 'Doe',
  email: 'joe@example.com',
  phone: '0612345678',
  phoneCountryCode: 'NL',
  address1: 'Teststreet',
  houseNumber: '12',
  zipCode: '1234AB',
  city: 'Utrecht',
  countryCode: 'NL',
}
const fees = {
  invoiceNumber: '2026-001',
  locale: 'fr',
  memberNumber: 'M-1',
  recipient: joe,
  lines: [
    { description: 'Membership fee', amount: '90.00' },
    { description: 'Discount', amount: '-10.00' },
  ],
}

const anImport = async () => (await speak('POST', '/imports', { title: 'Fees 2026' })).json().id as string

test('invoices are added by hand, shown, and deleted until the import is transmitted', async () => {
  const id = await anImport()
  const added = await speak('POST', `/imports/${id}/invoices`, fees)
  assert.equal(added.statusCode, 200, added.body)
  const { id: invoiceId, amount, state, customerId, locale } = added.json()
  assert.deepEqual([amount, state, locale], ['80.00', 'draft', 'fr'])
  const second = await speak('POST', `/imports/${id}/invoices`, { ...fees, invoiceNumber: '2026-002' })
  assert.equal(second.json().customerId, customerId, 'the member is the same')
  assert.equal((await speak('DELETE', `/invoices/${invoiceId}`)).statusCode, 204)
  assert.equal((await speak('GET', `/imports/${id}`)).json().invoices, 1)
  const renamed = await speak('PATCH', `/imports/${id}`, { title: ' Fees  2027 ', expectedInvoices: 1 })
  assert.deepEqual([renamed.json().title, renamed.json().expectedInvoices], ['Fees 2027', 1])
  assert.equal((await speak('POST', `/imports/${id}/transmit`, { confirm: 'fees 2027' })).statusCode, 200)
  for (const [method, path, body] of [
    ['POST', `/imports/${id}/invoices`, fees],
    ['PATCH', `/imports/${id}`, { title: 'Other' }],
    ['DELETE', `/invoices/${second.json().id}`, undefined],
  ] as const)
    assert.equal((await speak(method, path, body)).statusCode, 409, path)
})

test('what was typed wrong is said at its field', async () => {
  const id = await anImport()
  for (const [change, field] of [
    [{ invoiceNumber: ' ' }, 'invoiceNumber'],
    [{ issuedAt: '2026-02-31' }, 'issuedAt'],
    [{ dueAt: '2020-01-01' }, 'dueAt'],
    [{ locale: 'xx' }, 'locale'],
    [{ recipient: { ...joe, lastName: '' } }, 'recipient.lastName'],
    [{ recipient: { lastName: 'Doe' } }, 'recipient.email'],
    [{ recipient: { ...joe, email: 'joe' } }, 'recipient.email'],
    [{ lines: [] }, 'lines'],
    [{ lines: [{ description: ' ', amount: '1.00' }] }, 'lines[0].description'],
    [{ lines: [fees.lines[0], { description: 'Fee', amount: '1.005' }] }, 'lines[1].amount'],
  ] as const) {
    const refused = await speak('POST', `/imports/${id}/invoices`, { ...fees, ...change })
    assert.deepEqual([refused.statusCode, refused.json().field], [422, field], refused.body)
  }
  assert.equal((await speak('GET', `/imports/${id}`)).json().invoices, 0)
})

test('each message is seen as its member will: their language, by each channel, with the day and the fee', async () => {
  const id = await anImport()
  assert.equal((await speak('GET', `/imports/${id}/messages`)).statusCode, 404)
  const invoiceId = (await speak('POST', `/imports/${id}/invoices`, fees)).json().id
  await speak('PATCH', `/imports/${id}/settings`, {
    settings: {
      request1: { sms: true, letter: false },
      reminder2: { letter: true },
      personalNote: 'À bientôt <b>!</b>',
      fees: { latePaymentCents: 500, latePaymentFrom: 'reminder2' },
    },
  })
  const { messages, locale } = (await speak('GET', `/imports/${id}/messages?invoiceId=${invoiceId}`)).json()
  assert.equal(locale, 'fr')
  assert.deepEqual(
    messages.map(({ step, amount }: { step: string; amount: string }) => [step, amount]),
    [
      ['request1', '80.00'],
      ['reminder1', '80.00'],
      ['reminder2', '85.00'],
      ['reminder3', '85.00'],
      ['final_notice', '85.00'],
      ['chargeback', '85.00'],
    ],
  )
  const [first, , third] = messages
  assert.match(first.at, /^2026-11-21T/)
  assert.match(first.email.text, /Hockeyclub De Kraanvogels[^]*80,00/)
  assert.match(first.email.html, /<html lang="fr">[^]*À bientôt &lt;b&gt;/)
  assert.match(first.sms.text, /80,00/)
  assert.equal(first.letter, null)
  assert.deepEqual(third.letter.to, ['Joe Doe', 'Teststreet 12', '1234AB Utrecht', 'NL'])
  const path = `/imports/${id}/messages/reminder2/letter?invoiceId=${invoiceId}`
  const letter = await speak('GET', path)
  assert.equal(letter.headers['content-type'], 'application/pdf')
  const read = await readPdf(letter.rawPayload)
  assert.equal(read.language, 'fr')
  assert.match(read.pages[0]!, /85,00/)
  for (const missing of ['reminder1', 'overdue', 'x'])
    assert.equal((await speak('GET', path.replace('reminder2', missing))).statusCode, 404, missing)
  const other = await anImport()
  assert.equal((await speak('GET', `/imports/${other}/messages?invoiceId=${invoiceId}`)).statusCode, 404)
})

test('the dry run says what would go out, and changes nothing', async () => {
  const id = await anImport()
  await speak('POST', `/imports/${id}/invoices`, fees)
  const post = { ...joe, email: '', phone: '', phoneCountryCode: '' }
  await speak('POST', `/imports/${id}/invoices`, {
    ...fees,
    invoiceNumber: '2',
    memberNumber: null,
    recipient: post,
  })
  const run = (await speak('GET', `/imports/${id}/dry-run`)).json()
  assert.deepEqual([run.invoices, run.open.amount, run.unreachable], [2, '160.00', 1])
  assert.deepEqual(run.steps[0].email, { count: 1, amount: '80.00' })
  assert.deepEqual(run.unreachableInvoices[0].lacks, ['email', 'phone'])
  const { data } = (await speak('GET', `/invoices?importId=${id}`)).json()
  assert.deepEqual(new Set(data.map(({ state }: { state: string }) => state)), new Set(['draft']))
})
