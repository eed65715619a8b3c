import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from '../../server/database/connect.ts'
import { isAlive } from '../../server/database/postgres-process.ts'
import {
  databaseUrl,
  postmasterPid,
  removeFolder,
  runBalie,
  startServer,
  temporaryFolder,
  type ServerProcess,
} from '../support/server-process.ts'

const ROUNDS = 10

let dataDir: string
let server: ServerProcess | undefined
before(async () => {
  dataDir = await temporaryFolder()
})
after(async () => {
  await server?.stop()
  await removeFolder(dataDir)
})

/** What the server said yes to, and must never forget. */
interface Acknowledged {
  questions: { link: string; text: string }[]
  replies: { ticket: string; text: string }[]
  invoices: string[]
  paid: Set<string>
  /** Tickets that were closed, and left alone since. */
  closed: Set<string>
}

const acknowledged: Acknowledged = {
  questions: [],
  replies: [],
  invoices: [],
  paid: new Set(),
  closed: new Set(),
}
let count = 0

const json = async (args: string[]) =>
  JSON.parse((await runBalie([...args, '--json'], { DATA_DIR: dataDir })).stdout)

interface Answer {
  id: string
  links: { onlinePaymentLink: { href: string } }
  data: { id: string; title: string }[]
  paidAt: string | null
  status: string
  conversation: { message: string }[]
  messages: { message: string }[]
}

