import postgres from 'postgres'
import type { Db } from '../kernel/context.ts'

/** Safe integers only: money and counts stay far below 2^53, so anything larger is a fault worth stopping for. */
function parseBigint(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`not a safe integer: ${text}`)
  return number
}

/**
 * A query waits for a free connection, not behind another query on a busy one. Nor do postgres.js' lists of connections
 * grow then: 3.4.9 searches them at every query, 0.25 µs longer for every thousand before it under steady load. The option
 * is missing from its types.
 */
const oneAtATime: object = { max_pipeline: 1 }

/**
 * Opens a pool. Instants and dates come as text (kernel/time.ts), `bigint` as number. Prepared statements always;
 * every session thinks in UTC.
 */
export function connect(url: string, options: { connections?: number; name?: string } = {}): Db {
  return postgres(url, {
    ...oneAtATime,
    max: options.connections ?? 10,
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
}
