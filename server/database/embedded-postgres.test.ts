import assert from 'node:assert/strict'
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import postgres from 'postgres'
import {
  postmasterPid,
  removeFolder,
  runBalie,
  startServer,
  temporaryFolder,
} from '../../test/support/server-process.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { isAlive } from './postgres-process.ts'

const settings = { fsync: 'off' }
let folder: string
let count = 0
before(async () => {
  folder = await temporaryFolder()
})
after(() => removeFolder(folder))

const fresh = () => join(folder, String(++count))

async function query(url: string, text: string): Promise<unknown[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return [...(await sql.unsafe(text))]
  } finally {
    await sql.end()
  }
}

test('what was written is there after a stop, and a stop leaves no process', async () => {
  const dataDir = fresh()
  const first = await startEmbeddedPostgres({ dataDir, settings })
  assert.equal(first.owner, true)
  await query(first.url, 'create table kept as select 42 as n')
  const pid = await postmasterPid(dataDir)
  await first.stop()
  await first.stop()
  assert.equal(isAlive(pid), false)
  const second = await startEmbeddedPostgres({ dataDir, settings })
  assert.deepEqual(await query(second.url, 'select n from kept'), [{ n: 42 }])
  await second.stop()
})

test('a second one in the folder joins the first, and is no owner', async () => {
  const dataDir = fresh()
  const owner = await startEmbeddedPostgres({ dataDir, settings })
  const guest = await startEmbeddedPostgres({ dataDir, settings })
  assert.deepEqual([guest.owner, guest.url], [false, owner.url])
  await guest.stop()
  assert.deepEqual(await query(owner.url, 'select 1 as n'), [{ n: 1 }])
  await owner.stop()
})

test('two that start at the same instant are one Postgres with one owner', async () => {
  const dataDir = fresh()
  const [one, other] = await Promise.all([
    startEmbeddedPostgres({ dataDir, settings }),
    startEmbeddedPostgres({ dataDir, settings }),
  ])
  assert.equal(one.url, other.url)
  assert.deepEqual([one.owner, other.owner].sort(), [false, true])
  await Promise.all([one.stop(), other.stop()])
})

test('an interrupted initdb is begun anew', async () => {
  const dataDir = fresh()
  await mkdir(join(dataDir, 'postgres.new', 'base'), { recursive: true })
  await writeFile(join(dataDir, 'postgres.new', 'PG_VERSION'), '18\n')
  const started = await startEmbeddedPostgres({ dataDir, settings })
  assert.deepEqual(await query(started.url, 'select 1 as n'), [{ n: 1 }])
  await started.stop()
})

test('a pid file that names another living process does not confuse', async () => {
  const dataDir = fresh()
  const first = await startEmbeddedPostgres({ dataDir, settings })
  const file = join(dataDir, 'postgres', 'postmaster.pid')
  const lines = (await readFile(file, 'utf8')).split('\n')
  await first.stop()
  await writeFile(file, [String(process.pid), ...lines.slice(1)].join('\n'))
  await chmod(file, 0o644)
  const second = await startEmbeddedPostgres({ dataDir, settings })
  assert.deepEqual(await query(second.url, 'select 1 as n'), [{ n: 1 }])
  await second.stop()
  assert.ok(isAlive(process.pid))
})

test('below a folder that only we may enter it runs all the same', async () => {
  const closed = join(folder, 'closed')
  await mkdir(closed, { mode: 0o700 })
  const started = await startEmbeddedPostgres({ dataDir: join(closed, 'data'), settings })
  assert.deepEqual(await query(started.url, 'select 1 as n'), [{ n: 1 }])
  await started.stop()
  await rm(closed, { recursive: true })
})

test('the commands work beside a running server, which forgets a revoked key at once', async () => {
  const dataDir = fresh()
  const server = await startServer({ DATA_DIR: dataDir })
  try {
    const run = async (...args: string[]) =>
      JSON.parse((await runBalie([...args, '--json'], { DATA_DIR: dataDir })).stdout)
    const company = await run('companies', 'create', 'Club', '--email', 'club@example.com')
    assert.equal(company.number, 1)
    const { id, key } = await run('keys', 'create', '--company', 'Club', '--scopes', 'tickets.read')
    const get = (path: string) => fetch(server.url + path, { headers: { authorization: `Bearer ${key}` } })
    assert.equal((await get('/v1/tickets')).status, 200)
    assert.equal((await get('/v1/customer-invoices')).status, 403)
    await run('companies', 'plan', '1', 'basic')
    for (
      const deadline = Date.now() + 5000;
      Date.now() < deadline && (await get('/v1/tickets')).status !== 426;
    );
    assert.equal((await get('/v1/tickets')).status, 426)
    const partner = await run('partners', 'create', 'Software BV')
    await run('partners', 'grant', partner.id, 'Club')
    assert.match((await run('keys', 'create', '--partner', partner.id)).key, /^[0-9a-f]{40}$/)
    const listed = await runBalie(['keys', 'list', '--json'], { DATA_DIR: dataDir })
    assert.ok(!listed.stdout.includes(key))
    assert.deepEqual(await run('keys', 'revoke', id), { id, revoked: true })
    for (
      const deadline = Date.now() + 5000;
      Date.now() < deadline && (await get('/v1/tickets')).status !== 401;
    );
    assert.equal((await get('/v1/tickets')).status, 401)
    const wrong = await runBalie(['companies', 'plan', 'Nobody', 'basic'], { DATA_DIR: dataDir })
    assert.deepEqual([wrong.code, wrong.stderr.trim()], [1, 'balie: there is no company Nobody'])
    for (const name of [
      'serve',
      'demo',
      'migrate',
      'companies',
      'partners',
      'keys',
      'bookkeeping',
      'openapi',
    ]) {
      const help = await runBalie([name, '--help'], {})
      assert.equal(help.code, 0)
      assert.match(help.stdout, new RegExp(`balie ${name}`))
    }
    assert.ok(!`${server.output.stdout}${server.output.stderr}`.includes(key))
  } finally {
    assert.equal(await server.stop(), 0)
  }
})
