import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from '../../server/database/postgres-process.ts'
import {
  postmasterPid,
  removeFolder,
  runBalie,
  startServer,
  temporaryFolder,
  type ServerProcess,
} from '../support/server-process.ts'

let dataDir: string
let server: ServerProcess
before(async () => {
  dataDir = await temporaryFolder()
  server = await startServer({ DATA_DIR: dataDir })
})
after(async () => {
  await server.stop()
  await removeFolder(dataDir)
})

test('a server whose Postgres is killed starts it again and goes on', async (t) => {
  const run = (args: string[]) => runBalie([...args, '--json'], { DATA_DIR: dataDir })
  await run(['companies', 'create', 'Club', '--email', 'club@example.com'])
  const { key } = JSON.parse((await run(['keys', 'create', '--company', 'Club'])).stdout)
  const list = () => fetch(`${server.url}/v1/tickets`, { headers: { authorization: `Bearer ${key}` } })
  assert.equal((await list()).status, 200)

  for (let round = 1; round <= 2; round++) {
    const pid = await postmasterPid(dataDir)
    process.kill(pid, 'SIGKILL')
    const lost = performance.now()
    while (isAlive(pid) || (await postmasterPid(dataDir).catch(() => pid)) === pid) await sleep(50)
    while (!(await fetch(`${server.url}/readyz`)).ok) await sleep(50)
    t.diagnostic(`round ${round}: ready again after ${Math.round(performance.now() - lost)} ms`)
    assert.equal((await list()).status, 200)
  }
})
