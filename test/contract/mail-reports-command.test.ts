import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { queueMail } from '../../server/domain/mails/queue-mail.ts'
import { sendMail } from '../../server/domain/mails/send-mail.ts'
import { newId } from '../../server/kernel/ids.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { bounceOf } from '../support/mail-reports.ts'
import { sampleParams } from '../support/mails.ts'

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url))

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

/** `balie …` with something on its standard input. */
const balie = (words: string[], input: string, more: Record<string, string> = {}) =>
  new Promise<{ code: number | null; out: string }>((resolve) => {
    const env = {
      PATH: process.env['PATH'],
      DATABASE_URL: running.database.url,
      SECRET_KEY: '07'.repeat(32),
      PUBLIC_URL: 'https://balie.example',
      ...more,
    }
    const child = spawn(process.execPath, [main, ...words], { env, stdio: ['pipe', 'pipe', 'ignore'] })
    let out = ''
    child.stdout.on('data', (part: Buffer) => (out += part.toString()))
    child.on('close', (code) => resolve({ code, out }))
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })

test('the alias of a mail server pipes a report in; it never hears of an error but to try again', async () => {
  const tenant = await running.tenant()
  const { sql } = running.database
  const { companyId } = tenant.company
  const mailId = (await queueMail(tenant.ctx(), {
    to: 'john@example.com',
    template: 'ticket-answer',
    locale: null,
    params: sampleParams['ticket-answer'],
    about: { kind: 'ticket', id: newId() },
  }))!
  const delivery = { domain: 'balie.example', deliver: async () => ({}) }
  await sendMail({ sql, now: running.clock.now(), delivery, storage: running.storage }, { companyId, mailId })
  const bounce = bounceOf({ messageId: `<${mailId}.${companyId}@balie.example>`, to: 'john@example.com' })
  const unreachable = 'postgres://nobody@127.0.0.1:1/none'
  assert.equal((await balie(['mails', 'report'], bounce, { DATABASE_URL: unreachable })).code, 75)
  for (const [input, status] of [
    [bounce, 'recorded'],
    // A mail that goes on and on is read to its end, so that nobody's pipe breaks.
    [bounce + 'x'.repeat(5_000_000), 'known'],
    ['Subject: a holiday notice\r\n\r\nI am away', 'ignored'],
    ['', 'ignored'],
  ] as const) {
    const { code, out } = await balie(['mails', 'report', '--json'], input)
    assert.deepEqual([code, JSON.parse(out)], [0, { status }])
  }
})

test('the address for reports is shown whenever it is asked for, and works', async () => {
  const address = async (...more: string[]) => {
    const { code, out } = await balie(['mails', 'reports', '--json', ...more], '')
    assert.equal(code, 0)
    return (JSON.parse(out) as { url: string }).url
  }
  const url = await address()
  assert.match(url, /^https:\/\/balie\.example\/webhooks\/mail-reports\/[\w-]{32}$/)
  assert.equal(await address(), url)
  const post = (to: string) =>
    running.app.inject({
      method: 'POST',
      url: new URL(to).pathname,
      headers: { 'content-type': 'message/rfc822' },
      payload: 'x',
    })
  assert.equal((await post(url)).statusCode, 422)
  const next = await address('--renew')
  assert.deepEqual([(await post(url)).statusCode, (await post(next)).statusCode], [404, 422])
})
