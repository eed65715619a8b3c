import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from '../../server/database/connect.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../server/database/embedded-postgres.ts'
import type { Db } from '../../server/kernel/context.ts'
import { startFakeMoneybird, type FakeMoneybird } from '../../server/providers/moneybird/fake.ts'
import {
  removeFolder,
  runBalie,
  startServer,
  temporaryFolder,
  type ServerProcess,
} from '../support/server-process.ts'

let folder: string
let postgres: EmbeddedPostgres
let environment: Record<string, string>
let sql: Db
before(async () => {
  folder = await temporaryFolder()
  postgres = await startEmbeddedPostgres({ dataDir: folder })
  environment = { DATABASE_URL: postgres.url, DATA_DIR: folder }
  await run('migrate')
  sql = connect(postgres.url, { connections: 2 })
})
after(async () => {
  await sql.end()
  await postgres.stop()
  await removeFolder(folder)
})

async function run(...args: string[]) {
  const { code, stdout, stderr } = await runBalie([...args, '--json'], environment)
  assert.equal(code, 0, stderr)
  return JSON.parse(stdout)
}

async function until(what: string, true_: () => Promise<boolean> | boolean): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(50)) if (await true_()) return
  assert.fail(`never: ${what}`)
}

const connectBooks = (company: string, { url, administrationId }: FakeMoneybird, token: string) =>
  run(
    'bookkeeping',
    'connect',
    company,
    '--base-url',
    url,
    '--administration',
    administrationId,
    '--token',
    token,
  )

interface Answer {
  id: string
  links: { onlinePaymentLink: { href: string } }
  data: { id: string }[]
}

