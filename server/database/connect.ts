import postgres from 'postgres'
import type { Db } from '../kernel/context.ts'

/** Safe integers only: money and counts stay far below 2^53, so anything larger is a fault worth stopping for. */
function parseBigint(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`not a safe integer: ${text}`)
  return number
}

/**
 * So many queries may follow one on its connection when none is free; the others wait for the first that is. They share a
 * write and their answers a read. Measured, requests for a ticket at 64 connections: 77 µs of Node each, with 1 (or 100,
 * the default) 95. The option is missing from its types.
 */
const PIPELINE = 4
const pipelined: object = { max_pipeline: PIPELINE }

/** See `renewed`: at 10,000 a query takes 2 µs longer. */
const RENEW_AFTER = 10_000

/**
 * postgres.js 3.4.9 keeps its idle and its busy connections in arrays that grow with every query until none is left in
 * them, and searches them at each query: measured, 0.2 µs longer for every thousand before it on a server that is never
 * wholly busy. So, now and then, all of them are.
 */
function renewed(pool: Db, connections: number): Db {
  let sent = 0
  const everyConnection = () =>
    Promise.all(Array.from({ length: connections * (PIPELINE + 1) }, () => pool`select 1`)).catch(() => {})
  const sql = (...given: Parameters<Db>) => {
    sent += 1
    if (sent % RENEW_AFTER === 0) void everyConnection()
    return pool(...given)
  }
  return Object.assign(sql, pool) as Db
}

/**
 * Opens a pool. Instants and dates come as text (kernel/time.ts), `bigint` as number. Prepared statements always;
 * every session thinks in UTC.
 */
export function connect(url: string, options: { connections?: number; name?: string } = {}): Db {
  const connections = options.connections ?? 10
  const pool = postgres(url, {
    ...pipelined,
    max: connections,
    // Sessions are kept: one of them stands for this process (jobs/live-workers.ts).
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { TimeZone: 'UTC', application_name: options.name ?? 'balie' },
    types: {
      instant: {
        to: 1184,
        from: [1184],
        serialize: (value: Date | string) => (value instanceof Date ? value.toISOString() : value),
        parse: (text: string) => text,
      },
      date: { to: 1082, from: [1082], serialize: (text: string) => text, parse: (text: string) => text },
      bigint: { to: 20, from: [20], serialize: String, parse: parseBigint },
    },
  }) as unknown as Db
  return renewed(pool, connections)
}
