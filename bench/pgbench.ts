import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { percentile } from './statistics.ts'

export interface PgbenchResult {
  perSecond: number
  p50Ms: number
  p99Ms: number
}

/** Each session plans its statement and compiles its triggers first: those transactions do not count. */
const WARM_UP = 5

/** Throws a sentence that says how to get it. */
export function findPgbench(): string {
  const version = spawnSync('pgbench', ['--version'], { encoding: 'utf8' }).stdout?.trim()
  if (!version)
    throw new Error(
      'pgbench is not in the PATH. Debian and Ubuntu: apt-get install postgresql-contrib; macOS: brew install libpq',
    )
  return version
}

export interface PgbenchRun {
  databaseUrl: string
  script: string
  variables: Record<string, string>
  clients: number
  /** How long, or how many transactions for each client. */
  run: { seconds: number } | { each: number; first: number }
}

/**
 * Runs a script and counts from its log: transactions per second while every client was at work, the first few of each
 * left out.
 */
export async function pgbench({
  databaseUrl,
  script,
  variables,
  clients,
  run,
}: PgbenchRun): Promise<PgbenchResult> {
  const folder = await mkdtemp(join(tmpdir(), 'balie-pgbench-'))
  try {
    await writeFile(join(folder, 'script.sql'), script)
    const given = 'each' in run ? { ...variables, first: run.first, each: run.each, done: 0 } : variables
    const { hostname, port, username, password, pathname } = new URL(databaseUrl)
    const args = [
      '-n',
      '-M',
      'prepared',
      '-c',
      String(clients),
      '-j',
      '2',
      '-f',
      'script.sql',
      '-l',
      ...Object.entries(given).flatMap(([name, value]) => ['-D', `${name}=${value}`]),
      ...('each' in run ? ['-t', String(run.each)] : ['-T', String(run.seconds)]),
      '-h',
      hostname,
      '-p',
      port,
      '-U',
      username,
      pathname.slice(1),
    ]
    const child = spawn('pgbench', args, {
      cwd: folder,
      env: { PATH: process.env['PATH'], PGPASSWORD: password, PGTZ: 'UTC' },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let complaint = ''
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
    const code = await new Promise((resolve) => child.once('close', resolve))
    if (code !== 0) throw new Error(`pgbench failed: ${complaint.trim()}`)
    const logs = (await readdir(folder)).filter((name) => name.startsWith('pgbench_log.'))
    return count(await Promise.all(logs.map((name) => readFile(join(folder, name), 'utf8'))), clients)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A line is: client, its how-manieth transaction, µs it took, script, when it ended in s and µs. */
function count(logs: string[], clients: number): PgbenchResult {
  const lines = logs.flatMap((log) =>
    log.split('\n').flatMap((line) => {
      const [client, nth, took, , seconds, micros] = line.split(' ').map(Number)
      return micros === undefined
        ? []
        : [{ client: client!, nth: nth!, tookMs: took! / 1000, endedMs: seconds! * 1000 + micros / 1000 }]
    }),
  )
  const warm: number[] = []
  const last: number[] = []
  for (const { client, nth, endedMs } of lines) {
    if (nth === WARM_UP - 1) warm[client] = endedMs
    last[client] = Math.max(last[client] ?? 0, endedMs)
  }
  const from = Math.max(...warm)
  const to = Math.min(...last)
  const counted = lines.filter(({ endedMs }) => endedMs > from && endedMs <= to)
  if (warm.filter(Boolean).length < clients || counted.length < clients)
    throw new Error('pgbench ran too short to count')
  const times = Float64Array.from(counted, ({ tookMs }) => tookMs).sort()
  return {
    perSecond: (counted.length / (to - from)) * 1000,
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
  }
}
