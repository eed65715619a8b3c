import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../../../test/support/app.ts'
import { sampleParams, startMailServer, type MailFault } from '../../../test/support/mails.ts'
import type { Delivery } from '../../domain/mails/delivery.ts'
import type { MailAttachment, MailTemplate } from '../../domain/mails/mail.ts'
import { listMails } from '../../domain/mails/list-mails.ts'
import { queueMail } from '../../domain/mails/queue-mail.ts'
import { retryMails } from '../../domain/mails/retry-mails.ts'
import { GAPS_SECONDS, sendMail } from '../../domain/mails/send-mail.ts'
import { newId } from '../../kernel/ids.ts'
import { smtpDelivery } from './smtp.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const impatient = { connectionMs: 500, silenceMs: 300, attemptMs: 2000 }
const deliveryTo = (url: string, patience = impatient) =>
  smtpDelivery({ url, from: 'noreply@balie.example', publicUrl: () => 'https://balie.example' }, patience)

const queue = async (
  tenant: Tenant,
  {
    to = 'john@example.com',
    template = 'invoice-created',
    attachments = [],
  }: { to?: string; template?: MailTemplate; attachments?: MailAttachment[] } = {},
): Promise<string> => {
  const params = sampleParams[template]
  const about = { kind: 'invoice', id: newId() }
  return (await queueMail(tenant.ctx(), { to, template, locale: null, params, attachments, about }))!
}

const rowOf = async (id: string) => {
  const [row] = await running.database.sql<
    [{ state: string; attempts: number; lastError: string | null; messageId: string | null; jobs: number }]
  >`
    select state, attempts, last_error as "lastError", message_id as "messageId",
           (select count(*) from graphile_worker.jobs where key = 'send-mail ' || m.id) as jobs
      from mails m where id = ${id}`
  return row
}

/** One attempt, `seconds` after the first. */
const attempt = (tenant: Tenant, id: string, delivery: Delivery, seconds = 0) =>
  sendMail(
    {
      sql: running.database.sql,
      now: new Date(Date.parse('2026-11-21T10:00:00Z') + seconds * 1000),
      delivery,
      storage: running.storage,
    },
    { companyId: tenant.company.companyId, mailId: id },
  )

test('a mail arrives whole, in the name of the company, with its calendar', async () => {
  const server = await startMailServer()
  const tenant = await running.tenant({ name: 'Café "Größe", Ü & Søn', email: 'desk@clubx.example' })
  const calendar = {
    filename: 'appointment.ics',
    contentType: 'text/calendar; method=REQUEST; charset=utf-8',
    text: 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n',
  }
  const note = { filename: 'ünïcode "note".txt', contentType: 'text/plain; charset=utf-8', text: 'Grüße' }
  const id = await queue(tenant, { template: 'appointment-scheduled', attachments: [calendar, note] })
  assert.equal(await attempt(tenant, id, deliveryTo(server.url)), 'sent')
  const [{ mail, from, to, raw }] = server.received as [(typeof server.received)[0]]
  assert.deepEqual([from, to], ['noreply@balie.example', ['john@example.com']])
  assert.deepEqual(mail.from, { name: 'Café "Größe", Ü & Søn', address: 'noreply@balie.example' })
  assert.deepEqual(mail.replyTo, [{ name: 'Café "Größe", Ü & Søn', address: 'desk@clubx.example' }])
  assert.deepEqual(mail.to, [{ name: '', address: 'john@example.com' }])
  assert.equal(mail.subject, 'Appointment with Café "Größe", Ü & Søn: Contract extension')
  assert.match(mail.text!, /Hello John Doe,[^]*Join online:\nhttps:\/\/meet\.example\/abc/)
  assert.match(mail.html!, /<html lang="en">/)
  assert.equal(mail.messageId, `<${id}.${tenant.company.companyId}@balie.example>`)
  assert.match(raw, /^Auto-Submitted: auto-generated\r$/m)
  assert.match(raw, /^Content-Type: text\/calendar;[^]*?method=REQUEST/m)
  const names = mail.attachments.map(({ filename }) => filename)
  assert.ok(names.includes('appointment.ics') && names.includes('ünïcode "note".txt'), String(names))
  const row = await rowOf(id)
  assert.deepEqual([row.state, row.attempts, row.lastError], ['sent', 1, null])
  assert.equal(await attempt(tenant, id, deliveryTo(server.url)), 'gone')
  assert.equal(server.received.length, 1)
  await server.stop()
})

