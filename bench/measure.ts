import { connect } from '../server/database/connect.ts'
import { findCompany } from '../server/domain/companies/company.ts'
import type { Company, Db } from '../server/kernel/context.ts'
import type { Case, World } from './cases.ts'
import type { LoadProcess } from './load-process.ts'
import { walkOver } from './numbering.ts'
import { pgbench, type PgbenchResult } from './pgbench.ts'
import { recordStatements, toScript } from './record.ts'
import { restore, seedOnce, verify } from './seed.ts'
import { startServer, type BenchServer } from './server.ts'

/** A server with its seeded database, ready to be measured. */
export interface Place {
  server: BenchServer
  world: World
  company: Company
  sql: Db
  close(): Promise<void>
}

export async function openPlace(
  dataDir: string,
  tickets: number,
  nodeOptions: string[] = [],
): Promise<Place> {
  const server = await startServer(dataDir, nodeOptions)
  const world = { ...(await seedOnce(dataDir, server.databaseUrl, tickets)), url: server.url }
  const sql = connect(server.databaseUrl, { connections: 1, name: 'bench' })
  const company = (await findCompany(sql, world.companyId))!
  await restore(sql, world.companyId)
  return {
    server,
    world,
    company,
    sql,
    async close() {
      await sql.end()
      await server.stop()
    },
  }
}

export interface HttpResult {
  perSecond: number
  p50Ms: number
  p99Ms: number
  /** Processor time per request. */
  nodeUs: number
  postgresUs: number
}

export const CONNECTIONS = 64
/** The server's pool has ten connections; the other is the load's own number. The faster of both is the yardstick. */
export const PGBENCH_CLIENTS = [10, CONNECTIONS]

/** With fewer connections, as many clients as those. */
const clientsOf = ({ connections = CONNECTIONS }: Case) => [
  ...new Set(PGBENCH_CLIENTS.map((clients) => Math.min(clients, connections))),
]

/** How long one measurement takes: seconds for what reads, rows for what writes. */
export interface Effort {
  seconds: number
  writes: number
}

const average = (values: number[], weights: number[]): number => {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return values.reduce((sum, value, i) => sum + (value * weights[i]!) / all, 0)
}

/** A database of a thousand tickets is closed out in a moment: then several bursts make one measurement. */
export function burstsOf(
  { tickets }: World,
  { pick }: Case,
  effort: Effort,
): { bursts: number; each: number } {
  const each = Math.min(effort.writes, walkOver(tickets, pick).size)
  return { bursts: Math.min(8, Math.ceil(effort.writes / each)), each }
}

export async function measureHttp(
  { server, world, sql }: Place,
  load: LoadProcess,
  one: Case,
  effort: Effort,
): Promise<HttpResult> {
  const { name, writes } = one
  const job = { world, name, connections: one.connections ?? CONNECTIONS }
  const results = []
  let node = 0
  let postgres = 0
  const { bursts, each } = writes ? burstsOf(world, one, effort) : { bursts: 1, each: 0 }
  if (!writes) await load.run({ ...job, run: { seconds: Math.min(1, effort.seconds / 3) } })
  for (let burst = 0; burst < bursts; burst++) {
    const before = server.cpu()
    results.push(
      await load.run({ ...job, run: writes ? { first: 0, count: each } : { seconds: effort.seconds } }),
    )
    const after = server.cpu()
    node += after.nodeMs - before.nodeMs
    postgres += after.postgresMs - before.postgresMs
    if (!writes) continue
    await verify(sql, world.companyId)
    await restore(sql, world.companyId)
  }
  const requests = results.reduce((sum, result) => sum + result.requests, 0)
  const weights = results.map((result) => result.requests)
  return {
    perSecond: requests / results.reduce((sum, result) => sum + result.seconds, 0),
    p50Ms: average(
      results.map((result) => result.p50Ms),
      weights,
    ),
    p99Ms: average(
      results.map((result) => result.p99Ms),
      weights,
    ),
    nodeUs: (node * 1000) / requests,
    postgresUs: (postgres * 1000) / requests,
  }
}

/** The same SQL under pgbench: the faster of the numbers of clients. */
export async function measurePgbench(
  { server, world, company, sql }: Place,
  one: Case,
  effort: Effort,
): Promise<PgbenchResult & { clients: number }> {
  const { databaseUrl } = server
  const statement = toScript(await recordStatements(databaseUrl, world, company, one), one, world)
  const results = []
  for (const clients of clientsOf(one)) {
    if (!one.writes) {
      const run = { seconds: Math.max(2, Math.round(effort.seconds)) }
      results.push({ clients, ...(await pgbench({ databaseUrl, ...statement, clients, run })) })
      continue
    }
    // As many rows each as the first few transactions, which do not count, leave over.
    const each = Math.floor(burstsOf(world, one, effort).each / clients)
    if (each < 25) continue
    results.push({
      clients,
      ...(await pgbench({ databaseUrl, ...statement, clients, run: { each, first: 0 } })),
    })
    await restore(sql, world.companyId)
  }
  return results.reduce((best, result) => (result.perSecond > best.perSecond ? result : best))
}
