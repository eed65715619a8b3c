import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { SendMailJob } from '../../server/domain/mails/insert-mail.ts'
import { sendMail } from '../../server/domain/mails/send-mail.ts'
import { catchingDelivery } from '../../server/mail/out/catch.ts'
import type { RenderedMail } from '../../server/mail/out/render.ts'
import { startTestApp, type TestApp, type Tenant } from '../support/app.ts'
import { aCustomer, aTicket } from '../support/builders.ts'
import { encodeId } from '../../server/api/mijnklantportaal/ids.ts'
import { voicesOf, type Voices } from '../support/speak.ts'

let running: TestApp
let voices: Voices
before(async () => {
  running = await startTestApp({ mailbox: true })
  voices = voicesOf(running.app)
})
after(() => running.close())

/** Does the work of the jobs that wait, and reads what was caught for the tenant, oldest first. */
async function caughtFor(tenant: Tenant): Promise<(RenderedMail & { id: string; template: string })[]> {
  const { sql } = running.database
  const jobs = await sql<{ payload: SendMailJob }[]>`
    select payload from graphile_worker._private_jobs where (payload->>'companyId')::integer = ${tenant.company.companyId}`
  const delivery = catchingDelivery({ publicUrl: () => 'https://balie.example' })
  for (const { payload } of jobs)
    await sendMail({ sql, now: new Date(), delivery, storage: running.storage }, payload)
  const { data } = (await running.app.inject('/dev/mail.json')).json()
  return data.filter(({ company }: { company: string }) => company === tenant.company.name).reverse()
}

const manual = (customerId: string, more: object = {}) => ({
  customerId,
  invoiceNumber: '2026-007',
  issuedAt: '2026-11-01',
  dueAt: '2026-11-30',
  lines: [{ description: 'Website', amountExclVat: '12.95', vatRate: 21 }],
  ...more,
})

test('sendNotification mails the link that the invoice shows, and leaves it without', async () => {
  const tenant = await running.tenant({ locale: 'nl' })
  const customer = await aCustomer(tenant)
  const customerId = encodeId('customer', customer.id)
  await voices.v1(tenant, 'POST', '/customer-invoices/manual', manual(customerId))
  await voices.v1(
    tenant,
    'POST',
    '/customer-invoices/manual',
    manual(customerId, { sendNotification: false }),
  )
  assert.deepEqual(await caughtFor(tenant), [])
  const made = await voices.v1(
    tenant,
    'POST',
    '/customer-invoices/manual',
    manual(customerId, { sendNotification: 'true' }),
  )
  const [mail, ...more] = await caughtFor(tenant)
  assert.deepEqual(more, [])
  assert.equal(mail!.to, customer.email)
  assert.equal(mail!.subject, `Factuur 2026-007 van ${tenant.company.name}`)
  assert.match(mail!.text, /Bedrag: €\s15,67\nTe betalen vóór: 30 november 2026/)
  const { href } = made.json().links.onlinePaymentLink
  assert.ok(mail!.text.includes(href) && mail!.html.includes(`href="${href}"`))
  assert.equal((await running.app.inject(new URL(href).pathname)).statusCode, 200)
})

test('an invoice that is refused is not announced, nor one twice under one Idempotency-Key', async () => {
  const tenant = await running.tenant()
  const customerId = encodeId('customer', (await aCustomer(tenant)).id)
  const send = (body: object) =>
    running.app.inject({
      method: 'POST',
      url: '/v1/customer-invoices/manual',
      headers: { authorization: tenant.bearer, 'idempotency-key': 'once' },
      payload: body,
    })
  const bad = manual(`cst_${'0'.repeat(26)}`, { sendNotification: true })
  assert.equal((await send(bad)).statusCode, 422)
  assert.deepEqual(await caughtFor(tenant), [])
  for (let i = 0; i < 3; i++)
    assert.equal((await send(manual(customerId, { sendNotification: true }))).statusCode, 200)
  assert.equal((await caughtFor(tenant)).length, 1)
})

