import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect as connectDatabase } from '../../server/database/connect.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../server/database/embedded-postgres.ts'
import {
  removeFolder,
  runBalie,
  startServer,
  temporaryFolder,
  type ServerProcess,
} from '../support/server-process.ts'

/** A way to the database that can be cut. */
interface Line {
  url: string
  /** Ends every connection at once: politely, or by a reset in the middle of a word. */
  cut(how: 'end' | 'reset'): void
  /** Cuts, and refuses new connections until it is up again. */
  down(): Promise<void>
  up(): Promise<void>
  close(): Promise<void>
}

async function lineTo(databaseUrl: string): Promise<Line> {
  const target = new URL(databaseUrl)
  const pairs = new Set<[Socket, Socket]>()
  const listener = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    const pair: [Socket, Socket] = [near, far]
    pairs.add(pair)
    for (const [socket, other] of [pair, [far, near]] as const)
      socket
        .on('error', () => {})
        .on('close', () => {
          other.destroy()
          pairs.delete(pair)
        })
    near.pipe(far).pipe(near)
  })
  const listen = async (port: number) => {
    listener.listen(port, '127.0.0.1')
    await once(listener, 'listening')
  }
  await listen(0)
  const { port } = listener.address() as AddressInfo
  const url = new URL(databaseUrl)
  url.port = String(port)

  const cut = (how: 'end' | 'reset') => {
    for (const [near] of pairs)
      if (how === 'end') near.destroy()
      else near.resetAndDestroy()
  }
  async function down(): Promise<void> {
    const closed = once(listener, 'close')
    listener.close()
    cut('reset')
    await closed
  }
  return { url: url.href, cut, down, up: () => listen(port), close: down }
}

let folder: string
let postgres: EmbeddedPostgres
let line: Line
let server: ServerProcess
let bearer: string
let apiKey: string
before(async () => {
  folder = await temporaryFolder()
  postgres = await startEmbeddedPostgres({ dataDir: folder })
  line = await lineTo(postgres.url)
  server = await startServer({ DATABASE_URL: line.url, DATA_DIR: folder })
  const run = async (...args: string[]) =>
    JSON.parse((await runBalie([...args, '--json'], { DATABASE_URL: postgres.url })).stdout)
  await run('companies', 'create', 'Club', '--email', 'club@example.com')
  bearer = `Bearer ${(await run('keys', 'create', '--company', 'Club')).key}`
  const partner = await run('partners', 'create', 'Software BV')
  await run('partners', 'grant', partner.id, 'Club')
  apiKey = `ApiKey ${(await run('keys', 'create', '--partner', partner.id)).key}`
})
after(async () => {
  await server.stop()
  await line.close()
  await postgres.stop()
  await removeFolder(folder)
})

async function send(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
  const response = await fetch(server.url + path, {
    method,
    headers: { authorization: bearer, ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
    signal: AbortSignal.timeout(30_000),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

const ready = async () => {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(50))
    if ((await fetch(`${server.url}/readyz`)).ok) return
  assert.fail('it did not become ready again')
}

async function aTicket(): Promise<string> {
  const customer = await send('POST', '/v1/customers', {
    companyName: 'Test Company BV',
    address: 'Teststreet 123',
    zipCode: '1234AB',
    city: 'Amsterdam',
    primaryEmail: 'john.doe@test.com',
  })
  const number = randomUUID()
  const invoice = await send('POST', '/v1/customer-invoices/manual', {
    customerId: customer.body['id'],
    invoiceNumber: number,
    issuedAt: '2026-11-01',
    lines: [{ description: 'Fee', amountExclVat: '12.95', vatRate: 21 }],
  })
  const { href } = (invoice.body['links'] as { onlinePaymentLink: { href: string } }).onlinePaymentLink
  const link = `/api/portal/public-invoices/${String(invoice.body['id'])}/${href.split('/').at(-1)}/messages`
  assert.equal((await send('POST', link, { message: 'Why?' })).status, 200)
  const tickets = await send('GET', '/v1/tickets?per_page=100')
  const found = (tickets.body['data'] as { id: string; title: string }[]).find(({ title }) =>
    title.includes(number),
  )
  return found!.id
}

test('connections that are cut under load cost a 503 at most: no crash, no lost or doubled write', async (t) => {
  const ticket = await aTicket()
  const acknowledged: string[] = []
  const statuses: Record<string, number> = {}
  const stop = new AbortController()
  let count = 0
  async function write(): Promise<void> {
    while (!stop.signal.aborted) {
      const text = `message ${++count};`
      const key: Record<string, string> = count % 2 === 0 ? { 'idempotency-key': randomUUID() } : {}
      const { status, body } = await send('POST', `/v1/tickets/${ticket}`, { message: text }, key)
      statuses[status] = (statuses[status] ?? 0) + 1
      if (status < 300) acknowledged.push(text)
      else {
        assert.equal(status, 503, JSON.stringify(body))
        assert.equal(typeof body['message'], 'string')
      }
    }
  }
  const writers = Array.from({ length: 24 }, write)
  const rounds = 30
  for (let round = 1; round <= rounds; round++) {
    await sleep(50 + Math.random() * 200)
    line.cut(round % 2 === 0 ? 'end' : 'reset')
  }
  await ready()
  stop.abort()
  await Promise.all(writers)
  t.diagnostic(`${rounds} cuts: ${JSON.stringify(statuses)}`)

  const sql = connectDatabase(postgres.url, { connections: 1 })
  const rows = await sql<{ html: string }[]>`select body_html as html from ticket_messages`
  await sql.end()
  const all = rows.map(({ html }) => html).join('\n')
  assert.ok(acknowledged.length > 0)
  for (const text of acknowledged) assert.equal(all.split(text).length - 1, 1, text)
})

test('while the database is away every API says so in its own shape, and goes on when it is back', async (t) => {
  await line.down()
  const v1 = await send('GET', '/v1/tickets')
  assert.equal(v1.status, 503)
  assert.deepEqual(Object.keys(v1.body), ['message'])
  const v2 = await send('GET', '/api/v2/companies', undefined, { authorization: apiKey })
  assert.deepEqual(v2, { status: 503, body: { error: 'unavailable' } })
  const notReady = await send('GET', '/readyz')
  assert.deepEqual([notReady.status, notReady.body['status']], [503, 'not ready'])
  assert.equal((await send('GET', '/healthz')).status, 200)
  await sleep(4000)
  await line.up()
  const back = performance.now()
  await ready()
  t.diagnostic(`ready ${Math.round(performance.now() - back)} ms after the database was back`)
  assert.equal((await send('GET', '/v1/tickets')).status, 200)
})