const passing: [string, MailFault][] = [
  ['the mailbox is busy', { at: 'rcpt', reply: { code: 450, text: 'mailbox busy' } }],
  ['the server asks for patience', { at: 'data', reply: { code: 451, text: 'greylisted' } }],
  ['the sender is refused, which is ours to repair', { at: 'mail', reply: { code: 550, text: 'no' } }],
  ['the server falls silent', { at: 'rcpt', silent: true }],
  ['the server falls silent after the mail', { at: 'data', silent: true }],
]

for (const [when, fault] of passing)
  test(`the mail is sent by the next attempt when ${when}`, async () => {
    const server = await startMailServer([fault])
    const tenant = await running.tenant()
    const id = await queue(tenant)
    assert.equal(await attempt(tenant, id, deliveryTo(server.url)), 'later')
    const failed = await rowOf(id)
    assert.deepEqual([failed.state, failed.attempts, failed.jobs], ['pending', 1, 1])
    assert.ok(failed.lastError)
    assert.equal(await attempt(tenant, id, deliveryTo(server.url), 30), 'sent')
    assert.equal(server.received.length, 1)
    assert.equal((await rowOf(id)).lastError, null)
    await server.stop()
  })

test('a connection lost after the mail was taken sends it again, under the same Message-ID', async () => {
  const server = await startMailServer([{ at: 'data', cut: true }])
  const tenant = await running.tenant()
  const id = await queue(tenant)
  assert.equal(await attempt(tenant, id, deliveryTo(server.url)), 'later')
  assert.equal(await attempt(tenant, id, deliveryTo(server.url), 30), 'sent')
  const ids = server.received.map(({ mail }) => mail.messageId)
  await server.stop()
  const messageId = `<${id}.${tenant.company.companyId}@balie.example>`
  assert.deepEqual(ids, [messageId, messageId])
})

test('a server that makes delivery reports is asked for one of failure that names the mail', async () => {
  const asked: object[] = []
  const server = await startMailServer([], {
    hideDSN: false,
    onRcptTo({ dsn }, { envelope }, callback) {
      asked.push({ ...envelope.dsn, ...dsn })
      callback()
    },
  })
  const tenant = await running.tenant()
  const id = await queue(tenant)
  assert.equal(await attempt(tenant, id, deliveryTo(server.url)), 'sent')
  const strange = await queue(tenant, { to: 'jürgen@example.com' })
  assert.equal(await attempt(tenant, strange, deliveryTo(server.url)), 'sent')
  await server.stop()
  const name = (mailId: string) => `${mailId}.${tenant.company.companyId}`
  const both = { ret: 'HDRS', notify: ['FAILURE'] }
  assert.deepEqual(asked, [
    { ...both, envid: name(id), orcpt: 'rfc822;john@example.com' },
    { ...both, envid: name(strange) },
  ])
})

for (const fault of [
  { at: 'rcpt', reply: { code: 550, text: 'no such user' } },
  { at: 'data', reply: { code: 554, text: 'spam' } },
] satisfies MailFault[])
  test(`a refusal for good at ${fault.at.toUpperCase()} is not tried again`, async () => {
    const server = await startMailServer([fault])
    const tenant = await running.tenant()
    const id = await queue(tenant)
    await running.database.sql`delete from graphile_worker._private_jobs`
    assert.equal(await attempt(tenant, id, deliveryTo(server.url)), 'failed')
    const row = await rowOf(id)
    assert.deepEqual([row.state, row.attempts, row.jobs], ['failed', 1, 0])
    assert.match(row.lastError!, new RegExp(fault.reply.text))
    assert.equal(server.attempts(), 1)
    await server.stop()
  })

test('a wrong password is tried again, and is in no error', async () => {
  const server = await startMailServer([], {
    authOptional: false,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (_auth, _session, callback) => callback(new Error('Invalid username or password')),
  })
  const tenant = await running.tenant()
  const id = await queue(tenant)
  const url = server.url.replace('//', '//someone:s3cr3t-word@')
  assert.equal(await attempt(tenant, id, deliveryTo(url)), 'later')
  assert.doesNotMatch((await rowOf(id)).lastError!, /s3cr3t/)
  await server.stop()
})

