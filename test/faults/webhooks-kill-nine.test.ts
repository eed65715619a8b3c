import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from '../../server/database/connect.ts'
import { startReceiver, type Receiver } from '../support/receiver.ts'
import {
  databaseUrl,
  removeFolder,
  runBalie,
  startServer,
  temporaryFolder,
  type ServerProcess,
} from '../support/server-process.ts'

const ROUNDS = 4
/** What a killed process had taken is due again after 30 seconds; then there are looks, and a busy machine. */
const REDELIVERED_MS = 50_000

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

const json = async (args: string[]) =>
  JSON.parse((await runBalie([...args, '--json'], { DATA_DIR: dataDir })).stdout)

/** Undefined when the request was cut off. */
async function post(url: string, bearer: string, path: string, body: object): Promise<string | undefined> {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { authorization: bearer, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined)
  const answer = (await response?.json().catch(() => undefined)) as { id: string } | undefined
  return response?.ok ? answer?.id : undefined
}

const customer = {
  companyName: 'Test Company BV',
  address: 'Teststreet 123',
  zipCode: '1234AB',
  city: 'Amsterdam',
  primaryEmail: 'john.doe@test.com',
}

test('kill -9 between a change and its delivery, over and over: every change is told', async (t) => {
  server = await start()
  await json(['companies', 'create', 'Club', '--email', 'club@example.com'])
  const { key } = await json(['keys', 'create', '--company', 'Club'])
  const bearer = `Bearer ${key}`
  // Two endpoints, one of them slow: at any moment something is owed, taken, sent, or answered and not yet noted.
  receiver.on('/slow', (_request, response) => void setTimeout(() => response.end(), 100))
  for (const path of ['/quick', '/slow']) {
    const webhook = { url: receiver.url + path, type: 'customer-created' }
    assert.ok(await post(server.url, bearer, '/v1/webhooks', webhook))
  }

  const acknowledged: string[] = []
  async function work({ url }: ServerProcess): Promise<void> {
    for (;;) {
      const id = await post(url, bearer, '/v1/customers', customer)
      if (id === undefined) return
      acknowledged.push(id)
    }
  }
  for (let round = 1; round <= ROUNDS; round++) {
    const workers = Array.from({ length: 3 }, () => work(server!))
    await sleep(400 + Math.random() * 600)
    await server.stop('SIGKILL')
    await Promise.all(workers)
    server = await start()
  }

  const sql = connect(await databaseUrl(dataDir), { connections: 1 })
  try {
    const [{ committed }] = await sql<[{ committed: number }]>`
      select count(*) as committed from events where type = 'customer.created'`
    assert.ok(acknowledged.length > 20 && committed >= acknowledged.length)
    const told = (path: string) =>
      new Set(
        receiver.received
          .filter((one) => one.path === path)
          .map(({ body }) => (JSON.parse(body) as { data: { id: string } }).data.id),
      )
    const began = Date.now()
    while (told('/quick').size < committed || told('/slow').size < committed) {
      assert.ok(
        Date.now() - began < REDELIVERED_MS,
        `${told('/quick').size} and ${told('/slow').size} of ${committed}`,
      )
      await sleep(100)
    }
    for (const path of ['/quick', '/slow'])
      assert.deepEqual(
        acknowledged.filter((id) => !told(path).has(id)),
        [],
      )
    const twice = receiver.received.length - 2 * committed
    t.diagnostic(
      `${committed} changes, told to two endpoints within ${Date.now() - began} ms of the last start, ${twice} of them twice`,
    )
    const open = async () => (await sql`select from webhook_deliveries where state <> 'delivered'`).count
    while ((await open()) > 0) {
      assert.ok(Date.now() - began < REDELIVERED_MS, 'all is noted as delivered')
      await sleep(100)
    }
  } finally {
    await sql.end()
  }
})
