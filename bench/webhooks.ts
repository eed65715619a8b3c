import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { connect } from '../server/database/connect.ts'
import { createApiKey } from '../server/domain/access/create-api-key.ts'
import { createCompany } from '../server/domain/companies/create-company.ts'
import type { Actor, Company, Db } from '../server/kernel/context.ts'
import { startServer, type BenchServer } from './server.ts'
import { percentile } from './statistics.ts'

const HELP = `node bench/webhooks.ts [options]
  --events N      told in the burst, for each number of endpoints (default 5000)
  --rate N        events per second while the delay is measured (default 100)
  --seconds N     how long that is (default 10)
  --endpoints a,b how many share the burst (default 1,10)
  --json          print JSON instead of lines`

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '5000' },
    rate: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '10' },
    endpoints: { type: 'string', default: '1,10' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  console.log(HELP)
  process.exit(0)
}
const [events, rate, seconds] = [values.events, values.rate, values.seconds].map(Number) as [
  number,
  number,
  number,
]
const endpoints = values.endpoints.split(',').map(Number)
if (![events, rate, seconds, ...endpoints].every((number) => number >= 1))
  throw new Error(`not a measurement:\n${HELP}`)

const operator: Actor = { kind: 'operator', id: 'cli', permissions: 'all' }

/** A server that only notes when each event came: by its `webhook-id`, the first time. */
async function startReceiver() {
  const came = new Map<string, number>()
  let twice = 0
  const server = createServer((request, response) => {
    const id = String(request.headers['webhook-id'])
    if (came.has(id)) twice += 1
    else came.set(id, Date.now())
    request.resume()
    request.on('end', () => response.writeHead(204).end())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    came,
    twice: () => twice,
    close: () => server.close(),
  }
}
type Receiver = Awaited<ReturnType<typeof startReceiver>>

interface Bench {
  server: BenchServer
  sql: Db
  receiver: Receiver
}

async function aCompany(sql: Db, name: string): Promise<{ company: Company; bearer: string }> {
  const now = new Date()
  const company = await createCompany(sql, operator, now, { name, email: 'bench@example.com' })
  const { key } = await createApiKey({ sql, company, actor: operator, now }, 'bench', ['*'])
  return { company, bearer: `Bearer ${key}` }
}

async function post(url: string, bearer: string, body: object): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: bearer, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  await response.arrayBuffer()
}

async function allCame({ came }: Receiver, count: number): Promise<void> {
  for (const deadline = Date.now() + 120_000; came.size < count; await sleep(5))
    if (Date.now() > deadline) throw new Error(`${came.size} of ${count} events came`)
}

/**
 * Customers are made through `/v1` at a steady rate. The delay is from the beginning of the change's transaction, which
 * the database notes, to the receipt: a little more than from its commit.
 */
async function measureDelay({ server, sql, receiver }: Bench) {
  const { company, bearer } = await aCompany(sql, 'Delay')
  await post(`${server.url}/v1/webhooks`, bearer, { url: receiver.url, type: 'customer-created' })
  const customer = {
    companyName: 'Test Company BV',
    address: 'Teststreet 123',
    zipCode: '1234AB',
    city: 'Amsterdam',
    primaryEmail: 'john.doe@test.com',
  }
  const made = (count: number) => made1(performance.now(), count)
  async function made1(began: number, count: number): Promise<void> {
    const under: Promise<void>[] = []
    for (let i = 0; i < count; i++) {
      await sleep(Math.max(0, began + (i * 1000) / rate - performance.now()))
      under.push(post(`${server.url}/v1/customers`, bearer, customer))
    }
    await Promise.all(under)
  }
  await made(rate)
  await allCame(receiver, rate)
  receiver.came.clear()
  const since = new Date()
  const before = server.cpu()
  const count = rate * seconds
  await made(count)
  await allCame(receiver, count)
  const after = server.cpu()
  const rows = await sql<{ body: string; at: string }[]>`
    select body, created_at as at from webhook_deliveries
     where company_id = ${company.companyId} and created_at >= ${since} and body is not null`
  const delays = rows.flatMap(({ body, at }) => {
    const came = receiver.came.get((JSON.parse(body) as { id: string }).id)
    return came === undefined ? [] : [came - Date.parse(at)]
  })
  const sorted = Float64Array.from(delays).sort()
  return {
    rate,
    events: delays.length,
    p50Ms: percentile(sorted, 0.5),
    p99Ms: percentile(sorted, 0.99),
    busy: (after.nodeMs + after.postgresMs - before.nodeMs - before.postgresMs) / (seconds * 1000),
  }
}

