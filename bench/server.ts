import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { chmod, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A `balie serve` in a process of its own, as an operator would start it. */
export interface BenchServer {
  url: string
  databaseUrl: string
  /** From spawn to the first 200 of /readyz. */
  readyAfterMs: number
  /** Processor time so far. */
  cpu(): Cpu
  memory(): Memory
  stop(): Promise<void>
}

export interface Cpu {
  nodeMs: number
  postgresMs: number
}

export interface Memory {
  nodeMb: number
  /** Proportional: what its processes share is counted once. Without what the system caches of its files. */
  postgresMb: number
}

const main = fileURLToPath(new URL('../server/main.ts', import.meta.url))

/** Starts it on the embedded Postgres of that folder, which is made if it is not there. */
export async function startServer(
  dataDir: string,
  nodeOptions: string[] = [],
  environment: Record<string, string> = {},
): Promise<BenchServer> {
  await mkdir(dataDir, { recursive: true })
  // Root runs Postgres as another user, who must get there.
  await chmod(dataDir, 0o755)
  const began = performance.now()
  const child = spawn(process.execPath, [...nodeOptions, main, 'serve', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: dataDir,
      PORT: '0',
      LOG_LEVEL: 'warn',
      RATE_LIMIT_PER_MINUTE: '0',
      ...environment,
    },
  })
  const { url } = JSON.parse(await addressLine(child)) as { url: string }
  const ready = await fetch(`${url}/readyz`)
  if (ready.status !== 200) throw new Error(`the server is not ready: ${await ready.text()}`)
  const readyAfterMs = performance.now() - began

  const [postmaster, , , port] = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
  const password = readFileSync(join(dataDir, 'postgres-password'), 'utf8')
  return {
    url,
    databaseUrl: `postgres://postgres:${password}@127.0.0.1:${port}/balie`,
    readyAfterMs,
    cpu: () => cpuOf(child.pid!, Number(postmaster)),
    memory: () => memoryOf(child.pid!, Number(postmaster)),
    async stop() {
      const ended = child.exitCode === null ? once(child, 'exit') : undefined
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** The line that says where it listens; what it logs before is passed over. */
async function addressLine(child: ChildProcess): Promise<string> {
  let text = ''
  for await (const chunk of child.stdout!) {
    text += String(chunk)
    const line = text.split('\n').find((one) => one.startsWith('{"url"') && one.endsWith('}'))
    if (line) return line
  }
  throw new Error('the server ended before it listened')
}

/** Linux counts processor time in ticks of 10 ms. */
const MS_PER_TICK = 10

interface Times {
  parent: number
  own: number
  /** Of children that ended. */
  gone: number
}

function timesOf(pid: number | string): Times | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number)
    const sum = (at: number) => (fields[at]! + fields[at + 1]!) * MS_PER_TICK
    return { parent: fields[1]!, own: sum(11), gone: sum(13) }
  } catch {
    return undefined
  }
}

const processes = () => readdirSync('/proc').filter((name) => /^\d+$/.test(name))

const childrenOf = (parent: number) => processes().filter((pid) => timesOf(pid)?.parent === parent)

function cpuOf(node: number, postmaster: number): Cpu {
  const { own = 0, gone = 0 } = timesOf(postmaster) ?? {}
  const backends = childrenOf(postmaster).reduce((sum, pid) => sum + (timesOf(pid)?.own ?? 0), 0)
  return { nodeMs: timesOf(node)?.own ?? 0, postgresMs: own + gone + backends }
}

function megabytes(file: string, field: string): number {
  try {
    return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(file, 'utf8'))?.[1]) / 1024
  } catch {
    return 0
  }
}

const memoryOf = (node: number, postmaster: number): Memory => ({
  nodeMb: megabytes(`/proc/${node}/status`, 'VmRSS'),
  postgresMb: [String(postmaster), ...childrenOf(postmaster)].reduce(
    (sum, pid: string) => sum + megabytes(`/proc/${pid}/smaps_rollup`, 'Pss'),
    0,
  ),
})
