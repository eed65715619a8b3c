import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp } from '../../../../test/support/app.ts'
import { aTicket } from '../../../../test/support/builders.ts'
import { refusalSuite } from '../../../../test/support/refusals.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

refusalSuite(() => running, {
  name: 'close-ticket',
  api: 'v1',
  permission: 'tickets:write',
  request: async (tenant) => ({ method: 'PATCH', url: `/v1/tickets/${(await aTicket(tenant)).ticket}` }),
  missing: async () => ({ method: 'PATCH', url: `/v1/tickets/tic_${'0'.repeat(26)}` }),
})

test('an open ticket is closed and shown with its messages', async () => {
  const tenant = await running.tenant()
  const { ticket } = await aTicket(tenant)
  const response = await running.app.inject({
    method: 'PATCH',
    url: `/v1/tickets/${ticket}`,
    headers: { authorization: tenant.bearer, 'content-type': 'application/json' },
  })
  assert.equal(response.statusCode, 200)
  assert.equal(response.json().status, 'closed')
  assert.equal(response.json().messages.length, 1)
})
