import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { startTestApp, type Tenant, type TestApp } from '../support/app.ts'
import { aCustomer, anInvoice, type AnInvoice } from '../support/builders.ts'
import { dashed } from '../../server/kernel/base32.ts'
import { encodeId as encodeHex } from '../../server/api/clubcollect/ids.ts'
import { encodeId } from '../../server/api/mijnklantportaal/ids.ts'
import { voicesOf, type Voices } from '../support/speak.ts'

let running: TestApp
let voices: Voices
before(async () => {
  running = await startTestApp()
  voices = voicesOf(running.app)
})
after(() => running.close())

type State = 'none' | 'unanswered' | 'answered' | 'archived'

interface Desk {
  tenant: Tenant
  made: AnInvoice
}

/** The conversation's id as `/v1` lists it; a well-formed one that is nobody's where there is none. */
async function ticketOf({ tenant }: Desk): Promise<string> {
  const [ticket] = (await voices.v1(tenant, 'GET', '/tickets')).json().data
  return ticket?.id ?? `tic_${'0'.repeat(26)}`
}

const actions = {
  'ask by link': ({ made }: Desk) =>
    voices.link('POST', `${made.link}/messages`, { message: 'May I pay later?' }),
  'answer in v2': ({ tenant, made }: Desk) =>
    voices.v2(tenant, 'POST', `/invoices/${made.v2}/tickets`, { message: 'You may' }),
  'reply in v1': async (desk: Desk) =>
    voices.v1(desk.tenant, 'POST', `/tickets/${await ticketOf(desk)}`, { message: '<p>You may</p>' }),
  'close in v1': async (desk: Desk) => voices.v1(desk.tenant, 'PATCH', `/tickets/${await ticketOf(desk)}`),
  'archive in v2': ({ tenant, made }: Desk) =>
    voices.v2(tenant, 'POST', `/invoices/${made.v2}/tickets/actions/archive`),
  'assign in v2': ({ tenant, made }: Desk) =>
    voices.v2(tenant, 'POST', `/invoices/${made.v2}/tickets/actions/assign_to_support`),
} satisfies Record<string, (desk: Desk) => Promise<LightMyRequestResponse>>

type Action = keyof typeof actions

/** Who speaks by an action; the others say nothing. */
const speakers: Partial<Record<Action, 'CUSTOMER' | 'COMPANY'>> = {
  'ask by link': 'CUSTOMER',
  'answer in v2': 'COMPANY',
  'reply in v1': 'COMPANY',
}

/** The ways to each state, through every API that leads there. */
const ways: { to: State; by: Action[] }[] = [
  { to: 'none', by: [] },
  { to: 'unanswered', by: ['ask by link'] },
  { to: 'answered', by: ['answer in v2'] },
  { to: 'answered', by: ['ask by link', 'answer in v2'] },
  { to: 'answered', by: ['ask by link', 'reply in v1'] },
  { to: 'archived', by: ['ask by link', 'close in v1'] },
  { to: 'archived', by: ['ask by link', 'archive in v2'] },
  { to: 'archived', by: ['ask by link', 'answer in v2', 'close in v1'] },
  { to: 'archived', by: ['ask by link', 'reply in v1', 'archive in v2'] },
]

/** What an action answers, and the state that it leaves. */
const outcomes: Record<Action, Record<State, [status: number, leaves: State]>> = {
  'ask by link': {
    none: [200, 'unanswered'],
    unanswered: [200, 'unanswered'],
    answered: [200, 'unanswered'],
    archived: [200, 'unanswered'],
  },
  'answer in v2': {
    none: [200, 'answered'],
    unanswered: [200, 'answered'],
    answered: [200, 'answered'],
    archived: [200, 'archived'],
  },
  'reply in v1': {
    none: [404, 'none'],
    unanswered: [200, 'answered'],
    answered: [200, 'answered'],
    archived: [200, 'answered'],
  },
  'close in v1': {
    none: [404, 'none'],
    unanswered: [200, 'archived'],
    answered: [200, 'archived'],
    archived: [422, 'archived'],
  },
  'archive in v2': {
    none: [204, 'none'],
    unanswered: [204, 'archived'],
    answered: [204, 'archived'],
    archived: [204, 'archived'],
  },
  'assign in v2': {
    none: [204, 'none'],
    unanswered: [204, 'unanswered'],
    answered: [204, 'answered'],
    archived: [204, 'archived'],
  },
}

