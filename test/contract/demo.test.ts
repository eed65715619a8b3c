import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DemoCredentials } from '../../server/demo/credentials.ts'
import { demoMembers } from '../../server/demo/data.ts'
import { signedStart, tour } from '../../server/demo/tour.ts'
import { removeFolder, startServer, temporaryFolder, type ServerProcess } from '../support/server-process.ts'

let dataDir: string
let demo: ServerProcess
let credentials: DemoCredentials
before(async () => {
  dataDir = await temporaryFolder()
  demo = await startServer({ DATA_DIR: dataDir }, 'demo')
  credentials = JSON.parse(await readFile(join(dataDir, 'demo-credentials.json'), 'utf8')) as DemoCredentials
})
after(async () => {
  await demo?.stop()
  await removeFolder(dataDir)
})

test('the demo tells the collection: an import that is sent, and requests in the mailbox', async () => {
  const headers = { authorization: `ApiKey ${credentials.clubcollect.apiKey}` }
  const path = `${demo.url}/api/v2/imports/${credentials.tour.importId}`
  const open = (await (await fetch(path, { headers })).json()) as {
    transmitted: boolean
    invoice_ids: string[]
  }
  assert.deepEqual([open.transmitted, open.invoice_ids.length], [false, demoMembers.length])
  const sent = await fetch(`${path}/transmit`, { method: 'PUT', headers })
  assert.equal(((await sent.json()) as { transmitted: boolean }).transmitted, true)
  const requested = async () => {
    const { data } = (await (await fetch(`${demo.url}/dev/mail.json`)).json()) as {
      data: { template: string; to: string; text: string }[]
    }
    return data.filter(({ template }) => template === 'collection-message')
  }
  for (
    const deadline = Date.now() + 60_000;
    (await requested()).length < demoMembers.length;
    await sleep(200)
  )
    assert.ok(Date.now() < deadline, 'the requests were not mailed')
  const mails = await requested()
  assert.deepEqual(mails.map(({ to }) => to).sort(), demoMembers.map(({ email }) => email).sort())
  const link = /http:\S+\/l\/\S+/.exec(mails[0]!.text)![0]
  const page = await fetch(link)
  assert.equal(page.status, 200)
  assert.match(await page.text(), /Contributie tweede helft/)
})

test('the signed start leads to the test bank, and from there, signed, to the registered host', async () => {
  const { clubcollect } = JSON.parse(await readFile(join(dataDir, 'demo.json'), 'utf8')) as DemoCredentials
  assert.equal(clubcollect.redirectHost, 'localhost')
  const hop = async (url: string, init: RequestInit = {}) => {
    const answer = await fetch(url, { ...init, redirect: 'manual' })
    return { status: answer.status, to: answer.headers.get('location') ?? '' }
  }
  const bank = await hop(signedStart(demo.url, clubcollect))
  assert.match(bank.to, /\/sandbox-bank\//)
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  let next = await hop(bank.to, { method: 'POST', headers, body: 'outcome=pay' })
  for (let hops = 0; next.to !== '' && !next.to.startsWith('http://localhost:') && hops < 5; hops++)
    next = await hop(new URL(next.to, demo.url).href)
  const { hostname, pathname, searchParams } = new URL(next.to)
  assert.deepEqual([hostname, pathname], ['localhost', '/docs'])
  assert.match(searchParams.get('signature') ?? '', /^[0-9a-f]{64}$/)
})

test('the tour has what it promises, line by line', async () => {
  const books = { url: 'http://127.0.0.1:1', administrationId: '1', token: 't' } as never
  const lines = tour(demo.url, credentials, books)
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8')
  assert.equal(lines.match(/^# \d+\. /gm)!.length, 11)
  assert.match(readme, /prints eleven\s+`curl` lines/)
  assert.doesNotMatch(lines, /undefined|\[object/)
})

test('the owner of the demo signs in at the desk', async () => {
  const answer = await fetch(`${demo.url}/api/portal/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-balie': '1' },
    body: JSON.stringify(credentials.staff),
  })
  assert.equal(answer.status, 200)
  assert.equal(((await answer.json()) as { role: string }).role, 'owner')
})
