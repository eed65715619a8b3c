import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type Tenant, type TestApp } from '../../../../test/support/app.ts'
import { aCustomer, aTicket } from '../../../../test/support/builders.ts'
import { formOf } from '../../../../test/support/forms.ts'
import { aColleague, asStaff, speakerOf, type Staff } from '../../../../test/support/staff.ts'
import { askInvoiceQuestion } from '../../../domain/tickets/ask-invoice-question.ts'
import { createTicket } from '../../../domain/tickets/create-ticket.ts'
import { bodyFromText } from '../../../domain/tickets/message-body.ts'
import { wakeDueTicket } from '../../../domain/tickets/wake-ticket.ts'
import { decodeId, encodeId } from '../ids.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

interface Entry {
  id: string
  unread: boolean
  assignee: { id: string; name: string } | null
  lastMessage: string
}

/** A company with one of its staff at work. */
async function aDesk(role: Parameters<typeof aColleague>[1] = 'support') {
  const tenant = await running.tenant()
  const staff = await aColleague(tenant, role)
  const speak = speakerOf(running.app, staff)
  const box = async (query: string): Promise<string[]> => {
    const response = await speak('GET', `/inbox?${query}`)
    assert.equal(response.statusCode, 200, response.body)
    return (response.json().data as Entry[]).map(({ id }) => id)
  }
  const counts = async () => (await speak('GET', '/inbox/counts')).json() as Record<string, number>
  const show = async (id: string) => (await speak('GET', `/inbox/${id}`)).json()
  return { tenant, staff, speak, box, counts, show }
}

const aTalk = async (tenant: Tenant, text = 'May I leave?', title = 'Membership') => {
  const customer = await aCustomer(tenant)
  const made = await createTicket(tenant.ctx(), {
    customerId: customer.id,
    title,
    body: bodyFromText(text),
    byCustomer: true,
  })
  return { customer, id: made.id, ticket: encodeId('ticket', made.id) }
}

const ok = (response: { statusCode: number; body: string }, status = 204) =>
  assert.equal(response.statusCode, status, response.body)

test('each conversation is in the boxes that it belongs in, and the counts say the same', async () => {
  const { tenant, staff, speak, box, counts } = await aDesk()
  const [one, two, three] = [await aTicket(tenant), await aTicket(tenant), await aTicket(tenant, 'answered')]
  const me = encodeId('colleague', staff.membershipId)
  ok(await speak('PUT', `/inbox/${one.ticket}/assignee`, { assigneeId: me }))
  ok(await speak('POST', `/inbox/${two.ticket}/assign-to-support`))
  ok(await speak('PUT', `/inbox/${three.ticket}/snooze`, { until: '2026-12-01 09:00' }))
  assert.deepEqual(await box('box=unanswered'), [two.ticket, one.ticket])
  assert.deepEqual(await box('box=mine'), [one.ticket])
  assert.deepEqual(await box('box=support'), [two.ticket])
  assert.deepEqual(await box('box=snoozed'), [three.ticket])
  assert.deepEqual(await box('box=answered'), [])
  const all = { unanswered: 2, answered: 0, archived: 0, mine: 1, support: 1, snoozed: 1 }
  assert.deepEqual(await counts(), all)
  ok(await speak('DELETE', `/inbox/${two.ticket}/assign-to-support`))
  ok(await speak('POST', `/inbox/${one.ticket}/archive`))
  assert.deepEqual(await counts(), { ...all, unanswered: 1, archived: 1, mine: 0, support: 0 })
  ok(await speak('POST', `/inbox/${one.ticket}/reopen`))
  assert.deepEqual(await counts(), { ...all, support: 0 })
  ok(await speak('POST', `/inbox/${one.ticket}/reopen`), 409)
  // Who has left deals with nothing any more.
  await running.database.sql`delete from memberships where id = ${staff.membershipId}`
  const owner = speakerOf(running.app, await aColleague(tenant))
  assert.equal((await owner('GET', `/inbox/${one.ticket}`)).json().assignee, null)
  assert.equal((await owner('GET', '/inbox/counts')).json().unanswered, 2)
})

