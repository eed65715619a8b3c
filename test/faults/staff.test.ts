import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../server/database/embedded-postgres.ts'
import {
  removeFolder,
  runBalie,
  startServer,
  temporaryFolder,
  type ServerProcess,
} from '../support/server-process.ts'

const PASSWORD = 'tien paarse fietsen'
let folder: string
let postgres: EmbeddedPostgres
let environment: Record<string, string>
let servers: ServerProcess[]
before(async () => {
  folder = await temporaryFolder()
  postgres = await startEmbeddedPostgres({ dataDir: folder })
  environment = { DATABASE_URL: postgres.url, DATA_DIR: folder }
  await run('migrate')
  await run('companies', 'create', 'Club', '--email', 'club@example.com')
  servers = await Promise.all([startServer({ ...environment, LOG_LEVEL: 'trace' }), startServer(environment)])
})
after(async () => {
  await Promise.all(servers.map((server) => server.stop()))
  await postgres.stop()
  await removeFolder(folder)
})

async function run(...args: string[]) {
  const { code, stdout, stderr } = await runBalie([...args, '--json'], environment)
  assert.equal(code, 0, stderr)
  return JSON.parse(stdout)
}

const [first, second] = [() => servers[0]!, () => servers[1]!]

async function speak(server: ServerProcess, method: string, path: string, cookie: string, body?: object) {
  const response = await fetch(`${server.url}/api/portal${path}`, {
    method,
    headers: { 'x-balie': '1', cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const [set = ''] = response.headers.getSetCookie()
  const text = await response.text()
  return {
    status: response.status,
    cookie: set.split(';')[0]!,
    body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
  }
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(20)) if (await isSo()) return
  assert.fail(`never: ${what}`)
}

/** Known by both processes, so that both have something to forget. */
async function anOwner(email: string): Promise<string> {
  const { link } = await run('users', 'create', '--company', 'Club', '--email', email, '--role', 'owner')
  const token = new URL(String(link)).hash.slice(1)
  const joined = await speak(first(), 'POST', '/invitations/accept', '', {
    token,
    name: 'Olga Owner',
    password: PASSWORD,
  })
  assert.equal(joined.status, 200, JSON.stringify(joined.body))
  for (const server of servers) assert.equal((await speak(server, 'GET', '/me', joined.cookie)).status, 200)
  return joined.cookie
}

const isOut = (server: ServerProcess, cookie: string) => async () =>
  (await speak(server, 'GET', '/me', cookie)).status === 401

test('a session that ends in one process has ended in the other', async () => {
  const cookie = await anOwner('olga@example.com')
  assert.equal((await speak(second(), 'DELETE', '/session', cookie)).status, 204)
  await until('it is over in the first', isOut(first(), cookie))
})

test('who is taken off the staff by one process reaches nothing by the other; who is disabled is out of both', async () => {
  const [owner, other] = [await anOwner('owner@example.com'), await anOwner('other@example.com')]
  assert.equal((await speak(second(), 'GET', '/invoices', other)).status, 200)
  const { colleagues } = (await speak(first(), 'GET', '/staff', owner)).body as {
    colleagues: { id: string; email: string }[]
  }
  const { id } = colleagues.find(({ email }) => email === 'other@example.com')!
  assert.equal((await speak(first(), 'DELETE', `/staff/${id}`, owner)).status, 204)
  await until(
    'nothing is reached',
    async () => (await speak(second(), 'GET', '/invoices', other)).status === 403,
  )
  await run('users', 'disable', 'owner@example.com')
  for (const server of servers) await until('they are out', isOut(server, owner))
  const again = { email: 'owner@example.com', password: PASSWORD }
  assert.equal((await speak(first(), 'POST', '/session', '', again)).status, 401)
  await run('users', 'disable', 'owner@example.com', '--undo')
  assert.equal((await speak(first(), 'POST', '/session', '', again)).status, 200)
})

test('a new password by a link of the operator ends the sessions of both; guesses count for both together', async () => {
  const cookie = await anOwner('reset@example.com')
  const { link } = await run('users', 'reset', 'reset@example.com')
  const token = new URL(String(link)).hash.slice(1)
  const password = 'elf groene kikkers'
  const given = { token, password }
  assert.equal((await speak(second(), 'POST', '/password-resets/confirm', '', given)).status, 204)
  assert.equal((await speak(first(), 'POST', '/password-resets/confirm', '', given)).status, 422)
  for (const server of servers) await until('the session is over', isOut(server, cookie))
  const guess = (server: ServerProcess, guessed: string) =>
    speak(server, 'POST', '/session', '', { email: 'reset@example.com', password: guessed })
  for (let i = 0; i < 10; i += 1) assert.equal((await guess(servers[i % 2]!, PASSWORD)).status, 401)
  for (const server of servers) assert.equal((await guess(server, password)).status, 429)
})

test('the command line lists users, names what is wrong, and no secret is in the log', async () => {
  const users = await run('users', 'list')
  const olga = users.find(({ email }: { email: string }) => email === 'olga@example.com')
  assert.deepEqual(olga.works, ['owner of Club'])
  for (const args of [
    ['users', 'create', '--company', 'Club', '--email', 'a@b.nl', '--role', 'king'],
    ['users', 'create', '--company', 'Club', '--email', 'nonsense'],
    ['users', 'reset', 'nobody@example.com'],
    ['users', 'disable', 'nobody@example.com'],
  ]) {
    const { code, stderr } = await runBalie(args, environment)
    assert.equal(code, 1, args.join(' '))
    assert.match(stderr, /^balie: .+/)
  }
  assert.match((await runBalie(['users', '--help'], environment)).stdout, /disable/)
  const cookie = await anOwner('quiet@example.com')
  await speak(first(), 'POST', '/session', '', { email: 'quiet@example.com', password: 'a-secret-guess' })
  await sleep(100)
  const said = first().output.stdout + first().output.stderr
  assert.match(said, /"path":"\/api\/portal\/session"/)
  for (const secret of [PASSWORD, 'a-secret-guess', cookie.split('=')[1]!, 'quiet@example.com'])
    assert.ok(!said.includes(secret), `${secret} is in the log`)
})
