import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../support/app.ts'
import { aMember, aTransmittedBatch, collectAt, ctxAt, daysAfter, messagesOf } from '../support/collection.ts'
import { render } from '../../server/mail/out/render.ts'
import { newId } from '../../server/kernel/ids.ts'
import { insertEvent } from '../../server/domain/events/event.ts'
import { getInvoiceDetails } from '../../server/domain/invoices/get-invoice-details.ts'
import { markInvoicePaid } from '../../server/domain/invoices/mark-invoice-paid.ts'
import type { DueMail } from '../../server/domain/mails/mail.ts'
import { holdCollection, releaseCollection } from '../../server/domain/collection/hold-collection.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const NOON = new Date('2026-03-03T11:00:00Z')
const run = (now: Date) => collectAt(running.database.sql, now)
const steps = async (tenant: Tenant) =>
  (await messagesOf(running.database.sql, tenant)).map(({ step }) => step)

/** Takes back all that was paid, as a payment provider tells it. */
async function chargeBack(tenant: Tenant, id: string, now: Date): Promise<void> {
  const ctx = ctxAt(tenant, now)
  await ctx.sql`
    with line as (
      insert into invoice_lines (company_id, id, invoice_id, kind, amount_cents, occurred_at, created_at)
      select company_id, ${newId()}, id, 'chargeback', 10000, ${now}, ${now} from invoices
       where company_id = ${ctx.company.companyId} and id = ${id}
      returning company_id, invoice_id as id, null as before, null as after
    ), event as (${insertEvent(ctx, 'invoice.chargeback')} from line)
    select 1`
}

test('money that is taken back is told at once with its fee, then the flow goes on where it stood', async () => {
  const tenant = await running.tenant()
  const { invoiceIds } = await aTransmittedBatch(tenant, 1, {
    now: NOON,
    settings: { fees: { chargebackCents: 250 } },
  })
  const [id] = invoiceIds as [string]
  await run(NOON)
  await markInvoicePaid(ctxAt(tenant, daysAfter(NOON, 2)), id, daysAfter(NOON, 2))
  await run(daysAfter(NOON, 30))
  assert.deepEqual(await steps(tenant), ['request1'])
  for (const day of [31, 33]) {
    await chargeBack(tenant, id, daysAfter(NOON, day))
    await run(daysAfter(NOON, day))
    await run(daysAfter(NOON, day))
    if (day === 31) await markInvoicePaid(ctxAt(tenant, daysAfter(NOON, 32)), id, daysAfter(NOON, 32))
  }
  assert.deepEqual(await steps(tenant), ['request1', 'chargeback', 'chargeback'])
  const said = await messagesOf(running.database.sql, tenant)
  assert.deepEqual([said[1]!.amountCents, said[1]!.feeCents], [10_250, 250])
  const { lines } = await getInvoiceDetails(ctxAt(tenant, NOON), id)
  assert.equal(lines.filter(({ subtype }) => subtype === 'chargeback_fee').length, 2)
  await run(daysAfter(NOON, 53))
  assert.equal((await steps(tenant)).length, 3)
  await run(daysAfter(NOON, 54))
  assert.deepEqual((await steps(tenant)).slice(3), ['reminder1'])
})

test('a plan keeps the collection silent, also when one of its installments is taken back', async () => {
  const tenant = await running.tenant()
  const { invoiceIds } = await aTransmittedBatch(tenant, 1, { now: NOON })
  const [id] = invoiceIds as [string]
  await run(NOON)
  assert.equal(
    await holdCollection(ctxAt(tenant, daysAfter(NOON, 1)), id, 'plan', 'paid in 3 installments'),
    true,
  )
  assert.equal(await holdCollection(ctxAt(tenant, daysAfter(NOON, 1)), id, 'plan', 'again'), false)
  await chargeBack(tenant, id, daysAfter(NOON, 5))
  await run(daysAfter(NOON, 60))
  assert.deepEqual(await steps(tenant), ['request1'])
  assert.equal(await releaseCollection(ctxAt(tenant, daysAfter(NOON, 60)), id, 'plan'), true)
  await run(daysAfter(NOON, 80))
  assert.deepEqual(await steps(tenant), ['request1', 'reminder1'])
})

test('the mail is in the language of the invoice and the name of the club; nothing in it steers a header or a page', async () => {
  const tenant = await running.tenant({ name: 'FC\r\nBcc: all@example.com <b>', email: 'desk@club.example' })
  const hostile = '<img src=x onerror=alert(1)>\r\nBcc: everybody@example.com'
  await aTransmittedBatch(tenant, 1, {
    now: NOON,
    settings: { personalNote: `${hostile}\n<script>`, salutation: 'Ahoy {name}\r\nX: y,' },
    recipient: {
      ...aMember,
      name: { ...aMember.name, firstName: hostile, infix: '{number}', lastName: '{company}' },
    },
  })
  await run(NOON)
  const { companyId } = tenant.company
  const [mail] = await running.database.sql<DueMail[]>`
    select m.id, m.company_id as "companyId", m.to_address as "to", m.template, m.locale, m.params, m.attachments, '<x@y>' as "messageId",
           json_build_object('id', c.id, 'name', c.name, 'email', c.email, 'timeZone', c.time_zone, 'look', c.look) as company
      from mails m join companies c on c.company_id = m.company_id where m.company_id = ${companyId}`
  const rendered = render(mail!, 'https://balie.example')
  for (const header of [rendered.subject, rendered.fromName, rendered.to, rendered.replyTo])
    assert.doesNotMatch(header, /[\r\n]/)
  assert.equal(rendered.replyTo, 'desk@club.example')
  assert.doesNotMatch(rendered.html, /<img|<script>|<b>/)
  assert.match(
    rendered.html,
    /Ahoy &lt;img src=x onerror=alert\(1\)&gt; Bcc: everybody@example\.com \{number\} \{company\} X: y,/,
  )
  const [said] = await messagesOf(running.database.sql, tenant)
  assert.ok(rendered.html.includes(`https://balie.example/l/${said!.code}`))
  assert.ok(rendered.text.includes('https://balie.example/genuine'))
})

test('what became of a mail stands on its message, and in the API', async () => {
  const tenant = await running.tenant()
  const { invoiceIds } = await aTransmittedBatch(tenant, 2, { now: NOON })
  await run(NOON)
  const { sql } = running.database
  const { companyId } = tenant.company
  await sql`update mails set state = 'sent', sent_at = ${NOON} where company_id = ${companyId} and about_id = ${invoiceIds[0]!}`
  await sql`update mails set state = 'failed', last_error = '550 no such user' where company_id = ${companyId} and about_id = ${invoiceIds[1]!}`
  const [sent, failed] = await Promise.all(invoiceIds.map((id) => getInvoiceDetails(ctxAt(tenant, NOON), id)))
  assert.deepEqual(
    [sent!.messages[0]!.state, failed!.messages[0]!.state, failed!.messages[0]!.error],
    ['sent', 'failed', '550 no such user'],
  )
  const shown = async (id: string) =>
    (
      await running.app.inject({
        url: `/api/v2/invoices/${id.replaceAll('-', '')}${companyId.toString(16).padStart(8, '0')}`,
        headers: { authorization: tenant.apiKey },
      })
    ).json().messages
  const [message] = await shown(invoiceIds[0]!)
  assert.deepEqual(Object.keys(message), ['message_id', 'type', 'description', 'date'])
  assert.deepEqual(
    [message.type, message.description, message.date],
    ['EMAIL', 'Payment request', '2026-03-03T11:00:00Z'],
  )
  assert.deepEqual(await shown(invoiceIds[1]!), [])
})
