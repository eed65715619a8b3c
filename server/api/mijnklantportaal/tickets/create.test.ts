import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { aCustomer } from '../../../../test/support/builders.ts'
import { refusalSuite } from '../../../../test/support/refusals.ts'
import { encodeId } from '../ids.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const aTicket = async (tenant: Tenant, more: object = {}) => ({
  customerId: encodeId('customer', (await aCustomer(tenant)).id),
  title: 'Invoice issue',
  message: '<p>Could you <script>x</script><b>look</b> into it?</p>',
  ...more,
})
const post = (tenant: Tenant, payload: object) =>
  running.app.inject({
    method: 'POST',
    url: '/v1/tickets',
    headers: { authorization: tenant.bearer },
    payload,
  })
const mailsOf = ({ company }: Tenant) =>
  running.database.sql<{ template: string }[]>`
    select template from mails where company_id = ${company.companyId}`

refusalSuite(() => running, {
  name: 'create-ticket',
  api: 'v1',
  permission: 'tickets:write',
  request: async (tenant) => ({ method: 'POST', url: '/v1/tickets', payload: await aTicket(tenant) }),
})

test('the company begins a conversation: it is open, answered, and mailed to the customer', async () => {
  const tenant = await running.tenant()
  const input = await aTicket(tenant)
  const made = await post(tenant, input)
  assert.equal(made.statusCode, 200)
  const { id, createdAt, messages, ...rest } = made.json()
  assert.match(id, /^tic_/)
  assert.match(createdAt, /\+01:00$/)
  assert.deepEqual(rest, {
    customerId: input.customerId,
    title: 'Invoice issue',
    source: 'portal',
    status: 'open',
  })
  assert.equal(messages.length, 1)
  assert.equal(messages[0].message, '<p>Could you <b>look</b> into it?</p>')
  assert.equal(messages[0].isPostedByCustomer, false)
  const [mail, ...more] = await mailsOf(tenant)
  assert.equal(mail?.template, 'ticket-answer')
  assert.deepEqual(more, [])
  const shown = await running.app.inject({
    url: `/v1/tickets/${id}`,
    headers: { authorization: tenant.bearer },
  })
  assert.deepEqual(shown.json(), made.json())
})

test('what is posted in the customer’s name waits for an answer and is mailed to nobody', async () => {
  const tenant = await running.tenant()
  const made = (await post(tenant, await aTicket(tenant, { isPostedByCustomer: 'true' }))).json()
  assert.equal(made.messages[0].isPostedByCustomer, true)
  assert.match(made.messages[0].postedBy, /^Customer \d+$/)
  assert.deepEqual([...(await mailsOf(tenant))], [])
  const [row] = await running.database
    .sql`select state from tickets where company_id = ${tenant.company.companyId}`
  assert.equal(row?.['state'], 'unanswered')
})

test('what does not fit is refused by name', async () => {
  const tenant = await running.tenant()
  const foreign = encodeId('customer', (await aCustomer(await running.tenant())).id)
  for (const [change, field] of [
    [{ customerId: foreign }, 'customerId'],
    [{ customerId: 'x' }, 'customerId'],
    [{ customerId: undefined }, 'customerId'],
    [{ title: '' }, 'title'],
    [{ title: 'x'.repeat(256) }, 'title'],
    [{ message: ' ' }, 'message'],
    [{ message: undefined }, 'message'],
    [{ isPostedByCustomer: 'perhaps' }, 'isPostedByCustomer'],
  ] as const) {
    const response = await post(tenant, { ...(await aTicket(tenant)), ...change })
    assert.equal(response.statusCode, 422, JSON.stringify(change))
    assert.ok(response.json().message.startsWith(field), response.json().message)
  }
  const { length } = await running.database.sql`
    select from tickets where company_id = ${tenant.company.companyId}`
  assert.equal(length, 0)
})
