import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { queueMail } from '../../server/domain/mails/queue-mail.ts'
import { startWorker } from '../../server/jobs/worker.ts'
import { newId } from '../../server/kernel/ids.ts'
import { systemClock } from '../../server/kernel/time.ts'
import { vault } from '../../server/kernel/vault.ts'
import { smtpDelivery } from '../../server/mail/out/smtp.ts'
import { encodeId } from '../../server/api/mijnklantportaal/ids.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { aCustomer } from '../support/builders.ts'
import { sampleParams, startMailServer, type FakeMailServer } from '../support/mails.ts'
import { removeFolder, startServer, temporaryFolder } from '../support/server-process.ts'

let running: TestApp
let dataDir: string
before(async () => {
  running = await startTestApp()
  dataDir = await temporaryFolder()
})
after(async () => {
  await running.close()
  await removeFolder(dataDir)
})

async function until(done: () => Promise<boolean> | boolean, seconds = 40): Promise<void> {
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await sleep(50))
    if (await done()) return
  throw new Error('it did not come that far')
}

const environment = (more: Record<string, string> = {}) => ({
  DATA_DIR: dataDir,
  DATABASE_URL: running.database.url,
  PUBLIC_URL: 'https://balie.example',
  MAIL_FROM: 'noreply@balie.example',
  ...more,
})

test('two workers send each of many mails once', async () => {
  const server = await startMailServer()
  const tenant = await running.tenant()
  const { sql, url } = running.database
  for (let i = 0; i < 40; i++)
    await queueMail(tenant.ctx(), {
      to: `someone${i}@example.com`,
      template: 'ticket-answer',
      locale: 'nl',
      params: sampleParams['ticket-answer'],
      about: { kind: 'message', id: newId() },
    })
  const mail = smtpDelivery({
    url: server.url,
    from: 'a@b.example',
    publicUrl: () => 'https://balie.example',
  })
  const deps = {
    sql,
    vault: vault(Buffer.alloc(32)),
    storage: undefined as never,
    payments: undefined as never,
    clock: systemClock,
    log: pino({ level: 'silent' }),
    mail,
    counted: () => {},
  }
  // Their clock is not the tests': the jobs are due at once.
  await sql`select graphile_worker.reschedule_jobs(array_agg(id), run_at := now()) from graphile_worker.jobs`
  const workers = await Promise.all([startWorker(url, deps), startWorker(url, deps)])
  await until(() => server.received.length >= 40)
  await sleep(500)
  await Promise.all(workers.map((worker) => worker.stop()))
  const to = server.received.map((received) => received.to.join())
  assert.equal(to.length, 40)
  assert.equal(new Set(to).size, 40)
  const [{ sent }] = await sql<[{ sent: number }]>`select count(*) as sent from mails where state = 'sent'`
  assert.equal(sent, 40)
  await server.stop()
})

/** Makes an invoice that its customer is to be told of, through a process's own API. */
async function announce(url: string): Promise<string> {
  const tenant = await running.tenant()
  const customerId = encodeId('customer', (await aCustomer(tenant)).id)
  const response = await fetch(`${url}/v1/customer-invoices/manual`, {
    method: 'POST',
    headers: { authorization: tenant.bearer, 'content-type': 'application/json' },
    body: JSON.stringify({
      customerId,
      invoiceNumber: `F-${customerId}`,
      issuedAt: '2026-11-01',
      lines: [{ description: 'Website', amountExclVat: '12.95', vatRate: 21 }],
      sendNotification: true,
    }),
  })
  assert.equal(response.status, 200, await response.text())
  return `F-${customerId}`
}

const arrived = ({ received }: FakeMailServer, number: string) =>
  received.filter(({ mail }) => mail.subject!.includes(number))

test('a process that is killed after it said yes has lost no mail', async () => {
  const server = await startMailServer()
  const web = await startServer(environment({ ROLES: 'web' }))
  const number = await announce(web.url)
  await web.stop('SIGKILL')
  const whole = await startServer(environment({ SMTP_URL: server.url }))
  await until(() => arrived(server, number).length > 0)
  await whole.stop()
  assert.equal(arrived(server, number).length, 1)
  await server.stop()
})

test('a process that is killed while it sends leaves the mail to the next one', async () => {
  const server = await startMailServer([{ at: 'data', silent: true }])
  const first = await startServer(environment({ SMTP_URL: server.url }))
  const number = await announce(first.url)
  await until(() => server.attempts() === 1)
  await first.stop('SIGKILL')
  assert.equal(arrived(server, number).length, 0)
  const { sql } = running.database
  const [{ leased }] = await sql<[{ leased: boolean }]>`
    select leased_until > now() as leased from mails where state = 'pending'`
  assert.ok(leased)
  // As if its lease were over; its job is freed when the next process has missed it three times.
  await sql`update mails set leased_until = now() where state = 'pending'`
  const second = await startServer(environment({ SMTP_URL: server.url }))
  await until(() => arrived(server, number).length > 0)
  await second.stop()
  assert.equal(arrived(server, number).length, 1)
  const [row] = await sql<[{ state: string; attempts: number }]>`
    select state, attempts from mails where params->>'number' = ${number}`
  assert.deepEqual({ ...row }, { state: 'sent', attempts: 2 })
  await server.stop()
})
