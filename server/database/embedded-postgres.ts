import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { chown, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { tryLock, type DataLock } from './data-lock.ts'
import {
  chooseRunner,
  findBinaries,
  isAlive,
  isPostmasterOf,
  type Binaries,
  type Runner,
} from './postgres-process.ts'

/** A running Postgres 18 whose data lives in our folder. */
export interface EmbeddedPostgres {
  /** postgres:// address of the database `balie`, on 127.0.0.1. */
  url: string
  /** Whether this process stops it at the end. */
  owner: boolean
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

/**
 * Starts the Postgres of a data folder, or finds the one that runs there. One process owns it: the first to lock the
 * folder. Another process (a command beside a server) joins while the owner lives, and must not outlive it. A postmaster
 * that was left behind when its owner was killed is adopted by the next owner, or stopped by its pid if it does not
 * answer. Measured: first start 1.0 s (0.7 of it initdb), later 0.15 s, adopting 0.03 s, after a crash 0.2 s.
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string
  /** `-c name=value`. */
  settings?: Record<string, string>
}): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir)
  await mkdir(dataDir, { recursive: true, mode: 0o755 })
  const deadline = Date.now() + 20_000
  while (Date.now() < deadline) {
    const lock = await tryLock(dataDir)
    if (lock) {
      try {
        return await own(dataDir, lock, options.settings ?? {})
      } catch (error) {
        await lock.release()
        throw error
      }
    }
    const url = await joinRunning(dataDir)
    if (url !== undefined) return { url, owner: false, stop: async () => {} }
    await sleep(50)
  }
  throw new Error(`another process holds ${dataDir}, but its Postgres does not answer`)
}

async function joinRunning(dataDir: string): Promise<string | undefined> {
  if (!existsSync(join(dataDir, 'postgres-password'))) return undefined
  const place = await placeIn(dataDir)
  const running = postmaster(place)
  return running?.ready && (await answers(urlOf(place, running.port)))
    ? urlOf(place, running.port)
    : undefined
}

async function own(
  dataDir: string,
  lock: DataLock,
  settings: Record<string, string>,
): Promise<EmbeddedPostgres> {
  const binaries = await findBinaries()
  const runner = chooseRunner(binaries, dataDir)
  const place = await placeIn(dataDir)
  await initialise(place, binaries, runner)
  let running = (await adopt(place)) ?? (await launch(place, binaries, runner, settings))
  let relaunch: Promise<void> | undefined
  // Should it die under us, it is started again where the pools look for it.
  const watch = setInterval(() => {
    if (relaunch || isAlive(running.pid)) return
    relaunch = launch(place, binaries, runner, settings, running.port)
      .then((again) => void (running = again))
      .catch(() => {})
      .finally(() => (relaunch = undefined))
  }, 250)
  watch.unref()

  let stopped: Promise<void> | undefined
  async function stop(): Promise<void> {
    clearInterval(watch)
    await relaunch
    await stopPostmaster(running.pid)
    await lock.release()
  }
  return { url: urlOf(place, running.port), owner: true, stop: () => (stopped ??= stop()) }
}

async function placeIn(dataDir: string): Promise<Place> {
  const file = join(dataDir, 'postgres-password')
  await writeFile(file, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' }).catch(
    (error: { code?: string }) => {
      if (error.code !== 'EEXIST') throw error
    },
  )
  return { dataDir, folder: join(dataDir, 'postgres'), password: await readFile(file, 'utf8') }
}

const urlOf = (place: Place, port: number, database = DATABASE) =>
  `postgres://postgres:${place.password}@127.0.0.1:${port}/${database}`

/** Made beside its place and moved there when complete, so that a kill in the middle leaves nothing half-made. */
async function initialise(place: Place, binaries: Binaries, runner: Runner): Promise<void> {
  if (existsSync(join(place.folder, 'PG_VERSION'))) return
  const fresh = `${place.folder}.new`
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { mode: 0o700 })
  const passwordFile = join(fresh, '..', 'postgres-password.new')
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

/** What postmaster.pid says, if the process it names is a postmaster of this folder. */
function postmaster(place: Place): { pid: number; port: number; ready: boolean } | undefined {
  let lines: string[]
  try {
    lines = readFileSync(join(place.folder, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return undefined
  }
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
  await stopPostmaster(left.pid)
  return undefined
}

async function launch(
  place: Place,
  binaries: Binaries,
  runner: Runner,
  settings: Record<string, string>,
  samePort?: number,
): Promise<Postmaster> {
  const logFile = join(place.dataDir, 'postgres.log')
  const logged = (await stat(logFile).catch(() => undefined))?.size ?? 0
  if (logged > LOG_LIMIT_BYTES) await rename(logFile, `${logFile}.old`)
  const all: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: '256MB',
    max_connections: '200',
    wal_level: 'minimal',
    max_wal_senders: '0',
    ...settings,
  }
  // Backends of a killed postmaster may hold its shared memory for a moment; a free port may be taken meanwhile.
  for (const deadline = Date.now() + 8000; ; await sleep(100)) {
    const port = samePort ?? (await freePort())
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
    while (child.exitCode === null && child.signalCode === null) {
      const running = postmaster(place)
      if (running?.pid === child.pid && running?.ready && (await ensureDatabase(place, port))) return running
      await Promise.race([ended, sleep(20)])
    }
    if (Date.now() > deadline) throw new Error(`Postgres does not start; ${logFile} says why`)
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
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
  } catch {
    return false
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** Fast shutdown; if that takes ten seconds, immediate. Only ever this pid. */
async function stopPostmaster(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!isAlive(pid)) return
    process.kill(pid, signal)
    for (const deadline = Date.now() + 10_000; Date.now() < deadline && isAlive(pid);) await sleep(20)
  }
}
