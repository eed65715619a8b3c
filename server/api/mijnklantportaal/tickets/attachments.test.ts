import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { aTicket, anUpload } from '../../../../test/support/builders.ts'
import { formOf } from '../../../../test/support/forms.ts'
import { refusalSuite } from '../../../../test/support/refusals.ts'
import { attachToMessage } from '../../../domain/tickets/attach-to-message.ts'
import { encodeId } from '../ids.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const form = () =>
  formOf([{ name: 'attachment', filename: 'Screenshot.png', type: 'image/png', content: png }])

/** A ticket and its only message, as the domain and as `/v1` name them. */
async function spoken(tenant: Tenant) {
  const { ticket } = await aTicket(tenant)
  const [message] = await running.database.sql<[{ id: string; ticketId: string }]>`
    select id, ticket_id as "ticketId" from ticket_messages
     where company_id = ${tenant.company.companyId} order by posted_at desc limit 1`
  return {
    ...message,
    ticket,
    path: `/v1/tickets/${ticket}/message/${encodeId('message', message.id)}/attachment`,
  }
}
const attach = (tenant: Tenant, url: string) => {
  const { payload, headers } = form()
  return running.app.inject({
    method: 'POST',
    url,
    payload,
    headers: { ...headers, authorization: tenant.bearer },
  })
}
const get = (tenant: Tenant, url: string) =>
  running.app.inject({ url, headers: { authorization: tenant.bearer } })

const NONE = `/v1/tickets/tic_${'0'.repeat(26)}/message/tim_${'0'.repeat(26)}/attachment`

refusalSuite(() => running, {
  name: 'upload-attachment-to-ticket-message',
  api: 'v1',
  permission: 'tickets:write',
  request: async (tenant) => ({ method: 'POST', url: (await spoken(tenant)).path, ...form() }),
  missing: async () => ({ method: 'POST', url: NONE, ...form() }),
})
refusalSuite(() => running, {
  name: 'download-attachment',
  api: 'v1',
  permission: 'tickets:read',
  request: async (tenant) => {
    const { path, ticketId, id } = await spoken(tenant)
    const ticket = await attachToMessage(tenant.ctx(), ticketId, id, await anUpload(tenant))
    const [attachment] = ticket.messages[0]!.attachments
    return { method: 'GET', url: `${path}/${encodeId('attachment', attachment!.id)}/download` }
  },
  missing: async (tenant) => ({
    method: 'GET',
    url: `${(await spoken(tenant)).path}/tma_${'0'.repeat(26)}/download`,
  }),
})

test('an attachment appears with its message wherever the ticket is shown, and can be downloaded', async () => {
  const tenant = await running.tenant()
  const { path, ticket } = await spoken(tenant)
  const response = await attach(tenant, path)
  assert.equal(response.statusCode, 200, response.body)
  const [message] = response.json().messages
  const [attachment] = message.attachments
  assert.match(attachment.id, /^tma_[0-9a-z]{26}$/)
  assert.deepEqual(
    { ...attachment, id: '' },
    { id: '', name: 'Screenshot.png', size: png.length, mime: 'image/png' },
  )
  assert.deepEqual((await get(tenant, `/v1/tickets/${ticket}`)).json(), response.json())
  const replied = await running.app.inject({
    method: 'POST',
    url: `/v1/tickets/${ticket}`,
    headers: { authorization: tenant.bearer },
    payload: { message: 'Thanks' },
  })
  assert.deepEqual(
    replied.json().messages.map((one: { attachments: unknown }) => one.attachments),
    [[attachment], null],
  )
  const cloudfile = (await get(tenant, `${path}/${attachment.id}/download`)).json()
  const got = await running.app.inject(cloudfile.link.replace('https://balie.example', ''))
  assert.ok(got.rawPayload.equals(png))
})

test('after five minutes, or in a live chat, nothing is attached and nothing is kept', async () => {
  const tenant = await running.tenant()
  const { path, ticketId, id } = await spoken(tenant)
  const { sql } = running.database
  const then = running.clock.now()
  running.clock.set(new Date(then.getTime() + 299_000).toISOString())
  assert.equal((await attach(tenant, path)).statusCode, 200)
  running.clock.set(new Date(then.getTime() + 301_000).toISOString())
  const late = await attach(tenant, path)
  assert.deepEqual(
    [late.statusCode, late.json()],
    [422, { message: 'Attachments can be added for 5 minutes after a message.' }],
  )
  running.clock.set(then.toISOString())
  for (let i = 1; i < 20; i++) await attachToMessage(tenant.ctx(), ticketId, id, await anUpload(tenant))
  assert.equal((await attach(tenant, path)).json().message, 'A message has at most 20 attachments.')
  await sql`update tickets set source = 'chat' where company_id = ${tenant.company.companyId}`
  const chat = await attach(tenant, path)
  assert.equal(chat.statusCode, 422)
  assert.match(chat.json().message, /live chat/)
  const [row] = await sql<[{ kept: number; left: number }]>`
    select (select count(*) from documents where company_id = ${tenant.company.companyId}) as kept,
           (select count(*) from document_uploads where company_id = ${tenant.company.companyId}) as left`
  assert.deepEqual(row, { kept: 20, left: 0 })
})

test('a plan without ticketing takes no attachments', async () => {
  const tenant = await running.tenant({ plan: 'basic' })
  for (const response of [
    await attach(tenant, NONE),
    await get(tenant, `${NONE}/tma_${'0'.repeat(26)}/download`),
  ])
    assert.equal(response.statusCode, 426)
})