test('nobody there: the attempts grow apart over a day, then the mail has failed, until the operator tries it again', async () => {
  const tenant = await running.tenant()
  const id = await queue(tenant)
  const nowhere = deliveryTo('smtp://127.0.0.1:1')
  let seconds = 0
  for (const gap of GAPS_SECONDS) {
    assert.equal(await attempt(tenant, id, nowhere, seconds), 'later')
    seconds += gap
  }
  assert.ok(seconds > 23 * 3600 && seconds <= 24 * 3600)
  assert.equal(await attempt(tenant, id, nowhere, seconds), 'failed')
  const row = await rowOf(id)
  assert.deepEqual([row.state, row.attempts], ['failed', GAPS_SECONDS.length + 1])
  assert.match(row.lastError!, /ECONNREFUSED/)
  const { sql } = running.database
  const failed = await listMails(sql, { state: 'failed', limit: 100 })
  assert.ok(failed.some((mail) => mail.id === id && mail.lastError === row.lastError))
  const server = await startMailServer()
  assert.equal(await retryMails(sql, new Date(), id), 1)
  assert.equal((await rowOf(id)).jobs, 1)
  assert.equal(await attempt(tenant, id, deliveryTo(server.url), seconds + 60), 'sent')
  assert.equal(await retryMails(sql, new Date(), id), 0, 'what was sent is not sent again')
  await server.stop()
})

test('two attempts at once send one mail; one whose maker died is made again when its lease is over', async () => {
  const server = await startMailServer()
  const tenant = await running.tenant()
  const id = await queue(tenant)
  const delivery = deliveryTo(server.url)
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => attempt(tenant, id, delivery)))
  assert.equal(outcomes.filter((outcome) => outcome === 'sent').length, 1)
  assert.equal(server.received.length, 1)
  const left = await queue(tenant)
  await running.database.sql`
    update mails set attempts = 1, leased_until = '2100-01-01T00:00:00Z' where id = ${left}`
  assert.equal(await attempt(tenant, left, delivery, 100), 'later')
  const [job] = await running.database.sql<[{ at: string }]>`
    select run_at::text as at from graphile_worker.jobs where key = ${`send-mail ${left}`}`
  assert.equal(Date.parse(job.at), Date.parse('2100-01-01T00:00:00Z'))
  assert.equal(await attempt(tenant, left, delivery, 75 * 366 * 86_400), 'sent')
  await server.stop()
})

test('nobody is written to without an address, nor to several in one', async () => {
  const tenant = await running.tenant()
  const about = { kind: 'invoice', id: newId() }
  const params = sampleParams['invoice-created']
  for (const to of [null, ''])
    assert.equal(
      await queueMail(tenant.ctx(), { to, template: 'invoice-created', locale: 'xx', params, about }),
      undefined,
    )
  const server = await startMailServer()
  const id = await queue(tenant, { to: 'a@example.com, b@example.com' })
  assert.equal(await attempt(tenant, id, deliveryTo(server.url)), 'failed')
  assert.match((await rowOf(id)).lastError!, /not an e-mail address/)
  assert.equal(server.attempts(), 0)
  await server.stop()
})

test('what is rolled back was never queued, and another tenant’s mail is not there', async () => {
  const tenant = await running.tenant()
  let id = ''
  await assert.rejects(
    running.database.sql.begin(async (tx) => {
      const about = { kind: 'invoice', id: newId() }
      const params = sampleParams['invoice-created']
      const ctx = { ...tenant.ctx(), sql: tx }
      id = (await queueMail(ctx, {
        to: 'a@example.com',
        template: 'invoice-created',
        locale: null,
        params,
        about,
      }))!
      throw new Error('rolled back')
    }),
    /rolled back/,
  )
  assert.equal(await rowOf(id), undefined)
  const [{ jobs }] = await running.database.sql<[{ jobs: number }]>`
    select count(*) as jobs from graphile_worker.jobs where key = ${`send-mail ${id}`}`
  assert.equal(jobs, 0)
  const server = await startMailServer()
  const foreign = await queue(tenant)
  assert.equal(await attempt(await running.tenant(), foreign, deliveryTo(server.url)), 'gone')
  assert.equal(server.attempts(), 0)
  await server.stop()
})
