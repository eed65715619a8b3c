import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type Tenant, type TestApp } from '../../../test/support/app.ts'
import { aCustomer, anInvoice, anUpload } from '../../../test/support/builders.ts'
import { startMailServer } from '../../../test/support/mails.ts'
import { ownConversationPage, ownPage } from '../../domain/customer-portal/own-page.ts'
import { MAX_ATTACHED_BYTES } from '../../domain/mails/attach-files.ts'
import { sendMail, type SendMailDeps } from '../../domain/mails/send-mail.ts'
import { answerConversation } from '../../domain/tickets/answer-conversation.ts'
import { askInvoiceQuestion } from '../../domain/tickets/ask-invoice-question.ts'
import { createTicket } from '../../domain/tickets/create-ticket.ts'
import { bodyFromText } from '../../domain/tickets/message-body.ts'
import { BalieError } from '../../kernel/errors.ts'
import { smtpDelivery } from './smtp.ts'

let running: TestApp
let tenant: Tenant
let server: Awaited<ReturnType<typeof startMailServer>>
before(async () => {
  running = await startTestApp()
  tenant = await running.tenant({ name: 'FC Amsterdam' })
  server = await startMailServer()
})
after(async () => {
  await server.stop()
  await running.close()
})

const PUBLIC = 'https://balie.example'

/** A conversation about an invoice, or about nothing in particular; unanswered. */
async function asked(about: 'invoice' | 'nothing'): Promise<string> {
  const body = bodyFromText('May I have the papers?')
  if (about === 'nothing') {
    const { id: customerId } = await aCustomer(tenant)
    return (await createTicket(tenant.ctx(), { customerId, title: 'Papers', body, byCustomer: true })).id
  }
  const { invoice } = await anInvoice(tenant)
  await askInvoiceQuestion(tenant.ctx(), invoice.id, invoice.linkToken, body)
  const [ticket] = await tenant.ctx().sql<[{ id: string }]>`
    select id from tickets where company_id = ${tenant.company.companyId} and invoice_id = ${invoice.id}`
  return ticket.id
}

const answer = async (ticket: string, files: [name: string, content: string | Buffer, mime: string][]) =>
  answerConversation(tenant.ctx(), ticket, {
    body: bodyFromText('Here you are.'),
    uploads: await Promise.all(files.map(([name, content, mime]) => anUpload(tenant, content, name, mime))),
    archive: false,
  })

/** One attempt at the newest mail. */
async function send(more: Partial<SendMailDeps> = {}) {
  const { sql } = running.database
  const { companyId } = tenant.company
  const [{ mailId }] = await sql<[{ mailId: string }]>`
    select id as "mailId" from mails where company_id = ${companyId} order by id desc limit 1`
  const delivery = smtpDelivery({ url: server.url, from: 'noreply@balie.example', publicUrl: () => PUBLIC })
  const now = running.clock.now()
  return sendMail({ sql, now, delivery, storage: running.storage, ...more }, { companyId, mailId })
}
const received = () => server.received.at(-1)!.mail

test('the files of an answer go along with its mail, byte for byte, in their order', async () => {
  const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255, 13, 10])
  await answer(await asked('invoice'), [
    ['Überweisung “1”.txt', 'Grüße', 'text/plain'],
    ['field.png', picture, 'image/png'],
  ])
  assert.equal(await send(), 'sent')
  const { attachments, text, html } = received()
  assert.deepEqual(
    attachments.map(({ filename, mimeType, disposition }) => [filename, mimeType, disposition]),
    [
      ['Überweisung “1”.txt', 'text/plain', 'attachment'],
      ['field.png', 'image/png', 'attachment'],
    ],
  )
  assert.deepEqual(Buffer.from(attachments[1]!.content as ArrayBuffer), picture)
  assert.match(text!, /Attached: Überweisung “1”\.txt, field\.png/)
  assert.ok(!text!.includes('online:'))
  for (const body of [text!, html!]) assert.ok(body.includes(PUBLIC + ownPage(tenant.company.id)))
})

test('what is too large for a mail is to be found online, and the rest goes along', async () => {
  const ticket = await asked('nothing')
  await answer(ticket, [
    ['season.zip', 'x', 'application/zip'],
    ['note.txt', 'small', 'text/plain'],
  ])
  await tenant.ctx().sql`
    update documents set size_bytes = ${MAX_ATTACHED_BYTES + 1} where name = 'season.zip'`
  assert.equal(await send(), 'sent')
  const { attachments, text, html } = received()
  assert.deepEqual(
    attachments.map(({ filename }) => filename),
    ['note.txt'],
  )
  assert.match(text!, /Attached: note\.txt\nTo download online: season\.zip/)
  const conversation = PUBLIC + ownConversationPage(tenant.company.id, ticket)
  assert.ok(text!.includes(conversation) && html!.includes(`href="${conversation}"`))
})

test('together they stay below what a mail may bear', async () => {
  await answer(await asked('invoice'), [
    ['one.pdf', '1', 'application/pdf'],
    ['two.pdf', '2', 'application/pdf'],
  ])
  await tenant.ctx().sql`
    update documents set size_bytes = ${MAX_ATTACHED_BYTES - 1} where name in ('one.pdf', 'two.pdf')`
  assert.equal(await send(), 'sent')
  assert.match(received().text!, /Attached: one\.pdf\nTo download online: two\.pdf/)
})

test('while the storage is away the mail waits; what was deleted meanwhile holds nothing up', async () => {
  await answer(await asked('invoice'), [['gone.txt', 'gone', 'text/plain']])
  const away = { get: () => Promise.reject(new BalieError('unavailable', 'storage', 'The storage is away.')) }
  const count = server.received.length
  assert.equal(await send({ storage: away }), 'later')
  assert.equal(server.received.length, count)
  const [{ id }] = await tenant.ctx().sql<[{ id: string }]>`select id from documents where name = 'gone.txt'`
  await running.storage.delete(`${tenant.company.companyId}/${id}`)
  assert.equal(await send(), 'sent')
  assert.equal(received().attachments.length, 0)
})