/** What each of the three shows of a conversation in that state with those speakers, oldest first. */
async function assertShown(desk: Desk, state: State, said: string[]): Promise<void> {
  const { tenant, made } = desk
  const senders = (tickets: { sender: string }[]) => tickets.map(({ sender }) => sender)

  for (const status of ['unanswered', 'answered', 'archived']) {
    const list = (await voices.v2(tenant, 'GET', `/companies/${tenant.companyId}/tickets/${status}`)).json()
    assert.deepEqual(senders(list.tickets), status === state ? said : [], `/api/v2 list ${status}`)
    assert.equal(list.page.total_entries, status === state ? said.length : 0, `/api/v2 total ${status}`)
    for (const { invoice_id: id } of list.tickets) assert.equal(id, made.v2)
  }
  const ofInvoice = (await voices.v2(tenant, 'GET', `/invoices/${made.v2}/tickets`)).json()
  assert.deepEqual(senders(ofInvoice.tickets), said, '/api/v2 tickets of the invoice')
  const shown = (await voices.v2(tenant, 'GET', `/invoices/${made.v2}`)).json()
  assert.deepEqual(shown.tickets, ofInvoice.tickets, '/api/v2 invoice')

  const { data } = (await voices.v1(tenant, 'GET', '/tickets')).json()
  const status = state === 'archived' ? 'closed' : 'open'
  assert.deepEqual(
    data.map((ticket: { status: string }) => ticket.status),
    state === 'none' ? [] : [status],
    '/v1 list',
  )
  if (state !== 'none') {
    const ticket = (await voices.v1(tenant, 'GET', `/tickets/${data[0].id}`)).json()
    assert.equal(ticket.status, status, '/v1 ticket')
    assert.deepEqual(
      ticket.messages.map((message: { isPostedByCustomer: boolean }) =>
        message.isPostedByCustomer ? 'CUSTOMER' : 'COMPANY',
      ),
      said,
      '/v1 messages',
    )
  }
  const invoice = (await voices.link('GET', made.link)).json()
  assert.deepEqual(
    invoice.conversation.map((message: { from: string }) => message.from.toUpperCase()),
    said,
    'the public invoice',
  )
}

for (const { to, by } of ways)
  for (const action of Object.keys(outcomes) as Action[]) {
    const [status, leaves] = outcomes[action][to]
    const way = by.length === 0 ? '' : ` (${by.join(', ')})`
    test(`${to}${way}, then ${action}: ${status}, ${leaves} in all three`, async () => {
      const tenant = await running.tenant()
      const desk = { tenant, made: await anInvoice(tenant) }
      const said: string[] = []
      for (const step of by) {
        const response = await actions[step](desk)
        assert.ok(response.statusCode < 300, `${step}: ${response.body}`)
        if (speakers[step]) said.push(speakers[step])
      }
      await assertShown(desk, to, said)
      assert.equal((await actions[action](desk)).statusCode, status)
      if (status < 300 && speakers[action]) said.push(speakers[action])
      await assertShown(desk, leaves, said)
    })
  }

test('what is said through one API is read to the letter in the others', async () => {
  const tenant = await running.tenant()
  const desk = { tenant, made: await anInvoice(tenant) }
  await voices.link('POST', `${desk.made.link}/messages`, { message: 'Is 1 < 2?\nAnd "ëén" & <b>wel</b>?' })
  await voices.v1(tenant, 'POST', `/tickets/${await ticketOf(desk)}`, {
    message: '<p>Yes, <b>1 &lt; 2</b></p>',
  })
  const { tickets } = (await voices.v2(tenant, 'GET', `/invoices/${desk.made.v2}/tickets`)).json()
  assert.deepEqual(
    tickets.map(({ message }: { message: string }) => message),
    ['Is 1 < 2?\nAnd "ëén" & <b>wel</b>?', 'Yes, 1 < 2'],
  )
  const { messages } = (await voices.v1(tenant, 'GET', `/tickets/${await ticketOf(desk)}`)).json()
  assert.deepEqual(
    messages.map(({ message }: { message: string }) => message),
    ['Is 1 &lt; 2?<br />And "ëén" &amp; &lt;b&gt;wel&lt;/b&gt;?', '<p>Yes, <b>1 &lt; 2</b></p>'],
  )
})

