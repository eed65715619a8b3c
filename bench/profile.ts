import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { cases } from './cases.ts'
import { startLoad } from './load-process.ts'
import { measureHttp, openPlace } from './measure.ts'
import { recordStatements } from './record.ts'

/** Where the time of one case goes: `node bench/profile.ts --only get [--tickets 1000] [--data-dir …]`. */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'get' },
    tickets: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '8' },
    'data-dir': { type: 'string' },
    top: { type: 'string', default: '40' },
  },
})

interface Profile {
  nodes: {
    id: number
    callFrame: { functionName: string; url: string; lineNumber: number }
    children?: number[]
  }[]
  samples: number[]
  /** µs each; they begin at `startTime` of the monotonic clock, which is the same in every process. */
  timeDeltas: number[]
  startTime: number
}

const monotonicUs = () => Number(process.hrtime.bigint() / 1000n)

/** `postgres/src/connection.js`, `balie/server/app.ts`, `node:net`, `(garbage collector)`. */
const placeOf = (url: string): string =>
  url === ''
    ? '(engine)'
    : url.replace(/^.*\/node_modules\//, '').replace(/^file:.*?\/(server|bench)\//, 'balie/$1/')

const groupOf = (place: string): string =>
  place.startsWith('node:') || place.startsWith('(') || place.startsWith('balie')
    ? place.startsWith('balie')
      ? 'balie'
      : place.replace(/^node:internal\/.*/, 'node:internal')
    : place
        .split('/')
        .slice(0, place.startsWith('@') ? 2 : 1)
        .join('/')

function print(profile: Profile, from: number, to: number, top: number): void {
  const self = new Map<number, number>()
  let at = profile.startTime
  profile.samples.forEach((id, i) => {
    at += profile.timeDeltas[i]!
    if (at > from && at < to) self.set(id, (self.get(id) ?? 0) + profile.timeDeltas[i]!)
  })
  const groups = new Map<string, number>()
  const functions = new Map<string, number>()
  let busy = 0
  for (const { id, callFrame } of profile.nodes) {
    const took = self.get(id) ?? 0
    if (callFrame.functionName === '(idle)' || callFrame.functionName === '(root)') continue
    busy += took
    const place = placeOf(callFrame.url)
    const group = callFrame.functionName.startsWith('(') ? callFrame.functionName : groupOf(place)
    groups.set(group, (groups.get(group) ?? 0) + took)
    const name = `${callFrame.functionName || '(anonymous)'} ${place}:${callFrame.lineNumber + 1}`
    functions.set(name, (functions.get(name) ?? 0) + took)
  }
  for (const [title, map, most] of [
    ['by package', groups, 20],
    ['by function', functions, top],
  ] as const) {
    console.log(`\n${title}, per cent of the busy time of the main thread`)
    for (const [name, took] of [...map].sort((a, b) => b[1] - a[1]).slice(0, most))
      console.log(`${((took / busy) * 100).toFixed(1).padStart(6)}  ${name}`)
  }
}

const one = cases.find(({ name }) => name === values.only)
if (!one) throw new Error(`--only must be one of ${cases.map(({ name }) => name).join(', ')}`)
const folder = await mkdtemp(join(tmpdir(), 'balie-profile-'))
const place = await openPlace(values['data-dir'] ?? join(folder, 'data'), Number(values.tickets), [
  '--cpu-prof',
  `--cpu-prof-dir=${folder}`,
])
const load = startLoad()
let from = 0
let to = 0
try {
  // Once to warm it up.
  await measureHttp(place, load, one, { seconds: 2, writes: 12_000 })
  from = monotonicUs()
  console.log(await measureHttp(place, load, one, { seconds: Number(values.seconds), writes: 12_000 }))
  to = monotonicUs()
  const [{ text, parameters } = { text: '', parameters: [] }] = await recordStatements(
    place.server.databaseUrl,
    place.world,
    place.company,
    one,
  )
  console.log(`\n${text}`)
  // Rolled back: this is about the plan.
  await place.sql
    .begin(async (tx) => {
      const plan = await tx.unsafe(`explain (analyze, buffers) ${text}`, parameters as never[], {
        prepare: true,
      })
      console.log(`\n${plan.map((row) => Object.values(row)[0]).join('\n')}`)
      throw new Error('undo')
    })
    .catch((error: Error) => {
      if (error.message !== 'undo') throw error
    })
} finally {
  load.stop()
  await place.close()
}
for (const name of await readdir(folder))
  if (name.endsWith('.cpuprofile'))
    print(JSON.parse(await readFile(join(folder, name), 'utf8')) as Profile, from, to, Number(values.top))
await rm(folder, { recursive: true, force: true })
