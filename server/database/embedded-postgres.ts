import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { chown, mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { tryLock, type DataLock } from './data-lock.ts'
import {
  chooseRunner,
  findBinaries,
  isAlive,
  isPostmasterOf,
  stopPostmaster,
  type Binaries,
  type Runner,
} from './postgres-process.ts'

/** A running Postgres 18 whose data lives in our folder. */
export interface EmbeddedPostgres {
  /** postgres:// address of the database `balie`, on 127.0.0.1. */
  url: string
  /** Whether this process minds it: starts it again when it dies, stops it at the end. */
  readonly owner: boolean
  /** Stops it if this process owns it. Safe to call twice. */
  stop(): Promise<void>
}

interface Place {
  dataDir: string
  /** Postgres' own folder. */
  folder: string
  password: string
}

const DATABASE = 'balie'
const LOG_LIMIT_BYTES = 10_000_000
const WATCH_MS = 250

/**
 * Starts the Postgres of a data folder, or finds the one that runs there. One process owns it: the first to lock the
 * folder. Another process (a command beside a server) joins; it becomes the owner when the owner ends, however that ends,
 * and starts Postgres again at the same port where it is gone. A postmaster that was left behind when its owner was killed
 * is adopted by the next owner, or stopped by its pid if it does not answer. Measured: first start 1.0 s (0.7 of it
 * initdb), later 0.15 s, adopting 0.03 s, after a crash 0.2 s.
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string
  /** `-c name=value`. */
  settings?: Record<string, string>
}): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir)
  const settings = options.settings ?? {}
  await mkdir(dataDir, { recursive: true, mode: 0o755 })
  const deadline = Date.now() + 20_000
  while (Date.now() < deadline) {
    const lock = await tryLock(dataDir)
    if (lock) return keep(dataDir, settings, await own(dataDir, settings, lock), lock)
    const running = await joinRunning(dataDir)
    if (running) return keep(dataDir, settings, running, undefined)
    await sleep(50)
  }
  throw new Error(`another process holds ${dataDir}, but its Postgres does not answer`)
}

async function joinRunning(dataDir: string): Promise<Postmaster | undefined> {
  if (!existsSync(join(dataDir, 'postgres-password'))) return undefined
  const place = await placeIn(dataDir)
  const running = postmaster(place)
  return running?.ready && (await answers(urlOf(place, running.port))) ? running : undefined
}

/** Sees to it that Postgres runs, as the holder of the lock, which is let go of where it does not. */
async function own(
  dataDir: string,
  settings: Record<string, string>,
  lock: DataLock,
  port?: number,
): Promise<Postmaster> {
  try {
    const binaries = await findBinaries()
    const runner = chooseRunner(binaries, dataDir)
    const place = await placeIn(dataDir)
    await initialise(place, binaries, runner)
    return (await adopt(place)) ?? (await launch(place, binaries, runner, settings, port))
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** Watches over a Postgres that runs: as its owner, or until its owner is gone. */
async function keep(
  dataDir: string,
  settings: Record<string, string>,
  found: Postmaster,
  held: DataLock | undefined,
): Promise<EmbeddedPostgres> {
  const place = await placeIn(dataDir)
  let running = found
  let lock = held

  async function look(): Promise<void> {
    if (lock && isPostmasterOf(running.pid, place.folder)) return
    const right = lock ?? (await tryLock(dataDir))
    if (!right) return
    lock = undefined
    // Where the pools of this process look for it.
    running = await own(dataDir, settings, right, running.port)
    lock = right
  }
  let looking: Promise<void> | undefined
  const watch = setInterval(() => {
    looking ??= look()
      // postgres.log says why; the next look tries again.
      .catch(() => {})
      .finally(() => (looking = undefined))
  }, WATCH_MS)
  watch.unref()
  /** An exit that waits for nothing still takes Postgres along. */
  const leave = () => {
    if (lock && isPostmasterOf(running.pid, place.folder)) process.kill(running.pid, 'SIGINT')
  }
  process.on('exit', leave)

  let stopped: Promise<void> | undefined
  async function stop(): Promise<void> {
    clearInterval(watch)
    await looking
    if (lock) await stopPostmaster(running.pid, place.folder)
    process.off('exit', leave)
    await lock?.release()
  }
  return {
    url: urlOf(place, running.port),
    get owner() {
      return lock !== undefined
    },
    stop: () => (stopped ??= stop()),
  }
}

/** Makes the password when there is none; a kill in the middle leaves none. */
async function placeIn(dataDir: string): Promise<Place> {
  const file = join(dataDir, 'postgres-password')
  if (!existsSync(file)) {
    await writeFile(`${file}.new`, randomBytes(24).toString('hex'), { mode: 0o600 })
    await rename(`${file}.new`, file)
  }
  return { dataDir, folder: join(dataDir, 'postgres'), password: await readFile(file, 'utf8') }
}

const urlOf = (place: Place, port: number, database = DATABASE) =>
  `postgres://postgres:${place.password}@127.0.0.1:${port}/${database}`

/**
 * Made beside its place and moved there when complete, so that a kill in the middle leaves nothing half-made. Each time
 * in a folder of another name: the initdb of a killed owner may still be at work in its own.
 */
async function initialise(place: Place, binaries: Binaries, runner: Runner): Promise<void> {
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
function postmaster(place: Place): { pid: number; port: number; ready: boolean } | undefined {
  const lines = linesOf(place, 'postmaster.pid')
  const pid = Number(lines[0])
  if (!(pid > 1) || !isPostmasterOf(pid, place.folder)) return undefined
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

interface Postmaster {
  pid: number
  port: number
}

async function adopt(place: Place): Promise<Postmaster | undefined> {
  const left = postmaster(place)
  if (!left) return undefined
  // It may be busy with the recovery of its last crash.
  for (const deadline = Date.now() + 2000; Date.now() < deadline && isAlive(left.pid); await sleep(20)) {
    if (postmaster(place)?.ready && (await ensureDatabase(place, left.port))) return left
  }
  await stopPostmaster(left.pid, place.folder)
  return undefined
}

async function launch(
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

async function answers(url: string): Promise<boolean> {
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
