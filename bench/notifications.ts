import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { notificationContract } from '../server/api/clubcollect/notifications/contract.ts'
import { connect } from '../server/database/connect.ts'
import { startEmbeddedPostgres } from '../server/database/embedded-postgres.ts'
import { migrate } from '../server/database/migrate.ts'
import { createPartner, createPartnerKey, grantPartner } from '../server/domain/access/partner.ts'
import { createCompany } from '../server/domain/companies/create-company.ts'
import { setEndpoint } from '../server/domain/notifications/endpoint.ts'
import { runRound } from '../server/domain/notifications/run-round.ts'
import type { Actor, Db } from '../server/kernel/context.ts'
import { vault } from '../server/kernel/vault.ts'
import { openOutbound } from '../server/providers/outbound/outbound.ts'

/**
 * How long a round takes in which every change is to be told: requests of 500 ids, one after another, to a receiver that
 * confirms at once. On the embedded Postgres with every default. And what the note of a change costs who makes it.
 */
const { values } = parseArgs({
  options: { changes: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '3' } },
})
const changes = Number(values.changes)
const rounds = Number(values.rounds)
const FLOOR_SECONDS = 10

const folder = await mkdtemp(join(tmpdir(), 'balie-notifications-'))
await chmod(folder, 0o755)
const postgres = await startEmbeddedPostgres({ dataDir: folder })
const outbound = openOutbound({ allowPrivate: true })
const told = new Set<string>()
let twice = 0
let requests = 0
const receiver = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    requests += 1
    const { invoice_ids } = JSON.parse(Buffer.concat(chunks).toString()) as { invoice_ids: string[] }
    if (invoice_ids.length > 500) throw new Error(`${invoice_ids.length} ids in one request`)
    for (const id of invoice_ids) {
      if (told.has(id)) twice += 1
      told.add(id)
    }
    response.writeHead(200).end()
  })
})

/** So many changes in one transaction, by plain rows; the triggers note them. Answers how long that took. */
async function change(sql: Db, companyId: number): Promise<number> {
  const began = performance.now()
  await sql`
    insert into events (company_id, id, type, subject_id, actor, at)
    select ${companyId}, gen_random_uuid(), 'invoice.created', gen_random_uuid(), 'system:bench', now()
      from generate_series(1, ${changes})`
  return (performance.now() - began) / 1000
}

try {
  await migrate(postgres.url)
  receiver.listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  const sql = connect(postgres.url, { connections: 4 })
  const actor: Actor = { kind: 'operator', id: 'cli', permissions: 'all' }
  const now = new Date()
  const company = await createCompany(sql, actor, now, { name: 'Bench & Co', email: 'bench@example.com' })
  const sealing = vault(Buffer.alloc(32, 1))
  const partner = await createPartner(sql, now, 'Bench partner')
  await grantPartner({ sql, company, actor, now }, partner)
  await createPartnerKey(sql, sealing, now, partner, 'bench')
  console.log(`${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}`)
  await change(sql, company.companyId)
  const without = await change(sql, company.companyId)
  await setEndpoint(sql, sealing, now, partner, {
    url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`,
    realtime: false,
    withApiKey: true,
  })
  for (let round = 1; round <= rounds; round++) {
    const noted = await change(sql, company.companyId)
    told.clear()
    requests = 0
    const began = performance.now()
    const outcome = await runRound(
      { sql, vault: sealing, outbound, contract: notificationContract, now: () => new Date() },
      partner,
    )
    const seconds = (performance.now() - began) / 1000
    if (!outcome?.complete || told.size !== changes || twice > 0)
      throw new Error(`${told.size} of ${changes} told, ${twice} of them twice`)
    const mark = seconds <= FLOOR_SECONDS ? '' : '  ✗'
    const cost = ((noted - without) / changes) * 1e6
    console.log(
      `round over ${changes} changes: ${seconds.toFixed(2)} s in ${requests} requests${mark}; noting a change ${cost.toFixed(0)} µs (an event without: ${((without / changes) * 1e6).toFixed(0)} µs)`,
    )
  }
  await sql.end({ timeout: 5 })
} finally {
  receiver.close()
  await outbound.close()
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}
