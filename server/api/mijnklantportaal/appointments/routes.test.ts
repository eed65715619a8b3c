import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { aCustomer } from '../../../../test/support/builders.ts'
import { refusalSuite } from '../../../../test/support/refusals.ts'
import { letAppointmentsOverlap } from '../../../domain/companies/let-appointments-overlap.ts'
import { encodeId } from '../ids.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const extension = {
  name: 'Contract extension',
  startsAt: '2026-12-07 14:30:00',
  endsAt: '2026-12-07 16:00:00',
  attendeeName: 'John Doe',
  attendeeEmail: 'johndoe@example.com',
}
const NONE = `/v1/appointments/apt_${'0'.repeat(26)}`

const call = (tenant: Tenant, method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url = '', payload?: object) =>
  running.app.inject({
    method,
    url: `/v1/appointments${url}`,
    headers: { authorization: tenant.bearer },
    ...(payload ? { payload } : {}),
  })

const make = async (tenant: Tenant, input: object = {}): Promise<string> => {
  const made = await call(tenant, 'POST', '', { ...extension, ...input })
  assert.equal(made.statusCode, 200, made.body)
  return made.json().id
}
const eventsOf = async (tenant: Tenant): Promise<string[]> =>
  (
    await running.database.sql<{ type: string }[]>`
      select type from events where company_id = ${tenant.company.companyId} and type like 'appointment.%' order by id`
  ).map(({ type }) => type)

for (const [name, method, path, payload] of [
  ['get-appointment', 'GET', '', undefined],
  ['get-appointment-as-ics', 'GET', '/ics', undefined],
  ['change-appointment-status', 'PATCH', '', { status: 'scheduled' }],
  ['cancel-appointment', 'DELETE', '', undefined],
] as const)
  refusalSuite(() => running, {
    name,
    api: 'v1',
    permission: method === 'GET' ? 'appointments:read' : 'appointments:write',
    request: async (tenant) => ({
      method,
      url: `/v1/appointments/${await make(tenant, { status: 'pending' })}${path}`,
      ...(payload ? { payload } : {}),
    }),
    missing: async () => ({ method, url: NONE + path, ...(payload ? { payload } : {}) }),
  })

refusalSuite(() => running, {
  name: 'list-appointments',
  api: 'v1',
  permission: 'appointments:read',
  request: async () => ({ method: 'GET', url: '/v1/appointments' }),
})
refusalSuite(() => running, {
  name: 'schedule-appointment',
  api: 'v1',
  permission: 'appointments:write',
  request: async () => ({ method: 'POST', url: '/v1/appointments', payload: extension }),
})

test('the documented example is scheduled, for whoever is named or a customer', async () => {
  const tenant = await running.tenant()
  const made = (await call(tenant, 'POST', '', extension)).json()
  const { id, createdAt, ...rest } = made
  assert.match(id, /^apt_/)
  assert.match(createdAt, /\+01:00$/)
  assert.deepEqual(rest, {
    customerId: null,
    name: 'Contract extension',
    attendeeName: 'John Doe',
    attendeeEmail: 'johndoe@example.com',
    startsAt: '2026-12-07T14:30:00+01:00',
    endsAt: '2026-12-07T16:00:00+01:00',
    status: 'scheduled',
    onlineMeetingLink: null,
  })
  assert.deepEqual((await call(tenant, 'GET', `/${id}`)).json(), made)
  const customer = await aCustomer(tenant)
  const other = await call(tenant, 'POST', '', {
    name: 'Intake',
    startsAt: '2026-12-07 16:00',
    endsAt: '2026-12-07T17:00',
    customerId: encodeId('customer', customer.id),
    onlineMeetingLink: 'https://meet.example/abc',
  })
  const { attendeeName, attendeeEmail, customerId, onlineMeetingLink } = other.json()
  assert.deepEqual(
    { attendeeName, attendeeEmail, customerId, onlineMeetingLink },
    {
      attendeeName: customer.name,
      attendeeEmail: customer.email,
      customerId: encodeId('customer', customer.id),
      onlineMeetingLink: 'https://meet.example/abc',
    },
  )
  assert.deepEqual(await eventsOf(tenant), ['appointment.created', 'appointment.created'])
})