/** A request that may be cut off at any moment; undefined when it was. */
async function ask(url: string, bearer: string, method: string, path: string, body?: object) {
  const response = await fetch(url + path, {
    method,
    headers: { authorization: bearer, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  }).catch(() => undefined)
  const answer = await response?.json().catch(() => undefined)
  return response?.ok && answer ? (answer as Answer) : undefined
}

/** One customer with invoices, conversations and payments, without end; notes what was acknowledged. */
async function work({ url }: ServerProcess, bearer: string, until: AbortSignal): Promise<void> {
  const customer = await ask(url, bearer, 'POST', '/v1/customers', {
    companyName: 'Test Company BV',
    address: 'Teststreet 123',
    zipCode: '1234AB',
    city: 'Amsterdam',
    primaryEmail: 'john.doe@test.com',
  })
  if (!customer) return
  while (!until.aborted) {
    const name = `n${++count}`
    const invoice = await ask(url, bearer, 'POST', '/v1/customer-invoices/manual', {
      customerId: customer.id,
      invoiceNumber: name,
      issuedAt: '2026-11-01',
      lines: [{ description: 'Fee', amountExclVat: '12.95', vatRate: 21 }],
    })
    if (!invoice) return
    const { id } = invoice
    acknowledged.invoices.push(id)
    const link = `/api/portal/public-invoices/${id}/${invoice.links.onlinePaymentLink.href.split('/').at(-1)}`
    if (!(await ask(url, '', 'POST', `${link}/messages`, { message: `question ${name}` }))) return
    acknowledged.questions.push({ link, text: `question ${name}` })
    if (await ask(url, bearer, 'PATCH', `/v1/customer-invoices/${id}`, { paidAt: '2026-11-20 12:00:00' }))
      acknowledged.paid.add(id)
    const tickets = await ask(url, bearer, 'GET', '/v1/tickets?per_page=100')
    const ticket = tickets?.data.find(({ title }) => title.endsWith(` ${name}`))?.id
    if (!ticket) return
    if (!(await ask(url, bearer, 'POST', `/v1/tickets/${ticket}`, { message: `reply ${name}` }))) return
    acknowledged.replies.push({ ticket, text: `reply ${name}` })
    if (await ask(url, bearer, 'PATCH', `/v1/tickets/${ticket}`)) acknowledged.closed.add(ticket)
  }
}

async function everyAcknowledgedWriteIsThere({ url }: ServerProcess, bearer: string): Promise<void> {
  for (const id of acknowledged.invoices) {
    const invoice = await ask(url, bearer, 'GET', `/v1/customer-invoices/${id}`)
    assert.ok(invoice, `invoice ${id}`)
    if (acknowledged.paid.has(id)) assert.ok(invoice.paidAt, `payment of ${id}`)
  }
  for (const { link, text } of acknowledged.questions) {
    const invoice = await ask(url, '', 'GET', link)
    const conversation = invoice?.conversation ?? []
    assert.equal(conversation.filter(({ message }) => message === text).length, 1, text)
  }
  for (const { ticket, text } of acknowledged.replies) {
    const shown = await ask(url, bearer, 'GET', `/v1/tickets/${ticket}`)
    assert.equal(shown?.messages.filter(({ message }) => message === text).length, 1)
    if (acknowledged.closed.has(ticket)) assert.equal(shown?.status, 'closed')
  }
}

/** Whatever was cut off is there as a whole or not at all. */
async function nothingIsHalfWritten(): Promise<void> {
  const sql = connect(await databaseUrl(dataDir), { connections: 1 })
  try {
    const [faults] = await sql<[Record<string, number>]>`
      select
        (select count(*) from invoices i where outstanding_cents <> (
          select coalesce(sum(amount_cents), 0) from invoice_lines l
           where l.company_id = i.company_id and l.invoice_id = i.id)) as ledger,
        (select count(*) from (select from invoice_lines where kind = 'payment'
          group by company_id, invoice_id having count(*) > 1) twice) as "paidTwice",
        (select count(*) from invoices i where not exists (
          select from events e where e.company_id = i.company_id and e.subject_id = i.id and e.type = 'invoice.created')
        ) as "withoutEvent",
        (select count(*) from tickets t where not exists (
          select from ticket_messages m where m.company_id = t.company_id and m.ticket_id = t.id)) as "emptyTickets",
        (select count(*) from ticket_messages m join tickets t on t.company_id = m.company_id and t.id = m.ticket_id
          where m.state <> t.state) as states,
        (select abs(list_total(1, 'tickets') - count(*)) from tickets) as "ticketCount",
        (select abs(list_total(1, 'invoices') - count(*)) from invoices) as "invoiceCount",
        (select sum(abs(list_total(1, 'messages ' || s) - (select count(*) from ticket_messages where state = s)))::bigint
           from unnest(array['unanswered', 'answered', 'archived']) s) as "messageCounts"`
    for (const [what, n] of Object.entries(faults)) assert.equal(n, 0, what)
  } finally {
    await sql.end()
  }
}

test(
  'kill -9 in the middle of writes, ten times over, loses nothing that was acknowledged',
  { timeout: 300_000 },
  async (t) => {
    server = await startServer({ DATA_DIR: dataDir })
    t.diagnostic(`first start: ${Math.round(server.startedIn)} ms`)
    await json(['companies', 'create', 'Club', '--email', 'club@example.com'])
    const { key } = await json(['keys', 'create', '--company', 'Club'])
    const bearer = `Bearer ${key}`

    for (let round = 1; round <= ROUNDS; round++) {
      const running: ServerProcess = server
      const postmaster = await postmasterPid(dataDir)
      const killed = new AbortController()
      const workers = Array.from({ length: 4 }, () => work(running, bearer, killed.signal))
      await sleep(300 + Math.random() * 700)
      const withDatabase = round % 2 === 0
      process.kill(running.pid, 'SIGKILL')
      if (withDatabase) process.kill(postmaster, 'SIGKILL')
      killed.abort()
      await running.stop('SIGKILL')
      await Promise.all(workers)

      server = await startServer({ DATA_DIR: dataDir })
      t.diagnostic(
        `round ${round}, ${withDatabase ? 'with' : 'without'} Postgres: ${Math.round(server.startedIn)} ms`,
      )
      assert.ok(server.startedIn < 20_000, 'it answers soon after (five seconds on a quiet machine)')
      if (!withDatabase) assert.equal(await postmasterPid(dataDir), postmaster, 'the orphan was adopted')
      await everyAcknowledgedWriteIsThere(server, bearer)
      await nothingIsHalfWritten()
    }

    t.diagnostic(
      `${acknowledged.invoices.length} invoices, ${acknowledged.questions.length} questions, ${acknowledged.replies.length} replies, ${acknowledged.paid.size} payments, ${acknowledged.closed.size} closes were acknowledged`,
    )
    assert.ok(acknowledged.closed.size > 0, 'something was written')
    const last = await postmasterPid(dataDir)
    assert.equal(await server.stop(), 0)
    assert.equal(isAlive(last), false, 'no process is left')
  },
)
