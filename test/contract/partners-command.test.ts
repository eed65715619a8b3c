import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { removeFolder, runBalie, temporaryFolder } from '../support/server-process.ts'

let database: TestDatabase
let dataDir: string
before(async () => {
  database = await createTestDatabase()
  dataDir = await temporaryFolder()
})
after(async () => {
  await database.drop()
  await removeFolder(dataDir)
})

const balie = (...args: string[]) => runBalie(args, { DATABASE_URL: database.url, DATA_DIR: dataDir })
async function json<T>(...args: string[]): Promise<T> {
  const { code, stdout, stderr } = await balie(...args, '--json')
  assert.equal(code, 0, stderr)
  return JSON.parse(stdout) as T
}
async function fails(about: RegExp, ...args: string[]): Promise<void> {
  const { code, stderr } = await balie(...args)
  assert.notEqual(code, 0, args.join(' '))
  assert.match(stderr, about)
  assert.doesNotMatch(stderr, /\n\s+at /)
}

test("a partner's hosts are registered, listed and taken away at the command line", async () => {
  const { id } = await json<{ id: string }>('partners', 'create', 'Vendor')
  assert.deepEqual(await json('partners', 'redirects', 'add', id, 'Members.Example.com'), {
    partner: id,
    host: 'members.example.com',
  })
  assert.deepEqual(await json('partners', 'redirects', 'list', id), {
    partner: id,
    hosts: ['members.example.com'],
  })
  await json('partners', 'redirects', 'remove', id, 'members.example.com')
  await fails(/not registered/, 'partners', 'redirects', 'remove', id, 'members.example.com')
  await fails(/is a UUID/, 'partners', 'redirects', 'add', 'Vendor', 'a.example')
})

test('where a partner is told is set, shown and taken away at the command line', async () => {
  const { id } = await json<{ id: string }>('partners', 'create', 'Vendor')
  const set = ['partners', 'notifications', 'set', id, '--url', 'https://partner.example/changes']
  await fails(/balie keys create --partner/, ...set)
  await json('keys', 'create', '--partner', id)
  const endpoint = await json(...set, '--realtime', '--without-api-key')
  assert.deepEqual(endpoint, {
    partnerId: id,
    url: 'https://partner.example/changes',
    realtime: true,
    withApiKey: false,
    failingSince: null,
  })
  assert.deepEqual(await json('partners', 'notifications', 'show', id), endpoint)
  assert.deepEqual(await json('partners', 'notifications', 'send', id), { partner: id, begun: true })
  assert.deepEqual(await json('partners', 'notifications', 'log', id), [])
  await json('partners', 'notifications', 'remove', id)
  await fails(/told nothing/, 'partners', 'notifications', 'send', id)
})
