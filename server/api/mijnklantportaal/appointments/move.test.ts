import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { aCustomer } from '../../../../test/support/builders.ts'
import { letAppointmentsOverlap } from '../../../domain/companies/let-appointments-overlap.ts'
import { encodeId } from '../ids.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const intake = {
  name: 'Intake',
  startsAt: '2026-12-07 14:00',
  endsAt: '2026-12-07 15:00',
  attendeeName: 'John Doe',
  attendeeEmail: 'johndoe@example.com',
}
const call = (tenant: Tenant, method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url = '', payload?: object) =>
  running.app.inject({
    method,
    url: `/v1/appointments${url}`,
    headers: { authorization: tenant.bearer },
    ...(payload ? { payload } : {}),
  })
const make = async (tenant: Tenant, input: object = {}): Promise<string> => {
  const made = await call(tenant, 'POST', '', { ...intake, ...input })
  assert.equal(made.statusCode, 200, made.body)
  return made.json().id
}

test('an appointment is moved with its length, called otherwise, and its attendee is told', async () => {
  const tenant = await running.tenant()
  const id = await make(tenant, { onlineMeetingLink: 'https://meet.example/1' })
  const moved = await call(tenant, 'PATCH', `/${id}`, { startsAt: '2026-12-08 09:30' })
  assert.equal(moved.statusCode, 200, moved.body)
  const { startsAt, endsAt, name, status } = moved.json()
  assert.deepEqual(
    { startsAt, endsAt, name, status },
    {
      startsAt: '2026-12-08T09:30:00+01:00',
      endsAt: '2026-12-08T10:30:00+01:00',
      name: 'Intake',
      status: 'scheduled',
    },
  )
  const renamed = (await call(tenant, 'PATCH', `/${id}`, { name: 'Renewal', onlineMeetingLink: '-' })).json()
  assert.equal(renamed.name, 'Renewal')
  assert.equal(renamed.onlineMeetingLink, null)
  // Onto a part of its own time.
  assert.equal((await call(tenant, 'PATCH', `/${id}`, { startsAt: '2026-12-08 10:00' })).statusCode, 200)
  const { sql } = running.database
  const mails = await sql<{ template: string; attachments: { content: string }[] }[]>`
    select template, attachments from mails where company_id = ${tenant.company.companyId} order by created_at, id`
  assert.deepEqual(
    mails.map(({ template }) => template),
    Array(4).fill('appointment-scheduled'),
  )
  assert.match(JSON.stringify(mails.at(-1)!.attachments), /SEQUENCE:3/)
  const events = await sql<{ before: { startsAt: string }; after: { name: string } }[]>`
    select before, after from events
     where company_id = ${tenant.company.companyId} and type = 'appointment.changed' order by seq`
  assert.equal(events.length, 3)
  assert.equal(events[1]!.after.name, 'Renewal')
})

test('where another is, none is moved; nor is one that is canceled', async () => {
  const tenant = await running.tenant()
  const id = await make(tenant)
  await make(tenant, { startsAt: '2026-12-09 10:00', endsAt: '2026-12-09 11:00' })
  const refused = await call(tenant, 'PATCH', `/${id}`, { startsAt: '2026-12-09 10:30' })
  assert.equal(refused.statusCode, 409)
  assert.match(refused.json().message, /another appointment/i)
  assert.equal((await call(tenant, 'PATCH', `/${id}`, { startsAt: '2026-12-09 11:00' })).statusCode, 200)
  for (const [body, field] of [
    [{}, 'the body|status'],
    [{ status: 'scheduled', name: 'Both' }, 'name'],
    [{ startsAt: '2026-12-32 10:00' }, 'startsAt'],
    [{ endsAt: '2026-12-09 10:00' }, 'endsAt'],
    [{ onlineMeetingLink: 'javascript:alert(1)' }, 'onlineMeetingLink'],
  ] as const) {
    const response = await call(tenant, 'PATCH', `/${id}`, body)
    assert.equal(response.statusCode, 422, JSON.stringify(body))
    assert.match(response.json().message, new RegExp(`^(?:${field})`))
  }
  await call(tenant, 'DELETE', `/${id}`)
  assert.equal((await call(tenant, 'PATCH', `/${id}`, { name: 'Late' })).statusCode, 409)
})

test('with overlaps allowed one may be moved onto another', async () => {
  const tenant = await running.tenant()
  await letAppointmentsOverlap(tenant.ctx(), true)
  await make(tenant)
  const id = await make(tenant, { startsAt: '2026-12-09 10:00', endsAt: '2026-12-09 11:00' })
  assert.equal((await call(tenant, 'PATCH', `/${id}`, { startsAt: '2026-12-07 14:30' })).statusCode, 200)
})

test('many moves to one free hour: one wins', async () => {
  const tenant = await running.tenant()
  const ids = await Promise.all(
    ['08', '09', '10', '11', '12'].map((hour) =>
      make(tenant, { startsAt: `2026-12-10 ${hour}:00`, endsAt: `2026-12-10 ${hour}:45` }),
    ),
  )
  const answers = await Promise.all(
    ids.map((id) => call(tenant, 'PATCH', `/${id}`, { startsAt: '2026-12-11 10:00' })),
  )
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [200, 409, 409, 409, 409])
})

test('the appointments of one customer are listed over years', async () => {
  const tenant = await running.tenant()
  const customerId = encodeId('customer', (await aCustomer(tenant)).id)
  const id = await make(tenant, { customerId, startsAt: '2028-01-07 14:00', endsAt: '2028-01-07 15:00' })
  await make(tenant)
  const list = (query: string) => call(tenant, 'GET', `?start_at=2026-01-01%2000:00&${query}`)
  assert.deepEqual(
    (await list(`days=3660&customerId=${customerId}`)).json().data.map((one: { id: string }) => one.id),
    [id],
  )
  assert.equal((await list('days=3660')).statusCode, 422)
  assert.equal((await list('days=5&customerId=cst_1')).statusCode, 422)
})