/** A company with a key of its own; `name` is unique. */
async function aCompany(name: string) {
  await run('companies', 'create', name, '--email', 'club@example.com')
  const key: { id: string; key: string } = await run('keys', 'create', '--company', name)
  const send = async ({ url }: ServerProcess, method: string, path: string, body?: object) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        authorization: `Bearer ${key.key}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    return { status: response.status, body: (await response.json()) as Answer }
  }
  const invoice = async (server: ServerProcess, number: string) => {
    const customer = await send(server, 'POST', '/v1/customers', {
      companyName: 'Test Company BV',
      address: 'Teststreet 123',
      zipCode: '1234AB',
      city: 'Amsterdam',
      primaryEmail: 'john.doe@test.com',
    })
    const made = await send(server, 'POST', '/v1/customer-invoices/manual', {
      customerId: customer.body.id,
      invoiceNumber: number,
      issuedAt: '2026-11-01',
      lines: [{ description: 'Fee', amountExclVat: '12.95', vatRate: 21 }],
    })
    assert.equal(made.status, 200)
    return made.body
  }
  return { name, key, send, invoice }
}

const linkOf = ({ id, links }: Answer) =>
  `/api/portal/public-invoices/${id}/${links.onlinePaymentLink.href.split('/').at(-1)}`

test('a job that a killed process held is done by another one', async () => {
  const books = await startFakeMoneybird({ invoiceFor: () => ({ totalCents: 1567 }) })
  const first = await startServer(environment)
  const company = await aCompany('Killed at work')
  await connectBooks(company.name, books, books.token)
  const { id } = await company.invoice(first, 'K-1')
  books.misbehave([{ kind: 'no_answer' }])
  assert.equal(
    (await company.send(first, 'PATCH', `/v1/customer-invoices/${id}`, { paidAt: '2026-11-20' })).status,
    200,
  )
  await until('the job is under way', () => books.requests().length > 0)
  await first.stop('SIGKILL')
  const second = await startServer(environment)
  await until('the payment is registered', () => books.payments().length > 0)
  await until('the update is done', async () =>
    (await run('bookkeeping', 'status', company.name)).every(
      ({ state }: { state: string }) => state === 'done',
    ),
  )
  assert.equal(books.payments().length, 1)
  await second.stop()
  await books.stop()
})

test('a key that one process revokes is no key for any, and a new one is one for all', async () => {
  const servers = await Promise.all([startServer(environment), startServer(environment)])
  const company = await aCompany('Served twice')
  for (const server of servers)
    assert.equal((await company.send(server, 'GET', '/v1/tickets')).status, 200, 'known at once')
  await run('keys', 'revoke', company.key.id)
  for (const server of servers)
    await until(
      'the key is refused',
      async () => (await company.send(server, 'GET', '/v1/tickets')).status === 401,
    )
  await Promise.all(servers.map((server) => server.stop()))
})

/** Holds the row of a ticket until told otherwise, so that who changes it must wait. */
async function hold(ticket: string): Promise<() => Promise<void>> {
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  let held = () => {}
  const holding = new Promise<void>((resolve) => (held = resolve))
  const done = sql.begin(async (tx) => {
    await tx`select from tickets where title like ${`%${ticket}%`} for update`
    held()
    await released
  })
  await holding
  return async () => {
    release()
    await done
  }
}

const waiting = async () =>
  (await sql<{ n: number }[]>`select count(*) as n from pg_stat_activity where wait_event_type = 'Lock'`)[0]!
    .n > 0

for (const twice of [false, true])
  test(`told to stop ${twice ? 'twice, it does not wait' : 'it finishes the request at hand'}`, async () => {
    const server = await startServer(environment)
    const number = `S-${twice}`
    const company = await aCompany(`Stopped ${twice}`)
    const invoice = await company.invoice(server, number)
    assert.equal(
      (await company.send(server, 'POST', `${linkOf(invoice)}/messages`, { message: 'Why?' })).status,
      200,
    )
    const ticket = (await company.send(server, 'GET', '/v1/tickets')).body.data[0]!.id
    const letGo = await hold(number)
    const closing = company.send(server, 'PATCH', `/v1/tickets/${ticket}`).catch((error: Error) => error)
    await until('the request waits', waiting)
    const stopped = server.stop()
    await until(
      'it takes no more',
      async () => !(await fetch(`${server.url}/healthz`).catch(() => undefined)),
    )
    if (twice) process.kill(server.pid, 'SIGTERM')
    else await letGo()
    const answer = await closing
    if (twice) assert.ok(answer instanceof Error)
    else assert.deepEqual(answer instanceof Error ? answer : answer.status, 200)
    assert.equal(await stopped, twice ? 1 : 0)
    if (twice) await letGo()
  })

test('no secret and no word of a message is in the log, however much is logged', async () => {
  const books = await startFakeMoneybird({ invoiceFor: () => ({ totalCents: 1567 }) })
  const server = await startServer({ ...environment, LOG_LEVEL: 'trace' })
  const company = await aCompany('Talkative')
  const partner = await run('partners', 'create', 'Software BV')
  await run('partners', 'grant', partner.id, company.name)
  const { key: partnerKey }: { key: string } = await run('keys', 'create', '--partner', partner.id)
  await connectBooks(company.name, books, 'a-wrong-token')
  const invoice = await company.invoice(server, 'L-1')
  const word = randomBytes(8).toString('hex')
  const link = linkOf(invoice)
  const secret = link.split('/').at(-1)!
  await company.send(server, 'POST', `${link}/messages`, { message: word })
  await fetch(`${server.url}/public-invoice/${invoice.id}/pay/${secret}`)
  const ticket = (await company.send(server, 'GET', '/v1/tickets')).body.data[0]!.id
  await company.send(server, 'POST', `/v1/tickets/${ticket}`, { message: `<p>${word}</p>` })
  await company.send(server, 'POST', `/v1/tickets/${ticket}`, { message: { [word]: '\u0000' } })
  await fetch(`${server.url}/v1/tickets`, {
    method: 'POST',
    headers: { authorization: `Bearer ${company.key.key}`, 'content-type': 'application/json' },
    body: `{"message": "${word}`,
  })
  await fetch(`${server.url}/api/v2/companies/${'0'.repeat(40)}/tickets/answered?api_key=${partnerKey}`)
  await company.send(server, 'PATCH', `/v1/customer-invoices/${invoice.id}`, { paidAt: '2026-11-20' })
  await until('the bookkeeping was asked', () => books.requests().length > 0)
  await server.stop()
  await books.stop()
  const said = server.output.stdout + server.output.stderr
  assert.match(said, /"path":"\/v1\/tickets/, 'it does say something')
  const password = new URL(postgres.url).password
  for (const hidden of [
    word,
    secret,
    company.key.key,
    partnerKey,
    'a-wrong-token',
    password,
    'john.doe@test.com',
  ])
    assert.ok(!said.includes(hidden), `${hidden} is in the log`)
})