test('only who may answer is assigned, and nobody of another company', async () => {
  const { tenant, speak, show } = await aDesk()
  const { ticket } = await aTicket(tenant)
  const reader = await aColleague(tenant, 'read_only')
  const stranger = await aColleague(await running.tenant(), 'support')
  for (const { membershipId } of [reader, stranger]) {
    const refused = await speak('PUT', `/inbox/${ticket}/assignee`, {
      assigneeId: encodeId('colleague', membershipId),
    })
    assert.deepEqual([refused.statusCode, refused.json().field], [422, 'assigneeId'])
  }
  const other = await aColleague(tenant, 'treasurer')
  ok(
    await speak('PUT', `/inbox/${ticket}/assignee`, {
      assigneeId: encodeId('colleague', other.membershipId),
    }),
  )
  assert.equal((await show(ticket)).assignee.name, other.name)
  ok(await speak('PUT', `/inbox/${ticket}/assignee`, { assigneeId: null }))
  assert.equal((await show(ticket)).assignee, null)
})

test('a snooze ends at its moment, or with the customer’s word, and a later one outlasts an earlier one', async () => {
  const { tenant, speak, box } = await aDesk()
  const { ticket, invoice } = await aTicket(tenant)
  const newer = await aTicket(tenant)
  const id = decodeId('ticket', ticket)!
  const snooze = (until: string) => speak('PUT', `/inbox/${ticket}/snooze`, { until })
  for (const until of ['2026-11-20 09:00', '2028-01-01', '2026-02-31', 'soon'])
    assert.deepEqual((await snooze(until)).json().field, 'until', until)
  ok(await snooze('2026-11-25T09:00:00+01:00'))
  const [job] = await running.database.sql<{ payload: { until: string }; at: string }[]>`
    select payload, run_at::text as at from graphile_worker._private_jobs where key = ${`wake-ticket ${id}`}`
  assert.equal(new Date(job!.at).toISOString(), '2026-11-25T08:00:00.000Z')
  ok(await snooze('2026-11-26T09:00:00+01:00'))
  await wakeDueTicket(tenant.ctx(), id, new Date(job!.payload.until))
  assert.deepEqual(await box('box=snoozed'), [ticket])
  await wakeDueTicket(tenant.ctx(), id, new Date('2026-11-26T08:00:00Z'))
  // It comes up again: before what was said since.
  assert.deepEqual(await box('box=unanswered'), [ticket, newer.ticket])
  ok(await snooze('2026-11-26T09:00:00+01:00'))
  await askInvoiceQuestion(tenant.ctx(), invoice.id, invoice.linkToken, bodyFromText('Well?'))
  assert.deepEqual(await box('box=snoozed'), [])
  ok(await snooze('2026-11-26T09:00:00+01:00'))
  ok(await speak('DELETE', `/inbox/${ticket}/snooze`))
  ok(await speak('DELETE', `/inbox/${ticket}/snooze`))
  ok(await speak('POST', `/inbox/${ticket}/archive`))
  ok(await snooze('2026-11-26T09:00:00+01:00'), 409)
})

test('a note is for the staff alone: neither API shows it, no mail holds it, and nobody’s turn changes', async () => {
  const { tenant, speak, show, box } = await aDesk()
  const asked = await aTicket(tenant)
  const secret = 'zebra-crossing'
  const noted = await speak('POST', `/inbox/${asked.ticket}/notes`, {
    message: `<p>She is a <b>${secret}</b><script>x</script></p>`,
  })
  ok(noted, 200)
  assert.deepEqual(
    (await show(asked.ticket)).notes.map(({ html, author }: { html: string; author: string }) => [
      html,
      author,
    ]),
    [[`<p>She is a <b>${secret}</b></p>`, 'support at work']],
  )
  assert.deepEqual(await box('box=unanswered'), [asked.ticket])
  assert.deepEqual(await box(`q=${secret}`), [asked.ticket])
  for (const [url, authorization] of [
    [`/v1/tickets/${asked.ticket}`, tenant.bearer],
    ['/v1/tickets', tenant.bearer],
    [`/api/v2/invoices/${asked.v2}`, tenant.apiKey],
    [`/api/v2/companies/${tenant.companyId}/tickets/unanswered`, tenant.apiKey],
    [asked.link, ''],
  ] as const) {
    const response = await running.app.inject({ url, headers: authorization === '' ? {} : { authorization } })
    assert.equal(response.statusCode, 200, url)
    assert.ok(!response.body.includes(secret) && !response.body.includes('zebra'), url)
  }
  const [{ mails }] = await running.database.sql<[{ mails: number }]>`
    select count(*) as mails from mails where company_id = ${tenant.company.companyId} and params::text like ${`%${secret}%`}`
  assert.equal(mails, 0)
  const [{ told }] = await running.database.sql<[{ told: number }]>`
    select count(*) as told from events where company_id = ${tenant.company.companyId}
       and (before::text like ${`%${secret}%`} or after::text like ${`%${secret}%`})`
  assert.equal(told, 0)
  ok(await speak('POST', `/inbox/${asked.ticket}/notes`, { message: ' ' }), 422)
})

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const send = (staff: Staff, url: string, parts: Parameters<typeof formOf>[0]) => {
  const { payload, headers } = formOf(parts)
  return running.app.inject({
    method: 'POST',
    url,
    payload,
    headers: { ...headers, ...asStaff(staff.token) },
  })
}

