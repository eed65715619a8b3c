import { connect as connectSocket, type Socket } from 'node:net'
import postgres from 'postgres'
import type { Db } from '../kernel/context.ts'
import { types } from './types.ts'

/**
 * So many queries may follow one on its connection when none is free; the others wait for the first that is. They share a
 * write and their answers a read. Measured, requests for a ticket at 64 connections: 77 µs of Node each, with 1 (or 100,
 * the default) 95. The option is missing from its types.
 */
const PIPELINE = 4
const pipelined: object = { max_pipeline: PIPELINE }

/** See `levelled`: at 10,000 a query takes 2 µs longer. */
const LEVEL_AFTER = 10_000

const CONNECT_WITHIN_MS = 10_000
/** What is under way on the sound connections of a pool that is given up gets so long to end, in seconds. */
const GRACE = 2

interface ConnectOptions {
  connections?: number
  name?: string
}

interface Pool {
  sql: Db
  /** Lets what is under way end, refuses the rest. */
  giveUp(): Promise<void>
}

/** The driver's options, as it hands them to whoever opens its sockets. */
interface Target {
  path: string | false
  host: string[]
  port: number[]
}

/** With a code as the driver's own errors have. */
const unreachable = (code: string) => Object.assign(new Error('the database cannot be reached'), { code })

async function openSocket({ path, host, port }: Target): Promise<Socket> {
  let refusal: unknown
  for (const [i, name] of path ? [''].entries() : host.entries()) {
    const socket = path ? connectSocket(path) : connectSocket(port[i]!, name)
    const outcome = await new Promise<unknown>((resolve) => {
      socket.once('connect', () => resolve(undefined)).once('error', resolve)
      socket.setTimeout(CONNECT_WITHIN_MS, () => resolve(unreachable('CONNECT_TIMEOUT')))
    })
    if (outcome === undefined) return Object.assign(socket.setTimeout(0), { host: name, port: port[i] })
    socket.destroy()
    refusal = outcome
  }
  throw refusal
}

/**
 * A pool that calls `lost` once, when it loses a connection or cannot open one, and from then on opens none: what
 * postgres.js 3.4.9 keeps of a lost connection makes the next one on its place hang (half a message that was not written),
 * or answers a query that was never sent with no rows (porsager/postgres#1154, #1208).
 *
 * Transactions have connections of their own, opened as they are needed. postgres.js 3.4.9 forgets to reserve the connection
 * of a `begin` that it sends as the last query of a full pipeline: the driver refuses it (UNSAFE_TRANSACTION), but the server
 * has begun, and what others say on that connection is in a transaction that nobody commits. Where nothing but `begin` is
 * asked for, every connection is free or reserved, and nothing is ever sent behind anything.
 */
function openPool(url: string, connections: number, name: string, lost: () => void): Pool {
  let over = false
  const loseOnce = () => {
    if (over) return
    over = true
    lost()
  }
  const custom: object = {
    async socket(target: Target) {
      if (over) throw unreachable('CONNECTION_CLOSED')
      try {
        return await openSocket(target)
      } catch (error) {
        loseOnce()
        throw error
      }
    },
  }
  const options = {
    ...pipelined,
    ...custom,
    max: connections,
    // Sessions are kept: one of them stands for this process (jobs/live-workers.ts).
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: CONNECT_WITHIN_MS / 1000,
    fetch_types: false,
    onnotice: () => {},
    onclose: loseOnce,
    connection: { TimeZone: 'UTC', application_name: name },
    types,
  }
  const sql = postgres(url, options) as unknown as Db
  const changes = postgres(url, options) as unknown as Db
  const end = (timeout: number | undefined) =>
    Promise.all([sql, changes].map((pool) => pool.end(timeout === undefined ? {} : { timeout })))
  return {
    sql: Object.assign(levelled(sql, connections), {
      begin: changes.begin,
      end: async (given?: Parameters<Db['end']>[0]) => void (await end(given?.timeout)),
    }) as Db,
    async giveUp() {
      over = true
      await end(GRACE)
    },
  }
}

/**
 * postgres.js 3.4.9 keeps its idle and its busy connections in arrays that grow with every query until none is left in
 * them, and searches them at each query: measured, 0.2 µs longer for every thousand before it on a server that is never
 * wholly busy. So, now and then, all of them are.
 */
function levelled(pool: Db, connections: number): Db {
  let sent = 0
  const everyConnection = () =>
    Promise.all(Array.from({ length: connections * (PIPELINE + 1) }, () => pool`select 1`)).catch(() => {})
  const sql = (...given: Parameters<Db>) => {
    sent += 1
    if (sent % LEVEL_AFTER === 0) void everyConnection()
    return pool(...given)
  }
  return Object.assign(sql, pool) as Db
}

/**
 * Opens a pool, and another one whenever it loses a connection: queries that were under way on the lost connection are
 * refused, those that come after it find a new pool. Prepared statements always; every session thinks in UTC.
 */
export function connect(url: string, options: ConnectOptions = {}): Db {
  const { connections = 10, name = 'balie' } = options
  let ended = false
  const ending = new Set<Promise<void>>()
  const open = (): Pool =>
    openPool(url, connections, name, () => {
      if (ended) return
      const given = current.giveUp()
      current = open()
      ending.add(given)
      void given.finally(() => ending.delete(given))
    })
  let current = open()
  const sql = (...given: Parameters<Db>) => current.sql(...given)
  return Object.assign(sql, current.sql, {
    begin: (...given: Parameters<Db['begin']>) => current.sql.begin(...given),
    unsafe: (...given: Parameters<Db['unsafe']>) => current.sql.unsafe(...given),
    async end(given?: Parameters<Db['end']>[0]) {
      ended = true
      await Promise.all([current.sql.end(given), ...ending])
    },
  }) as Db
}