test('what does not fit is refused by name', async () => {
  const tenant = await running.tenant()
  const foreign = encodeId('customer', (await aCustomer(await running.tenant())).id)
  const nobody = { attendeeName: undefined, attendeeEmail: undefined }
  for (const [input, field] of [
    [{ name: '' }, 'name'],
    [{ startsAt: undefined }, 'startsAt'],
    [{ startsAt: '2025-04-31 14:00' }, 'startsAt'],
    [{ startsAt: '2026-12-07' }, 'startsAt'],
    [{ startsAt: 'tomorrow' }, 'startsAt'],
    [{ endsAt: '2026-12-07 14:30' }, 'endsAt'],
    [{ endsAt: '2026-12-07 14:00' }, 'endsAt'],
    [{ endsAt: '2027-01-08 14:00' }, 'endsAt'],
    [nobody, 'attendeeName'],
    [{ attendeeName: undefined }, 'attendeeName'],
    [{ attendeeEmail: undefined }, 'attendeeEmail'],
    [{ attendeeEmail: 'john' }, 'attendeeEmail'],
    [{ customerId: foreign }, 'customerId'],
    [{ customerId: 'cst_1' }, 'customerId'],
    [{ status: 'canceled' }, 'status'],
    [{ onlineMeetingLink: 'javascript:alert(1)' }, 'onlineMeetingLink'],
    [{ onlineMeetingLink: 'meet' }, 'onlineMeetingLink'],
  ] as const) {
    const response = await call(tenant, 'POST', '', { ...extension, ...input })
    assert.equal(response.statusCode, 422, JSON.stringify(input))
    assert.ok(response.json().message.startsWith(field), response.json().message)
  }
  const id = await make(tenant)
  for (const body of [{}, { status: 'pending' }, { status: 1 }, { status: null }])
    assert.equal((await call(tenant, 'PATCH', `/${id}`, body)).statusCode, 422, JSON.stringify(body))
  for (const query of ['start_at=2025-04-31', 'start_at=soon', 'days=0', 'days=367', 'days=a'])
    assert.equal((await call(tenant, 'GET', `?${query}`)).statusCode, 422, query)
})

test('a time that a clock change skips is refused, one that happens twice is the first', async () => {
  const tenant = await running.tenant({ timeZone: 'Europe/Amsterdam' })
  const skipped = await call(tenant, 'POST', '', {
    ...extension,
    startsAt: '2026-03-29 02:30',
    endsAt: '2026-03-29 04:00',
  })
  assert.equal(skipped.statusCode, 422)
  assert.match(
    skipped.json().message,
    /^startsAt must be a time that exists: the clocks of Europe\/Amsterdam skip it/,
  )
  const twice = await make(tenant, { startsAt: '2026-10-25 02:30', endsAt: '2026-10-25 03:30' })
  const shown = (await call(tenant, 'GET', `/${twice}`)).json()
  assert.deepEqual([shown.startsAt, shown.endsAt], ['2026-10-25T02:30:00+02:00', '2026-10-25T03:30:00+01:00'])
  const second = await call(tenant, 'POST', '', {
    ...extension,
    startsAt: '2026-10-25T03:30:00+01:00',
    endsAt: '2026-10-25T04:30:00+01:00',
  })
  assert.equal(second.statusCode, 200, 'an hour that names its offset')
  const elsewhere = await running.tenant({ timeZone: 'Atlantic/Azores' })
  assert.equal(
    (
      await call(elsewhere, 'POST', '', {
        ...extension,
        startsAt: '2026-03-29 02:30',
        endsAt: '2026-03-29 04:00',
      })
    ).statusCode,
    200,
  )
})