test('an answer goes out with its files, all or nothing, and they come back as files to keep', async () => {
  const { tenant, staff, speak, show, box } = await aDesk()
  const { ticket } = await aTicket(tenant)
  const url = `/api/portal/inbox/${ticket}/messages`
  const picture = { name: 'attachments', filename: 'Plan.png', type: 'image/png', content: png }
  const text = { name: 'attachments', filename: 'a.csv', type: 'text/csv', content: 'a;b' }
  const message = { name: 'message', content: '<p>See <em>both</em></p>' }
  for (const wrong of [
    { name: 'attachments', filename: 'x.html', type: 'text/html', content: '<script>alert(1)</script>' },
    { name: 'attachments', filename: 'x.svg', type: 'image/svg+xml', content: '<svg onload="alert(1)"/>' },
    { name: 'attachments', filename: 'x.exe', type: 'application/pdf', content: 'MZ\u0090' },
  ]) {
    const refused = await send(staff, url, [message, picture, wrong])
    assert.equal(refused.statusCode, 422, refused.body)
  }
  const many = Array.from({ length: 21 }, () => text)
  assert.equal((await send(staff, url, [message, ...many])).statusCode, 422)
  assert.equal((await show(ticket)).messages.length, 1)
  const answered = await send(staff, url, [message, picture, text, { name: 'archive', content: 'true' }])
  ok(answered, 200)
  assert.equal(answered.json().state, 'archived')
  assert.deepEqual(await box('box=archived'), [ticket])
  const [, reply] = answered.json().messages
  assert.equal(reply.colleague, staff.name)
  assert.equal(reply.author, tenant.company.name)
  assert.deepEqual(
    reply.attachments.map(({ name, mime }: { name: string; mime: string }) => [name, mime]),
    [
      ['Plan.png', 'image/png'],
      ['a.csv', 'text/csv'],
    ],
  )
  const path = `/inbox/${ticket}/messages/${reply.id}/attachments/${reply.attachments[0].id}`
  const got = await speak('GET', path)
  ok(got, 200)
  assert.ok(got.rawPayload.equals(png))
  assert.match(String(got.headers['content-disposition']), /^attachment; filename="Plan.png"/)
  assert.equal(got.headers['x-content-type-options'], 'nosniff')
  const stranger = speakerOf(running.app, await aColleague(await running.tenant()))
  assert.equal((await stranger('GET', path)).statusCode, 404)
  const [{ left }] = await running.database.sql<[{ left: number }]>`
    select count(*) as left from document_uploads where company_id = ${tenant.company.companyId}`
  assert.equal(left, 0)
})

test('a page that was uploaded long ago by a program is never shown as a page of ours', async () => {
  const { tenant, speak, show } = await aDesk()
  const { ticket } = await aTicket(tenant)
  const { messages } = await show(ticket)
  const { payload, headers } = formOf([
    { name: 'attachment', filename: 'evil.html', type: 'text/html', content: '<script>alert(1)</script>' },
  ])
  ok(
    await running.app.inject({
      method: 'POST',
      url: `/v1/tickets/${ticket}/message/${messages[0].id}/attachment`,
      payload,
      headers: { ...headers, authorization: tenant.bearer },
    }),
    200,
  )
  const [attachment] = (await show(ticket)).messages[0].attachments
  const got = await speak('GET', `/inbox/${ticket}/messages/${messages[0].id}/attachments/${attachment.id}`)
  assert.equal(got.headers['content-type'], 'application/octet-stream')
  assert.match(String(got.headers['content-security-policy']), /sandbox/)
  assert.match(String(got.headers['content-disposition']), /^attachment/)
})

