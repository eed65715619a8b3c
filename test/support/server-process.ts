import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url))

/** A folder of one's own that Postgres' user can reach too. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'balie-data-'))
  await chmod(folder, 0o755)
  return folder
}

export const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true })

/** `balie …` in a process of its own. */
export function balie(args: string[], environment: Record<string, string>): ChildProcess {
  const { PATH = '', HOME = '' } = process.env
  return spawn(process.execPath, [main, ...args], {
    env: { PATH, HOME, NO_COLOR: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

export interface Outcome {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs a command to its end. */
export async function runBalie(args: string[], environment: Record<string, string>): Promise<Outcome> {
  const child = balie(args, environment)
  const out = collect(child)
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, ...out }
}

function collect(child: ChildProcess): { stdout: string; stderr: string } {
  const out = { stdout: '', stderr: '' }
  child.stdout!.on('data', (chunk: Buffer) => (out.stdout += chunk.toString()))
  child.stderr!.on('data', (chunk: Buffer) => (out.stderr += chunk.toString()))
  return out
}

export interface ServerProcess {
  url: string
  pid: number
  /** From spawn to the first answer of /readyz, in milliseconds. */
  startedIn: number
  output: { stdout: string; stderr: string }
  /** Sends the signal and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

/** `balie serve`, or the demo, on a free port; waits until it is ready. */
export async function startServer(
  environment: Record<string, string>,
  command: 'serve' | 'demo' = 'serve',
): Promise<ServerProcess> {
  const began = performance.now()
  const child = balie([command, '--json'], {
    PORT: '0',
    LOG_LEVEL: 'warn',
    RATE_LIMIT_PER_MINUTE: '0',
    ...environment,
  })
  const output = collect(child)
  const ended = once(child, 'close') as Promise<[number | null]>
  const exited = ended.then(() => true)
  let url: string | undefined
  for (const deadline = Date.now() + 60_000; Date.now() < deadline;) {
    url ??= /\{\s*"url": ?"([^"]+)"/.exec(output.stdout)?.[1]
    const ready = url !== undefined && (await fetch(`${url}/readyz`).catch(() => undefined))
    if (ready && ready.ok) break
    if ((await Promise.race([exited, sleep(25)])) === true)
      throw new Error(`the server ended: ${output.stderr}`)
  }
  if (url === undefined) throw new Error(`the server did not start: ${output.stderr}`)
  return {
    url,
    pid: child.pid!,
    startedIn: performance.now() - began,
    output,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      return (await ended)[0]
    },
  }
}

/** The pid of the Postgres of a data folder. */
export async function postmasterPid(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])
}

/** The address of the Postgres of a data folder. */
export async function databaseUrl(dataDir: string): Promise<string> {
  const port = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[3]
  const password = await readFile(join(dataDir, 'postgres-password'), 'utf8')
  return `postgres://postgres:${password}@127.0.0.1:${port}/balie`
}
