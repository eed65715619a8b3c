import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { Db } from '../../server/kernel/context.ts'
import { newId } from '../../server/kernel/ids.ts'
import { listInvoices } from '../../server/domain/invoices/list-invoices.ts'
import { listMessagesByState } from '../../server/domain/tickets/list-messages-by-state.ts'
import { listTickets } from '../../server/domain/tickets/list-tickets.ts'
import { ticketStates } from '../../server/domain/tickets/ticket.ts'
import { startTestApp, type Tenant, type TestApp } from '../support/app.ts'
import { anInvoice, aTicket } from '../support/builders.ts'
import { voicesOf, type Voices } from '../support/speak.ts'

let running: TestApp
let voices: Voices
let sql: Db
before(async () => {
  running = await startTestApp()
  voices = voicesOf(running.app)
  sql = running.database.sql
})
after(() => running.close())

/** The counted lists, and the rows that they hold by definition. */
const lists = {
  tickets: { table: 'tickets', at: 'created_at', only: () => sql`true` },
  invoices: { table: 'invoices', at: 'created_at', only: () => sql`true` },
  'messages unanswered': messages('unanswered'),
  'messages answered': messages('answered'),
  'messages archived': messages('archived'),
}
type List = keyof typeof lists
const names = Object.keys(lists) as List[]

function messages(state: string) {
  return {
    table: 'ticket_messages',
    at: 'posted_at',
    only: () => sql`state = ${state} and invoice_id is not null`,
  }
}

/** Every row of a list in order, read plainly. */
async function plain({ company }: Tenant, list: List, newestFirst: boolean): Promise<string[]> {
  const { table, at, only } = lists[list]
  const direction = newestFirst ? sql`desc` : sql`asc`
  const rows = await sql<{ id: string }[]>`
    select id from ${sql(table)} where company_id = ${company.companyId} and ${only()}
     order by ${sql(at)} ${direction}, id ${direction}`
  return rows.map(({ id }) => id)
}

/** One page of a list as the verbs read it: from the boundary that the counts give. */
async function counted({ company }: Tenant, list: List, newestFirst: boolean, skip: number, limit: number) {
  const { table, at, only } = lists[list]
  const direction = newestFirst ? sql`desc` : sql`asc`
  const rows = await sql<{ id: string }[]>`
    with start as materialized (select * from page_start(${company.companyId}, ${list}, ${newestFirst}, ${skip}))
    select id from ${sql(table)}
     where company_id = ${company.companyId} and ${only()}
       and ${newestFirst ? sql`${sql(at)} < (select boundary from start)` : sql`${sql(at)} >= (select boundary from start)`}
     order by ${sql(at)} ${direction}, id ${direction}
     limit ${limit} offset (select remaining from start)`
  return rows.map(({ id }) => id)
}

async function totalOf({ company }: Tenant, list: List): Promise<number> {
  const [row] = await sql<[{ total: number }]>`select list_total(${company.companyId}, ${list}) as total`
  return row.total
}

/** Totals, totals per day, and the pages at those offsets in both directions are what plain reading gives. */
async function assertCounted(tenant: Tenant, skips: (length: number) => number[]): Promise<void> {
  for (const list of names) {
    const { table, at, only } = lists[list]
    const days = await sql`
      select (${sql(at)} at time zone 'UTC')::date as day, count(*) as rows from ${sql(table)}
       where company_id = ${tenant.company.companyId} and ${only()} group by 1 order by 1`
    const countedDays = await sql`
      select day, sum(rows)::bigint as rows from page_counts
       where company_id = ${tenant.company.companyId} and list = ${list} and day < 'infinity'
       group by 1 having sum(rows) <> 0 order by 1`
    assert.deepEqual([...countedDays], [...days], `${list} per day`)
    for (const newestFirst of [true, false]) {
      const all = await plain(tenant, list, newestFirst)
      assert.equal(await totalOf(tenant, list), all.length, `${list} in all`)
      for (const skip of skips(all.length))
        assert.deepEqual(
          await counted(tenant, list, newestFirst, skip, 7),
          all.slice(skip, skip + 7),
          `${list} ${newestFirst ? 'descending' : 'ascending'} from ${skip} of ${all.length}`,
        )
    }
  }
}

