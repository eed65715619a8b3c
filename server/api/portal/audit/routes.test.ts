import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { listAuditTrail, type AuditChoice } from '../../../domain/audit/list-audit-trail.ts'
import { editCustomer } from '../../../domain/customers/edit-customer.ts'
import { startTestApp, type Tenant, type TestApp } from '../../../../test/support/app.ts'
import { aCustomer, anInvoice } from '../../../../test/support/builders.ts'
import { aColleague, speakerOf } from '../../../../test/support/staff.ts'
import { encodeId } from '../ids.ts'
import { changesOf } from './present.ts'

let running: TestApp
let tenant: Tenant
let speak: ReturnType<typeof speakerOf>
before(async () => {
  running = await startTestApp()
  tenant = await running.tenant()
  speak = speakerOf(running.app, await aColleague(tenant))
})
after(() => running.close())

const trail = async (query: Record<string, string> = {}) =>
  (await speak('GET', `/audit?${new URLSearchParams(query).toString()}`)).json()

test('a change is shown with who made it by name, what it was and what it became', async () => {
  const owner = await aColleague(tenant)
  const customer = await aCustomer(tenant)
  const changed = await running.app.inject({
    method: 'PATCH',
    url: `/api/portal/v1/customers/${encodeId('customer', customer.id)}`,
    headers: { cookie: `__Host-balie=${owner.token}`, 'x-balie': '1' },
    payload: { city: 'Utrecht' },
  })
  assert.equal(changed.statusCode, 200, changed.body)
  const [entry] = (await trail()).data
  assert.equal(entry.type, 'customer.changed')
  assert.deepEqual(entry.actor, { ref: `user:${owner.userId}`, kind: 'user', name: owner.name })
  assert.deepEqual(entry.subject, {
    kind: 'customer',
    id: encodeId('customer', customer.id),
    name: customer.name,
  })
  assert.deepEqual(entry.changes, [{ field: 'city', before: 'Amsterdam', after: 'Utrecht' }])
})

test('who, what, when, which and words each narrow it, and together', async () => {
  const company = await running.tenant()
  const owner = await aColleague(company)
  const ask = async (query: Record<string, string>) =>
    (await speakerOf(running.app, owner)('GET', `/audit?${new URLSearchParams(query).toString()}`)).json()
      .data
  const one = await aCustomer(company)
  await editCustomer(company.ctx(), one.id, { city: 'Zierikzee' })
  const made = await anInvoice(company)
  const types = (data: { type: string }[]) => data.map(({ type }) => type)
  assert.deepEqual(types(await ask({ subject: encodeId('customer', one.id) })), [
    'customer.changed',
    'customer.created',
  ])
  assert.deepEqual(types(await ask({ type: 'customer.changed' })), ['customer.changed'])
  assert.deepEqual(types(await ask({ type: 'customer' })), [
    'customer.created',
    'customer.changed',
    'customer.created',
  ])
  assert.deepEqual(types(await ask({ q: 'zierik' })), ['customer.changed'])
  assert.deepEqual(types(await ask({ q: 'zierik', type: 'invoice' })), [])
  assert.deepEqual(types(await ask({ subject: made.v1 })), ['invoice.created'])
  assert.ok((await ask({ actor: 'operator:cli' })).length >= 4)
  assert.deepEqual(await ask({ actor: 'operator:nobody' }), [])
  assert.ok((await ask({ from: '2026-11-21', until: '2026-11-21' })).length >= 4)
  assert.deepEqual(await ask({ until: '2026-11-20' }), [])
  assert.deepEqual(await ask({ from: '2026-11-22' }), [])
  const { data: actors } = (await speakerOf(running.app, owner)('GET', '/audit/actors')).json()
  assert.ok(
    actors.some(
      ({ ref, name }: { ref: string; name: string }) => ref === `user:${owner.userId}` && name === owner.name,
    ),
  )
  assert.ok(
    actors.some(({ kind, name }: { kind: string; name: string }) => kind === 'api_key' && name === 'test'),
  )
})

test('pages follow each other without a gap, and another company’s changes are on none', async () => {
  const other = await running.tenant()
  await aCustomer(other)
  const all = (await trail({ limit: '100' })).data.map(({ id }: { id: string }) => id)
  const paged: string[] = []
  let cursor: string | undefined
  do {
    const page = await trail({ limit: '3', ...(cursor === undefined ? {} : { cursor }) })
    paged.push(...page.data.map(({ id }: { id: string }) => id))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  assert.deepEqual(paged, all)
  const theirs = speakerOf(running.app, await aColleague(other))
  const { data } = (await theirs('GET', '/audit')).json()
  for (const { id } of data) assert.ok(!all.includes(id))
})

test('what is no filter is refused by its name', async () => {
  for (const [field, value] of [
    ['actor', 'everybody'],
    ['type', 'Invoice!'],
    ['subject', 'inv_1'],
    ['from', '2026-02-30'],
    ['until', 'tomorrow'],
    ['cursor', 'x'],
  ] as const) {
    const refused = await speak('GET', `/audit?${field}=${value}`)
    assert.equal(refused.statusCode, 422, field)
    assert.equal(refused.json().field, field)
  }
})

test('values are compared by their path', () => {
  assert.deepEqual(
    changesOf({ recipient: { email: 'a', name: 'b' }, n: 1 }, { recipient: { email: 'c', name: 'b' } }),
    [
      { field: 'recipient.email', before: 'a', after: 'c' },
      { field: 'n', before: '1', after: null },
    ],
  )
  assert.deepEqual(changesOf(null, { scopes: ['x', 'y'] }), [
    { field: 'scopes', before: null, after: 'x, y' },
  ])
})

test('no filter takes longer because of what is in the table: a hundred thousand changes', async () => {
  const big = await running.tenant()
  const { sql } = running.database
  const { companyId } = big.company
  await sql`
    insert into events (company_id, id, type, subject_id, actor, at, before, after)
    select ${companyId}, gen_random_uuid(), case when n % 1000 = 0 then 'webhook.created' else 'invoice.paid' end,
           gen_random_uuid(), case when n % 5000 = 0 then 'operator:rare' else 'operator:cli' end,
           '2026-01-01'::timestamptz + n * interval '1 minute', null, jsonb_build_object('word', 'w' || n)
      from generate_series(1, 100000) n`
  await sql`analyze events`
  const nothing: AuditChoice = {
    actor: undefined,
    type: undefined,
    subjectId: undefined,
    from: undefined,
    until: undefined,
    words: undefined,
  }
  const [rare] = await sql<
    [{ id: string }]
  >`select subject_id as id from events where company_id = ${companyId} limit 1`
  const choices: Partial<AuditChoice>[] = [
    {},
    { actor: 'operator:rare' },
    { type: 'webhook' },
    { type: 'webhook.created' },
    { subjectId: rare.id },
    { words: 'w77777' },
    { words: 'w' },
    { words: 'w77777', actor: 'operator:cli', type: 'invoice' },
    { until: new Date('2026-02-01') },
  ]
  for (const choice of choices) {
    const began = performance.now()
    const { rows } = await listAuditTrail(
      big.ctx(),
      { ...nothing, ...choice },
      { after: undefined, offset: 0, limit: 25 },
    )
    assert.ok(rows.length > 0, JSON.stringify(choice))
    const took = performance.now() - began
    assert.ok(took < 500, `${JSON.stringify(choice)} took ${took} ms`)
  }
})