/** So many events in one transaction, for endpoints that share them: from commit to the last receipt. */
async function measureBurst({ server, sql, receiver }: Bench, among: number) {
  const companies: Company[] = []
  for (let i = 0; i < among; i++) {
    const { company, bearer } = await aCompany(sql, `Burst ${among} ${i}`)
    await post(`${server.url}/v1/webhooks`, bearer, { url: receiver.url, type: 'customer-created' })
    companies.push(company)
  }
  const numbers = companies.map(({ companyId }) => companyId)
  const each = Math.floor(events / among)
  receiver.came.clear()
  const before = server.cpu()
  // By plain rows: what is measured is the telling, not the making.
  await sql`
    with made as (
      insert into customers (company_id, id, name, address, zip_code, city, country_code, email, created_at)
      select c, gen_random_uuid(), 'Test Company BV', 'Teststreet 123', '1234AB', 'Amsterdam', 'NL', 'j@test.com', now()
        from unnest(${numbers}::integer[]) c, generate_series(1, ${each})
      returning company_id, id
    )
    insert into events (company_id, id, type, subject_id, actor, at)
    select company_id, gen_random_uuid(), 'customer.created', id, 'system:bench', now() from made`
  const began = performance.now()
  await allCame(receiver, each * among)
  const took = (performance.now() - began) / 1000
  const after = server.cpu()
  return {
    endpoints: among,
    events: each * among,
    perSecond: (each * among) / took,
    nodeUs: ((after.nodeMs - before.nodeMs) * 1000) / (each * among),
    postgresUs: ((after.postgresMs - before.postgresMs) * 1000) / (each * among),
  }
}

const folder = await mkdtemp(join(tmpdir(), 'balie-bench-webhooks-'))
await chmod(folder, 0o755)
const server = await startServer(folder, [], { ALLOW_PRIVATE_TARGETS: 'true' })
const sql = connect(server.databaseUrl, { connections: 1, name: 'bench' })
const receiver = await startReceiver()
const bench = { server, sql, receiver }
try {
  const delay = await measureDelay(bench)
  // Once without counting, for the compiler's sake.
  await measureBurst(bench, 1)
  const bursts = []
  for (const among of endpoints) bursts.push(await measureBurst(bench, among))
  const result = { delay, bursts, twice: receiver.twice() }
  if (values.json) console.log(JSON.stringify(result, null, 2))
  else {
    console.log(`${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}`)
    console.log(
      `delay at ${delay.rate} events per second: p50 ${delay.p50Ms.toFixed(0)} ms, p99 ${delay.p99Ms.toFixed(0)} ms, of ${delay.events} events; server and Postgres took ${delay.busy.toFixed(2)} processors, the making of the customers included`,
    )
    for (const burst of bursts)
      console.log(
        `burst of ${burst.events} events to ${burst.endpoints} endpoints: ${burst.perSecond.toFixed(0)} per second; CPU µs per event: node ${burst.nodeUs.toFixed(0)}, postgres ${burst.postgresUs.toFixed(0)}`,
      )
    console.log(`told twice: ${result.twice}`)
  }
} finally {
  receiver.close()
  await sql.end()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