/** Many rows as one would have after years: some thousand invoices with conversations, over the days given. */
async function fill(tenant: Tenant, instants: readonly Date[], batches: readonly string[]): Promise<void> {
  const { companyId } = tenant.company
  const { invoice } = await anInvoice(tenant)
  for (const id of batches)
    await sql`insert into batches (company_id, id, created_at) values (${companyId}, ${id}, ${instants[0]!})`
  const rows = instants.map((at, i) => ({
    id: newId(),
    ticket: newId(),
    // One in five conversations came by mail and is about no invoice.
    by_mail: i % 5 === 4,
    batch: batches[i % batches.length]!,
    state: ticketStates[i % 3]!,
    at: at.toISOString(),
    said: Array.from({ length: i % 4 }, (_, n) => ({
      id: newId(),
      // Answers come later: often the next day.
      at: new Date(at.getTime() + n * 17 * 3_600_000).toISOString(),
    })),
  }))
  const given = sql`jsonb_to_recordset(${sql.json(rows)}::jsonb)
    as r (id uuid, ticket uuid, by_mail boolean, batch uuid, state text, at timestamptz, said jsonb)`
  await sql`
    insert into invoices (company_id, id, batch_id, customer_id, external_number, recipient, currency, issued_on,
                          amount_cents, link_token, created_at)
    select ${companyId}::integer, id, batch, ${invoice.customerId}::uuid, '', '{}', 'EUR', '2026-01-01', 0, '', at from ${given}`
  await sql`
    insert into tickets (company_id, id, invoice_id, title, source, state, created_at)
    select ${companyId}::integer, ticket, case when by_mail then null else id end, '',
           case when by_mail then 'email' else 'portal' end, state, at from ${given}`
  await sql`
    insert into ticket_messages (company_id, id, ticket_id, invoice_id, state, by_customer, author, body_html, body_text,
                                 posted_at)
    select ${companyId}::integer, m.id, ticket, case when by_mail then null else r.id end, state, true, '', '', '', m.at
      from ${given}, jsonb_to_recordset(said) as m (id uuid, at timestamptz)`
}

const DAY_MS = 86_400_000
const firstDay = Date.parse('2026-03-01T00:00:00Z')

/** Instants of crowded and empty days, not in order, on the edges of days above all. */
const manyInstants = (size: { min: number; max: number }) =>
  fc
    .array(
      fc.record({
        day: fc.integer({ min: 0, max: 40 }),
        time: fc.oneof(fc.constantFrom(0, 1, DAY_MS - 1), fc.integer({ min: 0, max: DAY_MS - 1 })),
        // Several at the very same instant, so that the order is the ids'.
        times: fc.integer({ min: 1, max: 120 }),
      }),
      { minLength: 5, maxLength: 60 },
    )
    .map((groups) =>
      groups.flatMap(({ day, time, times }) =>
        Array.from({ length: times }, () => new Date(firstDay + day * DAY_MS + time)),
      ),
    )
    .filter(({ length }) => length >= size.min)
    .map((instants) => instants.slice(0, size.max))

/** Around the offset from which days are skipped, around the end, far beyond it, and wherever chance has it. */
const farSkips = (chances: readonly number[]) => (length: number) => [
  ...new Set(
    [0, 1, 498, 499, 500, 501, length - 8, length - 1, length, length + 1, length + 5000, 2 ** 40]
      .concat(chances.map((chance) => Math.floor(chance * length)))
      .filter((skip) => skip >= 0),
  ),
]

const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 15, maxLength: 15 })

test('with a thousand rows over many days far pages are what plain reading gives, also after changes and deletions', async () => {
  await fc.assert(
    fc.asyncProperty(
      manyInstants({ min: 700, max: 2000 }),
      chances,
      fc.array(fc.constantFrom(...ticketStates), { minLength: 2, maxLength: 2 }),
      async (instants, where, [from, to]) => {
        const tenant = await running.tenant()
        const batches = [newId(), newId(), newId()]
        await fill(tenant, instants, batches)
        await assertCounted(tenant, farSkips(where))

        // All conversations of a state at once, as no verb does: their messages change lists with them.
        await sql`update tickets set state = ${to!} where company_id = ${tenant.company.companyId} and state = ${from!}`
        await assertCounted(tenant, farSkips(where))

        await sql`delete from batches where company_id = ${tenant.company.companyId} and id = ${batches[1]!}`
        await assertCounted(tenant, farSkips(where))
        const gone = await sql`select from invoices where batch_id = ${batches[1]!}`
        assert.equal(gone.length, 0)
      },
    ),
    { numRuns: 4, endOnFailure: true },
  )
})

