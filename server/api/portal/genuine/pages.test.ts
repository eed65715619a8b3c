import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { aTransmittedBatch, collectAt, ctxAt, messagesOf } from '../../../../test/support/collection.ts'
import { readMessageCode, spacedCode } from '../../../domain/collection/message-code.ts'
import { markInvoicePaid } from '../../../domain/invoices/mark-invoice-paid.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const NOON = new Date('2026-03-03T11:00:00Z')
const ask = (code: unknown, language = 'en') =>
  running.app.inject({
    method: 'POST',
    url: '/genuine',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'accept-language': language,
      accept: 'text/html',
    },
    payload: new URLSearchParams({ code: String(code) }).toString(),
  })

async function aMessage(tenant: Tenant, now = NOON): Promise<{ code: string; invoiceId: string }> {
  await aTransmittedBatch(tenant, 1, { now })
  await collectAt(running.database.sql, now)
  const [message] = await messagesOf(running.database.sql, tenant)
  return message!
}

test('who has the code hears which club sent what and when, and nothing of a person', async () => {
  const tenant = await running.tenant({ name: 'FC <Amsterdam>' })
  const { code } = await aMessage(tenant)
  const typed = [
    code,
    spacedCode(code),
    spacedCode(code).toLowerCase().replaceAll('-', ' '),
    ` ${code.replace(/0/g, 'o')} `,
    `https://balie.example/l/${code}`,
  ]
  for (const text of typed) {
    const page = await ask(text)
    assert.equal(page.statusCode, 200)
    assert.match(
      page.body,
      /This message is genuine\.[^]*FC &lt;Amsterdam&gt;[^]*Payment request[^]*e-mail/,
      text,
    )
    assert.doesNotMatch(page.body, /Joe|Doe|100[.,]00|joe@|2026-\d+</)
    assert.equal(page.headers['cache-control'], 'no-store')
  }
  for (const [language, words] of [
    ['nl', 'Dit bericht is echt'],
    ['de', 'Diese Nachricht ist echt'],
    ['fr', 'Ce message est authentique'],
    ['it', 'Questo messaggio è autentico'],
  ] as const)
    assert.ok((await ask(code, language)).body.includes(words))
  assert.match((await running.app.inject('/genuine')).body, /<form method="post" action="\/genuine">/)
})

test('anything else is not ours: codes of nobody, of another company, of what has not left', async () => {
  const tenant = await running.tenant()
  const other = await running.tenant()
  const { code } = await aMessage(tenant)
  const elsewhere = `${other.company.companyId}-${code.split('-')[1]}`
  const night = new Date('2026-03-03T23:00:00Z')
  const waiting = await aMessage(other, night)
  for (const wrong of [
    elsewhere,
    waiting.code,
    '',
    '1',
    '<script>',
    `${code}X`,
    '9'.repeat(5000),
    '2147483648-AAAAAAAAAAAA',
  ]) {
    const page = await ask(wrong)
    assert.equal(page.statusCode, 200)
    assert.match(page.body, /We did not send a message with this code/, wrong)
    assert.doesNotMatch(page.body, /<script>/)
  }
  const link = await running.app.inject(`/l/${elsewhere}`)
  assert.equal(link.statusCode, 404)
})

test('the short link leads to the page of its invoice, also when it is paid', async () => {
  const tenant = await running.tenant()
  const { code, invoiceId } = await aMessage(tenant)
  for (const pay of [false, true]) {
    if (pay) await markInvoicePaid(ctxAt(tenant, NOON), invoiceId, NOON)
    const link = await running.app.inject(`/l/${code}`)
    assert.equal(link.statusCode, 303)
    assert.equal(link.headers['cache-control'], 'no-store')
    const page = await running.app.inject(String(link.headers.location))
    assert.equal(page.statusCode, 200)
    assert.match(page.body, /Membership fee/)
  }
})

test('nobody can try many codes', async () => {
  const codes = Array.from({ length: 31 }, () => ask('1-AAAAAAAAAAAA'))
  const statuses = (await Promise.all(codes)).map(({ statusCode }) => statusCode)
  assert.ok(statuses.includes(429))
  assert.equal(readMessageCode('1-AAAAAAAAAAAU'), undefined, 'a letter that no code has')
})
