import { parse } from 'postgres-array'

/** Safe integers only: money and counts stay far below 2^53, so anything larger is a fault worth stopping for. */
function parseBigint(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`not a safe integer: ${text}`)
  return number
}

const scalar = <Value, T>(oid: number, serialize: (value: Value) => string, read: (text: string) => T) => ({
  to: oid,
  from: [oid],
  serialize,
  parse: read,
})

/** One-dimensional arrays; `null` elements stay so. */
const array = <Value, T>(oid: number, serialize: (value: Value) => string, read: (text: string) => T) => ({
  to: oid,
  from: [oid],
  serialize: (values: Value[]) =>
    `{${values.map((value) => (value === null ? 'NULL' : `"${serialize(value).replace(/["\\]/g, '\\$&')}"`)).join(',')}}`,
  parse: (text: string) => parse(text, read),
})

const asIs = (text: string) => text
const instant = (value: Date | string) => (value instanceof Date ? value.toISOString() : value)

/**
 * What the driver does with the types that need it. Instants and dates come as text (kernel/time.ts), `bigint` as number.
 * Arrays are named here because the driver's own way to learn them, a query at each connect, ends the process when that
 * connection is lost.
 */
export const types = {
  instant: scalar(1184, instant, asIs),
  instants: array(1185, instant, asIs),
  date: scalar(1082, String, asIs),
  dates: array(1182, String, asIs),
  bigint: scalar(20, String, parseBigint),
  bigints: array(1016, String, parseBigint),
  integers: array(1007, String, Number),
  smallints: array(1005, String, Number),
  booleans: array(1000, String, (text) => text === 't'),
  texts: array(1009, String, asIs),
  uuids: array(2951, String, asIs),
  jsonbs: array(
    3807,
    (value: unknown) => JSON.stringify(value),
    (text) => JSON.parse(text) as unknown,
  ),
}