test("the verbs' far pages are a stretch of the list, and say whether another follows", async () => {
  const tenant = await running.tenant()
  const instants = Array.from({ length: 1800 }, (_, i) => new Date(firstDay + ((i * 7919) % 50) * DAY_MS + i))
  await fill(tenant, instants, [newId()])
  const invoices = await plain(tenant, 'invoices', true)
  const tickets = await plain(tenant, 'tickets', true)
  assert.equal(invoices.length, 1801)
  for (const offset of [0, 499, 500, 737, 1200, 1700, 1790, 1801, 1802, 5000]) {
    const page = { offset, limit: 100 }
    for (const [all, { rows, more }] of [
      [invoices, await listInvoices(tenant.ctx(), page)],
      [tickets, await listTickets(tenant.ctx(), page)],
    ] as const) {
      assert.deepEqual(
        rows.map(({ id }) => id),
        all.slice(offset, offset + 100),
        String(offset),
      )
      assert.equal(more, all.length > offset + 100, String(offset))
    }
    for (const state of ticketStates) {
      const said = await plain(tenant, `messages ${state}`, false)
      const { rows, total } = await listMessagesByState(tenant.ctx(), state, page)
      assert.deepEqual(
        rows.map(({ id }) => id),
        said.slice(offset, offset + 100),
        `${state} ${offset}`,
      )
      assert.equal(total, said.length)
    }
  }
})

const hours = fc.integer({ min: 0, max: 24 * 6 * 60 }).map((minutes) => new Date(firstDay + minutes * 60_000))

const action = fc.record({
  at: hours,
  do: fc.constantFrom('invoice', 'ask', 'answer', 'reply', 'close', 'archive'),
  which: fc.nat({ max: 30 }),
})

test('whatever is made and said through the APIs at whatever times, pages and totals are what plain reading gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 10, maxLength: 60 }), chances, async (steps, where) => {
      const tenant = await running.tenant()
      const desks = [await aTicket(tenant), await aTicket(tenant, 'archived')]
      for (const { at, do: what, which } of steps) {
        running.clock.set(at.toISOString())
        const { v2, link, ticket } = desks[which % desks.length]!
        if (what === 'invoice') desks.push(await aTicket(tenant))
        else if (what === 'ask') await voices.link('POST', `${link}/messages`, { message: 'x' })
        else if (what === 'answer')
          await voices.v2(tenant, 'POST', `/invoices/${v2}/tickets`, { message: 'x' })
        else if (what === 'reply') await voices.v1(tenant, 'POST', `/tickets/${ticket}`, { message: 'x' })
        else if (what === 'close') await voices.v1(tenant, 'PATCH', `/tickets/${ticket}`)
        else await voices.v2(tenant, 'POST', `/invoices/${v2}/tickets/actions/archive`)
      }
      await assertCounted(tenant, farSkips(where))

      const pages: string[] = []
      let next: string | null = '/v1/customer-invoices?per_page=3'
      while (next !== null) {
        const response = await voices.v1(tenant, 'GET', next.replace(/^.*\/v1/, ''))
        const page = response.json<{ data: { id: string }[]; next_page_url: string | null }>()
        pages.push(...page.data.map(({ id }) => id))
        next = page.next_page_url
      }
      assert.equal(pages.length, await totalOf(tenant, 'invoices'))
      assert.equal(new Set(pages).size, pages.length)
    }),
    { numRuns: 12 },
  )
})

test("a company's counts are its own", async () => {
  const [one, other] = [await running.tenant(), await running.tenant()]
  await fill(
    one,
    Array.from({ length: 600 }, (_, i) => new Date(firstDay + i * 3_600_000)),
    [newId()],
  )
  await aTicket(other)
  assert.deepEqual(await Promise.all(names.map((list) => totalOf(other, list))), [1, 1, 1, 0, 0])
  const [batch] = await sql<
    [{ id: string }]
  >`select id from batches where company_id = ${other.company.companyId}`
  await sql`delete from batches where company_id = ${other.company.companyId} and id = ${batch.id}`
  assert.deepEqual(await Promise.all(names.map((list) => totalOf(other, list))), [0, 0, 0, 0, 0])
  await assertCounted(one, farSkips([0.3, 0.6, 0.9]))
})