test('a customer without an address is invoiced all the same', async () => {
  const tenant = await running.tenant()
  const customer = await aCustomer(tenant)
  await running.database.sql`update customers set email = null where id = ${customer.id}`
  const body = manual(encodeId('customer', customer.id), { sendNotification: true })
  assert.equal((await voices.v1(tenant, 'POST', '/customer-invoices/manual', body)).statusCode, 200)
  assert.deepEqual(await caughtFor(tenant), [])
})

for (const [name, answer] of [
  [
    '/v1',
    (tenant: Tenant, ticket: string) =>
      voices.v1(tenant, 'POST', `/tickets/${ticket}`, { message: '<p>It was <b>counted</b> twice</p>' }),
  ],
  [
    '/api/v2',
    (tenant: Tenant, _ticket: string, invoice: string) =>
      voices.v2(tenant, 'POST', `/invoices/${invoice}/tickets`, { message: 'It was counted twice' }),
  ],
] as const)
  test(`an answer through ${name} goes to the customer once, in the invoice's language, with a link that opens it`, async () => {
    const tenant = await running.tenant()
    const { ticket, v2, invoice } = await aTicket(tenant)
    await running.database.sql`update invoices set locale = 'de' where id = ${invoice.id}`
    assert.ok((await answer(tenant, ticket, v2)).statusCode < 300)
    const [mail, ...more] = await caughtFor(tenant)
    assert.deepEqual(more, [])
    assert.equal(
      mail!.subject,
      `Antwort von ${tenant.company.name}: Question about invoice ${invoice.externalNumber}`,
    )
    assert.match(mail!.text, /^Guten Tag Customer \d+,/)
    assert.match(mail!.text, /\n> It was counted twice\n/)
    const [, path] = /https:\/\/balie\.example(\/\S+)/.exec(mail!.text)!
    const page = await running.app.inject(path!)
    assert.equal(page.statusCode, 200)
    assert.match(page.body, /counted twice/)
  })

test('a chat is answered in the chat, and a question is no answer', async () => {
  const tenant = await running.tenant()
  const { link, invoice, v2 } = await aTicket(tenant)
  assert.ok((await voices.link('POST', link, { message: 'And this?' })).statusCode < 300)
  await running.database.sql`update tickets set source = 'chat' where invoice_id = ${invoice.id}`
  assert.ok((await voices.v2(tenant, 'POST', `/invoices/${v2}/tickets`, { message: 'Yes' })).statusCode < 300)
  assert.deepEqual(await caughtFor(tenant), [])
})

test('a caught mail can be read as a page, and is not there where none is caught', async () => {
  const tenant = await running.tenant({ name: 'Club <b>X</b>' })
  const { ticket } = await aTicket(tenant, 'unanswered')
  await voices.v1(tenant, 'POST', `/tickets/${ticket}`, { message: '<p>One & <b>two</b></p>' })
  const { id } = (await caughtFor(tenant))[0]!
  const list = await running.app.inject('/dev/mail')
  assert.match(list.body, new RegExp(`href="/dev/mail/${id}"`))
  const shown = await running.app.inject(`/dev/mail/${id}`)
  assert.match(shown.body, /Club &lt;b&gt;X&lt;\/b&gt;/)
  assert.doesNotMatch(shown.body, /<b>X/)
  const html = await running.app.inject(`/dev/mail/${id}/html`)
  assert.match(String(html.headers['content-security-policy']), /sandbox/)
  assert.match(html.body, /One &amp; two/)
  for (const path of [
    '/dev/mail/none',
    `/dev/mail/${id.replace(/.$/, 'f')}0`,
    `/dev/mail/${id}/attachments/0`,
  ])
    assert.equal((await running.app.inject(path)).statusCode, 404, path)
  const closed = await startTestApp()
  assert.equal((await closed.app.inject('/dev/mail')).statusCode, 404)
  assert.equal((await closed.app.inject('/dev/mail.json')).statusCode, 404)
  await closed.close()
})
