import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp } from '../../../../test/support/app.ts'
import { runBalie } from '../../../../test/support/server-process.ts'
import { aColleague, speakerOf } from '../../../../test/support/staff.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const unset = { firstDue: 'at_once', announceDays: 7, holdsMandates: false }

test('the terms for installments are changed by what is given, the rest stays, and nobody else’s', async () => {
  const [tenant, other] = [await running.tenant(), await running.tenant()]
  const speak = speakerOf(running.app, await aColleague(tenant, 'treasurer'))
  const elsewhere = speakerOf(running.app, await aColleague(other))
  assert.deepEqual((await speak('GET', '/installment-terms')).json(), unset)
  const first = await speak('PATCH', '/installment-terms', { announceDays: 0 })
  assert.deepEqual(first.json(), { ...unset, announceDays: 0 })
  await speak('PATCH', '/installment-terms', { firstDue: 'invoice_due', holdsMandates: true })
  const changed = { firstDue: 'invoice_due', announceDays: 0, holdsMandates: true }
  assert.deepEqual((await speak('PATCH', '/installment-terms', {})).json(), changed)
  assert.deepEqual((await speak('GET', '/installment-terms')).json(), changed)
  assert.deepEqual((await elsewhere('GET', '/installment-terms')).json(), unset)
  for (const [bad, field] of [
    [{ announceDays: 31 }, 'announceDays'],
    [{ announceDays: -1 }, 'announceDays'],
    [{ announceDays: 1.5 }, 'announceDays'],
    [{ firstDue: 'never' }, 'firstDue'],
    [{ holdsMandates: 'perhaps' }, 'holdsMandates'],
  ] as const) {
    const refused = await speak('PATCH', '/installment-terms', bad)
    assert.deepEqual([refused.statusCode, refused.json().field], [422, field])
  }
  const events = await running.database.sql`
    select after from events where type = 'company.plan_terms_changed' and company_id = ${tenant.company.companyId}
     order by seq desc limit 1`
  assert.deepEqual(events[0]!['after'], changed)
})

test('balie collection terms shows and changes them', async () => {
  const { company } = await running.tenant()
  const balie = (...words: string[]) =>
    runBalie(['collection', 'terms', company.name, ...words, '--json'], {
      DATABASE_URL: running.database.url,
    })
  const terms = async (...words: string[]) => {
    const { code, stdout, stderr } = await balie(...words)
    assert.equal(code, 0, stderr)
    return JSON.parse(stdout) as object
  }
  assert.deepEqual(await terms(), { company: company.name, ...unset })
  const changed = { company: company.name, firstDue: 'after_interval', announceDays: 14, holdsMandates: true }
  const words = ['--first-due', 'after_interval', '--announce-days', '14', '--holds-mandates', 'yes']
  assert.deepEqual(await terms(...words), changed)
  for (const bad of [
    ['--announce-days', 'soon'],
    ['--first-due', 'never'],
    ['--holds-mandates', 'ja'],
  ]) {
    const { code, stderr } = await balie(...bad)
    assert.notEqual(code, 0)
    assert.doesNotMatch(stderr, /\n\s+at /)
  }
  assert.deepEqual(await terms(), changed)
})