test('the list holds what has a part in the range, in the order of time', async () => {
  const tenant = await running.tenant()
  running.clock.set('2026-11-21T10:00:00Z')
  const at = (startsAt: string, endsAt: string) => make(tenant, { startsAt, endsAt })
  const later = await at('2026-11-28 10:30', '2026-11-28 11:30')
  const ongoing = await at('2026-11-21 10:00', '2026-11-21 12:00')
  const over = await at('2026-11-21 09:00', '2026-11-21 10:00')
  const beyond = await at('2026-11-28 11:30', '2026-11-28 12:00')
  const long = await at('2026-11-01 00:00', '2026-11-21 08:00')
  const ids = async (query: string) =>
    (await call(tenant, 'GET', query)).json().data.map(({ id }: { id: string }) => id)
  assert.deepEqual(await ids(''), [ongoing, later])
  assert.deepEqual(await ids('?days=1'), [ongoing])
  assert.deepEqual(await ids('?start_at=2026-11-21%2007:00&days=1'), [long, over, ongoing])
  assert.deepEqual(await ids('?start_at=2026-11-28+11:30&days=1'), [beyond])
  assert.deepEqual(await ids('?start_at=2026-11-28'), [later, beyond])
  await call(tenant, 'DELETE', `/${later}`)
  assert.deepEqual(await ids('?start_at=2026-11-28'), [later, beyond], 'canceled ones are shown')
  assert.deepEqual(Object.keys((await call(tenant, 'GET')).json()), ['data'])
})

test('a pending appointment is confirmed or canceled, once; a scheduled one is only canceled', async () => {
  const tenant = await running.tenant()
  const pending = await make(tenant, { status: 'pending' })
  assert.equal((await call(tenant, 'GET', `/${pending}`)).json().status, 'pending')
  const confirmed = await call(tenant, 'PATCH', `/${pending}`, { status: 'SCHEDULED' })
  assert.deepEqual([confirmed.statusCode, confirmed.json().status], [200, 'scheduled'])
  for (const status of ['scheduled', 'canceled']) {
    const again = await call(tenant, 'PATCH', `/${pending}`, { status })
    assert.equal(again.statusCode, 409)
    assert.match(again.json().message, /not pending/)
  }
  const canceled = await call(tenant, 'DELETE', `/${pending}`)
  assert.deepEqual([canceled.statusCode, canceled.json().status], [200, 'canceled'])
  const twice = await call(tenant, 'DELETE', `/${pending}`)
  assert.equal(twice.statusCode, 409)
  assert.match(twice.json().message, /already canceled/)
  const declined = await make(tenant, { status: 'pending' })
  assert.equal(
    (await call(tenant, 'PATCH', `/${declined}`, { status: 'canceled' })).json().status,
    'canceled',
  )
  assert.deepEqual(await eventsOf(tenant), [
    'appointment.created',
    'appointment.confirmed',
    'appointment.canceled',
    'appointment.created',
    'appointment.canceled',
  ])
})

test('no two overlap, pending ones included; what is canceled makes room, and a neighbour is no overlap', async () => {
  const tenant = await running.tenant()
  const first = await make(tenant, { status: 'pending' })
  for (const [startsAt, endsAt] of [
    ['2026-12-07 14:30', '2026-12-07 16:00'],
    ['2026-12-07 14:00', '2026-12-07 14:31'],
    ['2026-12-07 15:59', '2026-12-07 17:00'],
    ['2026-12-07 15:00', '2026-12-07 15:01'],
    ['2026-12-01 00:00', '2026-12-20 00:00'],
  ]) {
    const response = await call(tenant, 'POST', '', { ...extension, startsAt, endsAt })
    assert.equal(response.statusCode, 409, startsAt)
    assert.match(response.json().message, /Another appointment/)
  }
  await make(tenant, { startsAt: '2026-12-07 14:00', endsAt: '2026-12-07 14:30' })
  await make(tenant, { startsAt: '2026-12-07 16:00', endsAt: '2026-12-07 16:30' })
  await make(await running.tenant())
  await call(tenant, 'DELETE', `/${first}`)
  await make(tenant)
})

test('a company may let them overlap, and may stop to', async () => {
  const tenant = await running.tenant()
  const other = await running.tenant()
  await letAppointmentsOverlap(tenant.ctx(), true)
  await make(tenant)
  await make(tenant)
  await make(other)
  assert.equal((await call(other, 'POST', '', extension)).statusCode, 409)
  await letAppointmentsOverlap(tenant.ctx(), false)
  assert.equal((await call(tenant, 'POST', '', extension)).statusCode, 409)
  await make(tenant, { startsAt: '2026-12-08 14:30', endsAt: '2026-12-08 16:00' })
  assert.equal(
    (
      await call(tenant, 'POST', '', {
        ...extension,
        startsAt: '2026-12-08 15:30',
        endsAt: '2026-12-08 17:00',
      })
    ).statusCode,
    409,
  )
})
