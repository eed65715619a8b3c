import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { chown, mkdtemp, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { isAlive, isPostmasterOf, stopPostmaster, type Binaries, type Runner } from './postgres-process.ts'

/** A data folder and how Postgres is made and started in it. Who may is decided in embedded-postgres.ts. */
export interface Place {
  dataDir: string
  /** Postgres' own folder. */
  folder: string
  password: string
}

const DATABASE = 'balie'
const LOG_LIMIT_BYTES = 10_000_000

/** Makes the password when there is none; a kill in the middle leaves none. */
export async function placeIn(dataDir: string): Promise<Place> {
  const file = join(dataDir, 'postgres-password')
  if (!existsSync(file)) {
    await writeFile(`${file}.new`, randomBytes(24).toString('hex'), { mode: 0o600 })
    await rename(`${file}.new`, file)
  }
  return { dataDir, folder: join(dataDir, 'postgres'), password: await readFile(file, 'utf8') }
}

export const urlOf = (place: Place, port: number, database = DATABASE) =>
  `postgres://postgres:${place.password}@127.0.0.1:${port}/${database}`

/**
 * Made beside its place and moved there when complete, so that a kill in the middle leaves nothing half-made. Each time
 * in a folder of another name: the initdb of a killed owner may still be at work in its own.
 */
export async function initialise(place: Place, binaries: Binaries, runner: Runner): Promise<void> {
  if (existsSync(join(place.folder, 'PG_VERSION'))) return
  for (const name of await readdir(place.dataDir))
    if (name.startsWith('postgres.new'))
      await rm(join(place.dataDir, name), { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  const fresh = await mkdtemp(`${place.folder}.new-`)
  const passwordFile = `${fresh}-password`
  await writeFile(passwordFile, place.password, { mode: 0o600 })
  if (runner.owner) {
    await chown(fresh, runner.owner.uid, runner.owner.gid)
    await chown(passwordFile, runner.owner.uid, runner.owner.gid)
  }
  const args = [
    '-D',
    fresh,
    '-U',
    'postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
  ]
  const child = runner.spawn(binaries.initdb, [...args, '--locale-provider=builtin', '--locale=C.UTF-8'], {
    cwd: fresh,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  await rm(passwordFile, { force: true })
  if (code !== 0) throw new Error(`initdb failed: ${complaint.trim()}`)
  await rename(fresh, place.folder)
}

const linesOf = (place: Place, name: string): string[] => {
  try {
    return readFileSync(join(place.folder, name), 'utf8').split('\n')
  } catch {
    return []
  }
}

/** What postmaster.pid says, if the process it names is a postmaster of this folder. */
export function postmaster(place: Place): { pid: number; port: number; ready: boolean } | undefined {
  const lines = linesOf(place, 'postmaster.pid')
  const pid = Number(lines[0])
  if (!(pid > 1) || !isPostmasterOf(pid, place.folder)) return undefined
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

export interface Postmaster {
  pid: number
  port: number
}

export async function adopt(place: Place): Promise<Postmaster | undefined> {
  const left = postmaster(place)
  if (!left) return undefined
  // It may be busy with the recovery of its last crash.
  for (const deadline = Date.now() + 2000; Date.now() < deadline && isAlive(left.pid); await sleep(20)) {
    if (postmaster(place)?.ready && (await ensureDatabase(place, left.port))) return left
  }
  await stopPostmaster(left.pid, place.folder)
  return undefined
}

export async function launch(
  place: Place,
  binaries: Binaries,
  runner: Runner,
  settings: Record<string, string>,
  samePort?: number,
): Promise<Postmaster> {
  // Postgres takes any living process that a pid file names for a postmaster, and we know that it is none of this folder.
  const named = Number(linesOf(place, 'postmaster.pid')[0])
  if (named > 1 && isAlive(named)) rmSync(join(place.folder, 'postmaster.pid'), { force: true })
  const logFile = join(place.dataDir, 'postgres.log')
  const logged = (await stat(logFile).catch(() => undefined))?.size ?? 0
  if (logged > LOG_LIMIT_BYTES) await rename(logFile, `${logFile}.old`)
  const all: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    // An eighth of the memory, which is taken as it is used.
    shared_buffers: `${Math.min(4096, Math.max(128, Math.round(totalmem() / 8 / 1_048_576)))}MB`,
    max_connections: '200',
    wal_level: 'minimal',
    max_wal_senders: '0',
    ...settings,
  }
  // Backends of a killed postmaster may hold its shared memory for a moment; a free port may be taken meanwhile.
  for (const deadline = Date.now() + 8000; ; await sleep(100)) {
    const port = samePort ?? (await freePort(lastPort(place)))
    const log = await open(logFile, 'a')
    const args = [
      '-D',
      place.folder,
      '-p',
      String(port),
      ...Object.entries(all).flatMap(([k, v]) => ['-c', `${k}=${v}`]),
    ]
    // Its own process group: the Ctrl-C of a terminal is ours to answer, after the last request.
    const child = runner.spawn(binaries.postgres, args, {
      cwd: place.folder,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    })
    child.unref()
    const ended = once(child, 'exit').then(() => true)
    await log.close()
    try {
      while (child.exitCode === null && child.signalCode === null) {
        const running = postmaster(place)
        if (running?.pid === child.pid && running?.ready && (await ensureDatabase(place, port)))
          return running
        await Promise.race([ended, sleep(20)])
      }
    } catch (error) {
      await stopPostmaster(child.pid!, place.folder)
      throw error
    }
    if (Date.now() > deadline) throw new Error(`Postgres does not start; ${logFile} says why`)
  }
}

/** Where it listened last: another process may look for it there still. */
const lastPort = (place: Place): number =>
  Number(/"-p" "(\d+)"/.exec(linesOf(place, 'postmaster.opts')[0] ?? '')?.[1] ?? 0)

async function freePort(preferred: number): Promise<number> {
  const server = createServer().listen(preferred, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch {
    return freePort(0)
  }
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const quick = { max: 1, connect_timeout: 2, onnotice: () => {} }

export async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, quick)
  try {
    await sql`select 1`
    return true
  } catch {
    return false
  } finally {
    await sql.end({ timeout: 1 })
  }
}

async function ensureDatabase(place: Place, port: number): Promise<boolean> {
  const sql = postgres(urlOf(place, port, 'postgres'), quick)
  try {
    const [there] = await sql`select 1 from pg_database where datname = ${DATABASE}`
    if (!there) await sql`create database ${sql(DATABASE)}`
    return true
  } catch (error) {
    if ((error as { code?: string }).code === '28P01')
      throw new Error(`the password in ${place.dataDir}/postgres-password is not that of ${place.folder}`, {
        cause: error,
      })
    return false
  } finally {
    await sql.end({ timeout: 1 })
  }
}
