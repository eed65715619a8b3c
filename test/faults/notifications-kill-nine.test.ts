import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from '../../server/database/connect.ts'
import { bodyOf } from '../support/notifications.ts'
import { startReceiver, type Receiver } from '../support/receiver.ts'
import {
  databaseUrl,
  postmasterPid,
  removeFolder,
  runBalie,
  startServer,
  temporaryFolder,
  type ServerProcess,
} from '../support/server-process.ts'

const ROUNDS = 4
const TOLD_MS = 60_000
const PATH = '/notifications'

let dataDir: string
let receiver: Receiver
let server: ServerProcess | undefined
before(async () => {
  dataDir = await temporaryFolder()
  receiver = await startReceiver()
})
after(async () => {
  await server?.stop()
  await receiver.close()
  await removeFolder(dataDir)
})

const start = () => startServer({ DATA_DIR: dataDir, ALLOW_PRIVATE_TARGETS: 'true' })

async function json<T>(args: string[]): Promise<T> {
  const { stdout, stderr, code } = await runBalie([...args, '--json'], { DATA_DIR: dataDir })
  assert.equal(code, 0, stderr)
  return JSON.parse(stdout) as T
}

test('kill -9 between a change and its round, over and over: nothing is lost, nothing confirmed is told again', async (t) => {
  server = await start()
  await json(['companies', 'create', 'Club', '--email', 'club@example.com'])
  const { id: partner } = await json<{ id: string }>(['partners', 'create', 'Vendor'])
  await json(['partners', 'grant', partner, 'Club'])
  const { key } = await json<{ key: string }>(['keys', 'create', '--partner', partner])
  await json(['partners', 'notifications', 'set', partner, '--url', receiver.url + PATH])
  const [company] = await json<{ companyId: number; id: string }[]>(['companies', 'list'])
  const companyId = company!.id.replaceAll('-', '') + company!.companyId.toString(16).padStart(8, '0')
  // Slow enough that a round is mostly under way when its process dies.
  receiver.on(PATH, (_request, response) => void setTimeout(() => response.writeHead(200).end(), 60))

  const acknowledged: string[] = []
  const sql = () => databaseUrl(dataDir).then((url) => connect(url, { connections: 1 }))
  async function work({ url }: ServerProcess): Promise<void> {
    for (;;) {
      const response = await fetch(`${url}/api/v2/imports`, {
        method: 'POST',
        headers: { authorization: `ApiKey ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ company_id: companyId }),
      }).catch(() => undefined)
      const answer = (await response?.json().catch(() => undefined)) as { import_id?: string } | undefined
      if (answer?.import_id === undefined) return
      acknowledged.push(answer.import_id)
    }
  }
  /** Rounds more often than by the timetable, as `balie partners notifications send` begins them. */
  async function keepSending(signal: AbortSignal): Promise<void> {
    const db = await sql()
    while (!signal.aborted) {
      await db`
        select graphile_worker.add_job('run-notification-round', json_build_object('partnerId', ${partner}::text),
          queue_name := 'partner ' || ${partner}, job_key := 'run-notification-round ' || ${partner})`.catch(
        () => {},
      )
      await sleep(30)
    }
    await db.end({ timeout: 1 }).catch(() => {})
  }

  for (let round = 1; round <= ROUNDS; round++) {
    const stop = new AbortController()
    const workers = [...Array.from({ length: 3 }, () => work(server!)), keepSending(stop.signal)]
    await sleep(1000 + Math.random() * 800)
    if (round % 2 === 0) process.kill(await postmasterPid(dataDir), 'SIGKILL')
    await server.stop('SIGKILL')
    stop.abort()
    await Promise.all(workers)
    server = await start()
  }

  const db = await sql()
  try {
    const began = Date.now()
    await json(['partners', 'notifications', 'send', partner])
    const owed = async () => (await db`select from partner_changes`).count
    while ((await owed()) > 0) {
      assert.ok(Date.now() - began < TOLD_MS, `${await owed()} changes are still owed`)
      await sleep(100)
    }
    const tellings = receiver.received.map(bodyOf)
    const ids = tellings.flatMap(({ import_ids }) => import_ids)
    const told = new Set(ids)
    const [{ committed }] = await db<[{ committed: number }]>`
      select count(*) as committed from events where type = 'batch.created'`
    assert.ok(acknowledged.length > 20 && committed >= acknowledged.length)
    assert.deepEqual(
      acknowledged.filter((id) => !told.has(id)),
      [],
    )
    assert.equal(told.size, committed)
    // Twice is only what was answered and not yet noted when the process died: at most one request a kill.
    const repeated = new Map<string, number>()
    for (const id of ids) repeated.set(id, (repeated.get(id) ?? 0) + 1)
    const twice = [...repeated.values()].filter((times) => times > 1).length
    const repeatedRequests = tellings.filter(({ import_ids }) =>
      import_ids.some((id) => repeated.get(id)! > 1),
    ).length
    assert.ok(repeatedRequests <= 2 * ROUNDS, `${repeatedRequests} requests had something told twice`)
    t.diagnostic(
      `${committed} changes in ${tellings.length} requests, all told within ${Date.now() - began} ms of the last start; ${twice} of them twice`,
    )
    const count = receiver.received.length
    await json(['partners', 'notifications', 'send', partner])
    await sleep(2000)
    assert.equal(receiver.received.length, count, 'what was confirmed is not told again')
    const log = await json<{ status: number | null }[]>([
      'partners',
      'notifications',
      'log',
      partner,
      '--limit',
      '9999',
    ])
    assert.ok(log.some(({ status }) => status === 200))
  } finally {
    await db.end()
  }
})
