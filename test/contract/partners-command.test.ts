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

test("a partner's hosts and its endpoint are set, shown and taken away at the command line", async () => {
  const { id } = await json<{ id: string }>('partners', 'create', 'Vendor')
  const nobody = '01999999-9999-7999-8999-999999999999'

  assert.deepEqual(await json('partners', 'redirects', 'add', id, 'Members.Example.com'), {
    partner: id,
    host: 'members.example.com',
  })
  await json('partners', 'redirects', 'add', id, 'localhost')
  assert.deepEqual(await json('partners', 'redirects', 'list', id), {
    partner: id,
    hosts: ['localhost', 'members.example.com'],
  })
  for (const host of ['https://a.example', 'a.example/x', 'a.example:80', 'u@a.example', 'a b', '*'])
    await fails(
      host === '*' ? /is not registered/ : /host must be a host name/,
      'partners',
      'redirects',
      'remove',
      id,
      host,
    )
  await json('partners', 'redirects', 'remove', id, 'localhost')
  await fails(/not registered/, 'partners', 'redirects', 'remove', id, 'localhost')
  await fails(/no partner/, 'partners', 'redirects', 'list', nobody)
  await fails(/no partner/, 'partners', 'redirects', 'add', nobody, 'a.example')
  await fails(/is a UUID/, 'partners', 'redirects', 'add', 'Vendor', 'a.example')

  const set = ['partners', 'notifications', 'set', id, '--url', 'https://partner.example/changes']
  await fails(/balie keys create --partner/, ...set)
  await json('keys', 'create', '--partner', id)
  assert.deepEqual(await json(...set, '--realtime', '--without-api-key'), {
    partnerId: id,
    url: 'https://partner.example/changes',
    realtime: true,
    withApiKey: false,
    failingSince: null,
  })
  const plain = await json<Record<string, unknown>>(...set)
  assert.deepEqual([plain['realtime'], plain['withApiKey']], [false, true])
  assert.deepEqual(await json('partners', 'notifications', 'show', id), plain)
  assert.deepEqual(await json('partners', 'notifications', 'log', id), [])
  assert.deepEqual(await json('partners', 'notifications', 'send', id), { partner: id, begun: true })
  await json('partners', 'notifications', 'remove', id)
  for (const action of ['show', 'send', 'remove'])
    await fails(/told nothing/, 'partners', 'notifications', action, id)
  await fails(/url must be/, 'partners', 'notifications', 'set', id, '--url', 'javascript:alert(1)')
  await fails(/between 1 and 9999/, 'partners', 'notifications', 'log', id, '--limit', '0')
  const { stdout } = await balie('partners', 'notifications', 'set', '--help')
  for (const option of ['--url', '--realtime', '--without-api-key', '--json'])
    assert.ok(stdout.includes(option))
})