test('marked paid in v1: a payment line by external, nothing outstanding in v2, paidAt by the link', async () => {
  const tenant = await running.tenant()
  const { v1, v2, link } = await anInvoice(tenant, 12_345)
  const unpaid = (await voices.v2(tenant, 'GET', `/invoices/${v2}`)).json()
  assert.equal(unpaid.amount_total_cents, 12_345)
  assert.equal((await voices.link('GET', link)).json().paidAt, null)

  const paid = await voices.v1(tenant, 'PATCH', `/customer-invoices/${v1}`, { paidAt: '2026-11-20 14:00:00' })
  assert.equal(paid.json().paidAt, '2026-11-20T14:00:00+01:00')

  const shown = (await voices.v2(tenant, 'GET', `/invoices/${v2}`)).json()
  assert.equal(shown.amount_total_cents, 0)
  const { invoice_line_id: _, ...line } = shown.invoice_lines.at(-1)
  assert.deepEqual(line, {
    type: 'PAYMENT',
    amount_cents: -12_345,
    description: null,
    date: '2026-11-20T13:00:00Z',
    payment_method: 'external',
  })
  const byLink = (await voices.link('GET', link)).json()
  assert.equal(byLink.paidAt, '2026-11-20T14:00:00+01:00')
  assert.equal(byLink.outstanding, '0.00')
  assert.equal(byLink.amount, '123.45')
})

test('an invoice made in v2 stands in the list of v1 with its amount, and its customer is there', async () => {
  const tenant = await running.tenant()
  const batch = (await voices.v2(tenant, 'POST', '/imports', { company_id: tenant.companyId })).json()
  const made = await voices.v2(tenant, 'POST', '/invoices', {
    import_id: batch.import_id,
    external_invoice_number: 'CC-1',
    customer: { name: { first_name: 'Joe', last_name: 'Doe' }, email: { email_address: 'joe@example.com' } },
    invoice_lines: [
      { amount_cents: 9000, description: 'Fee' },
      { amount_cents: -500, description: 'Discount' },
    ],
    amount_total_cents: 8500,
  })
  assert.equal(made.statusCode, 200, made.body)
  const { data } = (await voices.v1(tenant, 'GET', '/customer-invoices')).json()
  assert.deepEqual(
    data.map(({ invoiceNumber, amount, paidAt }: Record<string, unknown>) => [invoiceNumber, amount, paidAt]),
    [['CC-1', '85.00', null]],
  )
  assert.equal(data[0].id, encodeId('invoice', dashed(made.json().invoice_id)))
  const customer = (await voices.v1(tenant, 'GET', `/customers/${data[0].customerId}`)).json()
  assert.equal(customer.companyName, 'Joe Doe')
  assert.equal(customer.primaryEmail, 'joe@example.com')
})

test('an invoice made in v1 is shown by v2 with its lines, VAT included, and its customer', async () => {
  const tenant = await running.tenant()
  const customer = await aCustomer(tenant)
  const made = await voices.v1(tenant, 'POST', '/customer-invoices/manual', {
    customerId: encodeId('customer', customer.id),
    invoiceNumber: 'MK-1',
    issuedAt: '2026-11-02',
    lines: [
      { description: 'Website', amountExclVat: '100.00', vatRate: 21 },
      { description: 'Book', amountExclVat: '10.00', vatRate: 9 },
    ],
  })
  assert.equal(made.json().amount, '131.90')
  const [row] = await running.database.sql<[{ id: string }]>`
    select id from invoices where company_id = ${tenant.company.companyId}`
  assert.equal(made.json().id, encodeId('invoice', row.id))
  const path = `/invoices/${encodeHex(tenant.company.companyId, row.id)}`
  const shown = (await voices.v2(tenant, 'GET', path)).json()
  assert.equal(shown.amount_total_cents, 13_190)
  assert.equal(shown.external_invoice_number, 'MK-1')
  assert.equal(shown.customer.name.last_name, customer.name)
  assert.deepEqual(
    shown.invoice_lines.map((line: { type: string; amount_cents: number }) => [line.type, line.amount_cents]),
    [
      ['INVOICE-LINE', 12_100],
      ['INVOICE-LINE', 1090],
    ],
  )
})
