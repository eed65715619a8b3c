import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { startTestApp, type TestApp } from '../support/app.ts'

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url))

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

/** `balie …` on the database of this test. */
async function balie(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { PATH: process.env['PATH'], DATABASE_URL: running.database.url, LOG_LEVEL: 'silent' }
  return promisify(execFile)(process.execPath, [main, ...words], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      out: error.stdout,
      err: error.stderr,
    }),
  )
}

test('balie plans: defines what a plan holds and costs, bills it, and notes what is paid', async () => {
  const set = await balie('plans', 'set', 'complete', '--price', '12.95', '--json')
  assert.equal(set.code, 0, set.err)
  const plan = JSON.parse(set.out)
  assert.equal(plan.monthlyPrice, '12.95')
  assert.ok(plan.features.includes('ticketing'), 'what is not given stays')
  const club = JSON.parse(
    (await balie('plans', 'set', 'club', '--features', 'ticketing, files', '--json')).out,
  )
  assert.deepEqual(club, {
    name: 'club',
    features: ['files', 'ticketing'],
    vatRate: 21,
    monthlyPrice: '0.00',
  })
  const listed = JSON.parse((await balie('plans', 'list', '--json')).out) as { name: string }[]
  assert.deepEqual(listed.map(({ name }) => name).sort(), ['basic', 'club', 'complete'])
  running.clock.set('2020-01-01T00:00:00Z')
  const { company } = await running.tenant()
  assert.match((await balie('plans', 'bill')).out, /invoices +1\n/)
  assert.match((await balie('plans', 'bill')).out, /invoices +0\n/)
  const [invoice] = JSON.parse((await balie('plans', 'invoice', 'list', '--json')).out)
  assert.equal(invoice.company, company.name)
  assert.equal(invoice.total, '15.67')
  assert.equal(invoice.paidAt, null)
  const paid = await balie('plans', 'invoice', 'paid', invoice.number, '--at', '2026-01-31', '--json')
  assert.deepEqual(JSON.parse(paid.out), { number: invoice.number, paidAt: '2026-01-31T00:00:00.000Z' })
})

test('balie plans: what does not fit is refused with a sentence', async () => {
  for (const [words, said] of [
    [['set', 'Club!'], /^balie: name must be/],
    [['set', 'club', '--price', '1.005'], /^balie: price must be an amount/],
    [['set', 'club', '--features', 'teleport'], /^balie: features must be of .*teleport is none/],
    [['invoice', 'paid', 'BAL-1900.0001'], /^balie: There is no invoice BAL-1900.0001/],
  ] as const) {
    const { code, err } = await balie('plans', ...words)
    assert.equal(code, 1, words.join(' '))
    assert.match(err, said)
  }
  const help = await balie('plans', '--help')
  assert.equal(help.code, 0)
  for (const word of ['list', 'set', 'bill', 'invoice']) assert.ok(help.out.includes(word), word)
})
