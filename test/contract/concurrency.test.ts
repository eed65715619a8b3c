import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { startTestApp, type Tenant, type TestApp } from '../support/app.ts'
import { anInvoice, aTicket } from '../support/builders.ts'
import { openWire, type Wire } from '../support/wire.ts'

const CONNECTIONS = 50

let running: TestApp
let wire: Wire
before(async () => {
  running = await startTestApp()
  wire = await openWire(running.app, CONNECTIONS)
})
after(async () => {
  wire.close()
  await running.close()
})

/** The same request on every connection at once; how often each status came. */
async function fromAll(call: (i: number) => ReturnType<Wire['call']>): Promise<Record<number, number>> {
  const replies = await Promise.all(Array.from({ length: CONNECTIONS }, (_, i) => call(i)))
  assert.equal(wire.connections(), CONNECTIONS)
  const counts: Record<number, number> = {}
  for (const { status } of replies) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

const read = async (tenant: Tenant, path: string) => {
  const key = path.startsWith('/v1') ? tenant.bearer : tenant.apiKey
  const { status, body } = await wire.call('GET', path, key)
  assert.equal(status, 200, body)
  return JSON.parse(body)
}

const states = ['unanswered', 'answered', 'archived'] as const
type State = (typeof states)[number]

/** How many messages the lists of `/api/v2` count in each state. */
async function totals(tenant: Tenant): Promise<Record<State, number>> {
  const counts = await Promise.all(
    states.map(async (state) => {
      const { tickets, page } = await read(
        tenant,
        `/api/v2/companies/${tenant.companyId}/tickets/${state}?page_size=100`,
      )
      assert.equal(tickets.length, page.total_entries, state)
      return [state, page.total_entries] as const
    }),
  )
  return Object.fromEntries(counts) as Record<State, number>
}

const eventsOf = (tenant: Tenant, type: string) => running.database.sql<{ actor: string }[]>`
  select actor from events where company_id = ${tenant.company.companyId} and type = ${type}`

test('of fifty who close a ticket at once one does, the others are told that it is closed', async () => {
  const tenant = await running.tenant()
  const { ticket } = await aTicket(tenant)
  const counts = await fromAll(() => wire.call('PATCH', `/v1/tickets/${ticket}`, tenant.bearer))
  assert.deepEqual(counts, { 200: 1, 422: CONNECTIONS - 1 })
  assert.deepEqual(await totals(tenant), { unanswered: 0, answered: 0, archived: 1 })
  assert.equal((await eventsOf(tenant, 'ticket.closed')).length, 1)
})

test('of fifty who mark an invoice paid at once one does, and there is one payment', async () => {
  const tenant = await running.tenant()
  const { v1, v2 } = await anInvoice(tenant)
  const days = Array.from({ length: CONNECTIONS }, (_, i) => `2026-${10 + (i % 2)}-${10 + (i % 20)}`)
  const counts = await fromAll((i) =>
    wire.call('PATCH', `/v1/customer-invoices/${v1}`, tenant.bearer, { paidAt: days[i] }),
  )
  assert.deepEqual(counts, { 200: 1, 422: CONNECTIONS - 1 })
  const shown = await read(tenant, `/api/v2/invoices/${v2}`)
  assert.equal(shown.amount_total_cents, 0)
  const payments = shown.invoice_lines.filter((line: { type: string }) => line.type === 'PAYMENT')
  assert.equal(payments.length, 1)
  assert.equal((await eventsOf(tenant, 'invoice.paid')).length, 1)
})

test('fifty first questions at once are one conversation of fifty messages', async () => {
  const tenant = await running.tenant()
  const { v2, link } = await anInvoice(tenant)
  const counts = await fromAll((i) =>
    wire.call('POST', `${link}/messages`, undefined, { message: `no. ${i}` }),
  )
  assert.deepEqual(counts, { 200: CONNECTIONS })
  const { data } = await read(tenant, '/v1/tickets')
  assert.equal(data.length, 1)
  const { tickets } = await read(tenant, `/api/v2/invoices/${v2}/tickets`)
  assert.deepEqual(
    tickets.map(({ message }: { message: string }) => message).sort(),
    Array.from({ length: CONNECTIONS }, (_, i) => `no. ${i}`).sort(),
  )
  assert.deepEqual(await totals(tenant), { unanswered: CONNECTIONS, answered: 0, archived: 0 })
  assert.equal((await eventsOf(tenant, 'ticket.created')).length, 1)
  assert.equal((await eventsOf(tenant, 'ticket.customer_replied')).length, CONNECTIONS - 1)
})

test('fifty invoices with one new member and in one new month are fifty invoices of one customer', async () => {
  const tenant = await running.tenant()
  const made = await wire.call('POST', '/api/v2/imports', tenant.apiKey, { company_id: tenant.companyId })
  const { import_id } = JSON.parse(made.body)
  const counts = await fromAll((i) =>
    wire.call('POST', '/api/v2/invoices', tenant.apiKey, {
      import_id,
      external_invoice_number: `CC-${i}`,
      member_external_id: 'member-1',
      customer: { name: { last_name: 'Doe' }, email: { email_address: 'doe@example.com' } },
      invoice_lines: [{ amount_cents: i, invoice_line_id: `line-${i % 25}` }],
      amount_total_cents: i,
    }),
  )
  // Each line id was sent twice: one of the two may have it.
  assert.deepEqual(counts, { 200: CONNECTIONS / 2, 422: CONNECTIONS / 2 })
  const { data } = await read(tenant, '/v1/customer-invoices?per_page=100')
  assert.equal(data.length, CONNECTIONS / 2)
  const customers = new Set(data.map(({ customerId }: { customerId: string }) => customerId))
  assert.equal(customers.size, 1)

  const [customerId] = customers
  const manual = await fromAll((i) =>
    wire.call('POST', '/v1/customer-invoices/manual', tenant.bearer, {
      customerId,
      invoiceNumber: `MK-${i}`,
      issuedAt: '2026-11-01',
      lines: [{ description: 'Fee', amountExclVat: '10.00', vatRate: 21 }],
    }),
  )
  assert.deepEqual(manual, { 200: CONNECTIONS })
  const [{ batches }] = await running.database.sql<[{ batches: number }]>`
    select count(*) as batches from batches
     where company_id = ${tenant.company.companyId} and monthly_key is not null`
  assert.equal(batches, 1)
})

/** What can be done to a conversation: what it answers in each state, and the state it leaves. */
const actions = {
  ask: { says: true, to: { unanswered: 'unanswered', answered: 'unanswered', archived: 'unanswered' } },
  answer: { says: true, to: { unanswered: 'answered', answered: 'answered', archived: 'archived' } },
  reply: { says: true, to: { unanswered: 'answered', answered: 'answered', archived: 'answered' } },
  close: { says: false, to: { unanswered: 'archived', answered: 'archived', archived: undefined } },
  archive: { says: false, to: { unanswered: 'archived', answered: 'archived', archived: 'archived' } },
} as const satisfies Record<string, { says: boolean; to: Record<State, State | undefined> }>

type Action = keyof typeof actions
const names = Object.keys(actions) as Action[]

/** An action that was answered, and when: `began` and `ended` count what happened before, on any connection. */
interface Done {
  action: Action
  accepted: boolean
  began: number
  ended: number
}

/**
 * The states that the actions can leave in some order in which each is answered as it was and none goes before one that
 * had ended when it began (linearizability, Herlihy and Wing 1990).
 */
function explained(start: State, done: readonly Done[]): Set<State> {
  const leaves = new Set<State>()
  const tried = new Set<string>()
  const all = 2 ** done.length - 1
  function go(made: number, state: State): void {
    const here = `${made} ${state}`
    if (tried.has(here)) return
    tried.add(here)
    if (made === all) leaves.add(state)
    const waiting = done.filter((_, i) => (made & (1 << i)) === 0)
    const soonest = Math.min(...waiting.map(({ ended }) => ended))
    for (const [i, { action, accepted, began }] of done.entries()) {
      if ((made & (1 << i)) !== 0 || began > soonest) continue
      const next = actions[action].to[state]
      if ((next !== undefined) === accepted) go(made | (1 << i), next ?? state)
    }
  }
  go(0, start)
  return leaves
}

/** Which state a change of each kind may leave, by the one it met. */
const leaves: Record<string, (met: State | null) => State | undefined> = {
  'ticket.created': (met) => (met === null ? 'unanswered' : undefined),
  'ticket.customer_replied': () => 'unanswered',
  'ticket.closed': (met) => (met === 'archived' ? undefined : 'archived'),
}

/**
 * The state at the end of the one chain that all changes of the conversation make, in whatever order they were written:
 * each met what another had left.
 */
async function stateByEvents(tenant: Tenant): Promise<State> {
  const events = await running.database.sql<{ type: string; met: State | null; left: State }[]>`
    select type, before->>'state' as met, after->>'state' as left from events
     where company_id = ${tenant.company.companyId} and type like 'ticket.%'`
  const loose = new Map<State | null, number>()
  const count = (state: State | null, by: number) => loose.set(state, (loose.get(state) ?? 0) + by)
  for (const { type, met, left } of events) {
    // A reply through /v1 reopens, the company's message through /api/v2 does not.
    if (type === 'ticket.employee_replied')
      assert.ok(left === 'answered' || (met === 'archived' && left === met))
    else assert.equal(left, leaves[type]!(met), type)
    count(met, -1)
    count(left, 1)
  }
  const ends = [...loose].filter(([, number]) => number !== 0)
  assert.deepEqual(
    ends.filter(([state]) => state === null),
    [[null, -1]],
    'it was created once',
  )
  const [last, ...more] = ends.filter(([state]) => state !== null)
  assert.deepEqual(more, [], JSON.stringify(events))
  assert.equal(last![1], 1)
  return last![0]!
}

test('whatever is asked, answered and closed at once, some order explains what is left', async () => {
  const plan = fc.record({
    start: fc.constantFrom(...states),
    // As many as there are connections at once, each a short series.
    series: fc.array(fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }), {
      minLength: 2,
      maxLength: 5,
    }),
  })
  await fc.assert(
    fc.asyncProperty(plan, async ({ start, series }) => {
      const tenant = await running.tenant()
      const { v2, link, ticket } = await aTicket(tenant, start)
      const saidBefore = (await read(tenant, `/v1/tickets/${ticket}`)).messages.length
      const calls: Record<Action, () => ReturnType<Wire['call']>> = {
        ask: () => wire.call('POST', `${link}/messages`, undefined, { message: 'ask' }),
        answer: () =>
          wire.call('POST', `/api/v2/invoices/${v2}/tickets`, tenant.apiKey, { message: 'answer' }),
        reply: () => wire.call('POST', `/v1/tickets/${ticket}`, tenant.bearer, { message: 'reply' }),
        close: () => wire.call('PATCH', `/v1/tickets/${ticket}`, tenant.bearer),
        archive: () => wire.call('POST', `/api/v2/invoices/${v2}/tickets/actions/archive`, tenant.apiKey),
      }
      let tick = 0
      const done: Done[] = []
      await Promise.all(
        series.map(async (steps) => {
          for (const action of steps) {
            const began = tick++
            const { status } = await calls[action]()
            assert.ok([200, 204, 422].includes(status), `${action}: ${status}`)
            done.push({ action, accepted: status < 300, began, ended: tick++ })
          }
        }),
      )

      const said = done.filter(({ action, accepted }) => accepted && actions[action].says).length + saidBefore
      const { messages, status } = await read(tenant, `/v1/tickets/${ticket}`)
      assert.equal(messages.length, said)
      const counted = await totals(tenant)
      const left = states.filter((state) => counted[state] > 0)
      assert.deepEqual(
        left.map((state) => counted[state]),
        [said],
        'all messages are in one list',
      )
      const [state] = left as [State]
      assert.equal(status, state === 'archived' ? 'closed' : 'open')
      assert.ok(explained(start, done).has(state), `${state} after ${JSON.stringify(done)}`)

      assert.equal(await stateByEvents(tenant), state)
    }),
    { numRuns: 40, endOnFailure: true },
  )
})
