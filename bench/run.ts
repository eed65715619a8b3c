import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { cases } from './cases.ts'
import { startLoad } from './load-process.ts'
import {
  CONNECTIONS,
  measureHttp,
  measurePgbench,
  openPlace,
  PGBENCH_CLIENTS,
  type Place,
} from './measure.ts'
import { findPgbench } from './pgbench.ts'
import { toLines, toMemory, toTable, type Measured } from './report.ts'
import { measureStartup } from './startup.ts'

const HELP = `npm run bench -- [options]
  --quick         a thousand tickets only, one short round: 2 minutes
  --tickets N     how many in the large company (default 1000000)
  --only a,b      of ${cases.map(({ name }) => name).join(', ')}
  --rounds N      of which the median is shown (default 3)
  --seconds N     of each measurement (default 3)
  --data-dir DIR  keep the seeded databases there for the next time
  --json          print JSON instead of a table`

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    tickets: { type: 'string', default: '1000000' },
    only: { type: 'string' },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    'data-dir': { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  console.log(HELP)
  process.exit(0)
}

const only = values.only?.split(',')
const chosen = cases.filter(({ name }) => only?.includes(name) ?? true)
const sizes = values.quick ? [1000] : [...new Set([1000, Number(values.tickets)])]
const rounds = Number(values.rounds ?? (values.quick ? 1 : 3))
const seconds = Number(values.seconds ?? (values.quick ? 2 : 3))
const effort = { seconds, writes: seconds * 4000 }
if (chosen.length === 0 || sizes.some((size) => !(size >= 1000)) || !(rounds >= 1) || !(seconds >= 1))
  throw new Error(`not a measurement:\n${HELP}`)

/** Beside the result, so that it can be redirected. */
const say = (text: string) => process.stderr.write(`${text}\n`)

const pgbenchVersion = findPgbench()
const folder = values['data-dir'] ?? (await mkdtemp(join(tmpdir(), 'balie-bench-')))
if (values['data-dir'] === undefined) chmodSync(folder, 0o755)
const places = new Map<number, Place>()
const load = startLoad()
try {
  say('start-up')
  const startup = await measureStartup(rounds)
  for (const size of sizes) {
    say(`${size} tickets: seeding`)
    places.set(size, await openPlace(join(folder, String(size)), size))
  }
  const measured: Measured[] = chosen.map((one) => ({ one, samples: new Map() }))
  // Small and large, HTTP and pgbench in turn: what disturbs the machine disturbs them alike.
  for (let round = 0; round <= rounds; round++) {
    for (const { one, samples } of measured) {
      for (const [size, place] of places) {
        if (size < (one.needs ?? 0)) continue
        say(round === 0 ? `warm-up: ${one.name}, ${size}` : `round ${round}: ${one.name}, ${size}`)
        if (round === 0) {
          await measureHttp(place, load, one, { seconds: 1, writes: 1000 })
          continue
        }
        const http = await measureHttp(place, load, one, effort)
        const sample = { http, pgbench: await measurePgbench(place, one, effort) }
        samples.set(size, [...(samples.get(size) ?? []), sample])
      }
    }
  }
  const lines = toLines(measured.filter(({ samples }) => samples.size > 0))
  const memory = new Map([...places].map(([size, { server }]) => [size, server.memory()]))
  const { length: count, 0: cpu } = cpus()
  const machine = `${count} × ${cpu?.model.trim()}, Node ${process.version}, ${pgbenchVersion}, ${CONNECTIONS} connections, pgbench with ${PGBENCH_CLIENTS.join(' and ')} clients (the faster counts), median of ${rounds}`
  console.log(
    values.json
      ? JSON.stringify({ machine, lines, startup, memory: Object.fromEntries(memory) }, null, 2)
      : [machine, toTable(lines), toMemory(startup, memory)].join('\n\n'),
  )
} finally {
  load.stop()
  for (const place of places.values()) await place.close()
  if (values['data-dir'] === undefined) await rm(folder, { recursive: true, force: true })
}