test('canned answers are filled in for the conversation at hand, and say what is not known', async () => {
  const { tenant, speak } = await aDesk()
  const { ticket, invoice } = await aTicket(tenant)
  const talk = await aTalk(tenant)
  const made = await speak('POST', '/canned-answers', {
    name: ' Pay in parts ',
    message: '<p>Dear {{name}}, of {{ invoiceNumber }} {{outstanding}} is left.</p>',
  })
  ok(made, 200)
  const { id, name } = made.json()
  assert.equal(name, 'Pay in parts')
  ok(await speak('POST', '/canned-answers', { name: 'PAY IN PARTS', message: 'x' }), 409)
  const unknown = await speak('POST', '/canned-answers', { name: 'Other', message: 'Dear {{nam}}' })
  assert.deepEqual([unknown.statusCode, unknown.json().field], [422, 'message'])
  await running.database
    .sql`update customers set name = '<b>Ann</b>' where company_id = ${tenant.company.companyId}`
  const filled = (await speak('GET', `/inbox/${ticket}/canned-answers/${id}`)).json()
  assert.deepEqual(filled.missing, [])
  assert.match(filled.html, new RegExp(`of ${invoice.externalNumber} €90.00 is left`))
  const talked = (await speak('GET', `/inbox/${talk.ticket}/canned-answers/${id}`)).json()
  assert.match(talked.html, /Dear &lt;b&gt;Ann&lt;\/b&gt;/)
  assert.deepEqual(talked.missing, ['invoiceNumber', 'outstanding'])
  ok(await speak('PUT', `/canned-answers/${id}`, { name: 'In parts', message: 'Later' }), 200)
  assert.deepEqual(
    (await speak('GET', '/canned-answers')).json().data.map((one: { name: string }) => one.name),
    ['In parts'],
  )
  ok(await speak('DELETE', `/canned-answers/${id}`))
  ok(await speak('DELETE', `/canned-answers/${id}`), 404)
  const reader = speakerOf(running.app, await aColleague(tenant, 'read_only'))
  assert.equal((await reader('POST', '/canned-answers', { name: 'x', message: 'x' })).statusCode, 403)
})

test('what the customer said since one looked is new, for each of the staff', async () => {
  const { tenant, speak, show } = await aDesk()
  const { ticket, invoice } = await aTicket(tenant)
  const other = speakerOf(running.app, await aColleague(tenant, 'owner'))
  const entry = async (who = speak) => (await who('GET', '/inbox')).json().data[0] as Entry
  assert.equal((await entry()).unread, true)
  const [message] = (await show(ticket)).messages
  ok(await speak('PUT', `/inbox/${ticket}/read`, { messageId: message.id }))
  assert.equal((await entry()).unread, false)
  assert.equal((await entry(other)).unread, true)
  await askInvoiceQuestion(tenant.ctx(), invoice.id, invoice.linkToken, bodyFromText('Well?'))
  assert.equal((await entry()).unread, true)
  ok(await speak('PUT', `/inbox/${ticket}/read`, { messageId: (await show(ticket)).messages.at(-1).id }))
  ok(await speak('PUT', `/inbox/${ticket}/read`, { messageId: message.id }))
  assert.equal((await entry()).unread, false, 'an older mark takes nothing back')
  ok(await speak('PUT', `/inbox/${ticket}/read`, { messageId: null }))
  assert.equal((await entry()).unread, true)
})

test('words are found in titles, messages, names and numbers, without their marks, of one company alone', async () => {
  const { tenant, box } = await aDesk()
  const { tenant: theirs } = await aDesk()
  const asked = await aTicket(tenant)
  const talk = await aTalk(tenant, 'Ik betaal de contributie in Zürich, à propos', 'Überweisung')
  await aTalk(theirs, 'Ik betaal de contributie', 'Überweisung')
  assert.deepEqual(await box('q=contrib'), [talk.ticket])
  assert.deepEqual(await box('q=uberweisung zurich'), [talk.ticket])
  assert.deepEqual(await box('q=ÜBER'), [talk.ticket])
  assert.deepEqual(await box(`q=${asked.invoice.externalNumber}`), [asked.ticket])
  assert.deepEqual(await box(`q=${encodeURIComponent(talk.customer.name)}`), [talk.ticket])
  await running.database.sql`update customers set name = 'Willemijn' where id = ${talk.customer.id}`
  assert.deepEqual(await box('q=willem'), [talk.ticket])
  assert.deepEqual(await box(`q=contrib&box=answered`), [])
  assert.deepEqual(await box('q=contrib nothing'), [])
  for (const hostile of ["' | 'x", ':* & !', '\\', '5:a', 'x'.repeat(200), '%00'.slice(0, 1), '!!!'])
    assert.deepEqual(await box(`q=${encodeURIComponent(hostile)}`), [], hostile)
  const [page, next] = [await box('q=pay membership&limit=1'), await box('limit=1')]
  assert.ok(page.length <= 1 && next.length === 1)
})
