import type { Case } from './cases.ts'
import type { HttpResult } from './measure.ts'
import type { PgbenchResult } from './pgbench.ts'
import type { Memory } from './server.ts'
import type { Startup } from './startup.ts'
import { median } from './statistics.ts'

/** One round of one case at one size. */
export interface Sample {
  http: HttpResult
  pgbench: PgbenchResult & { clients: number }
}

/** All rounds of one case, by number of tickets. */
export interface Measured {
  one: Case
  samples: Map<number, Sample[]>
}

export interface Line {
  name: string
  title: string
  tickets: number
  http: HttpResult
  pgbench: PgbenchResult
  /** Requests per second to transactions per second. */
  ratio: number
  ratioFloor?: number
  /** Time per request here to that at the smallest size: 1 is no growth. */
  growth?: number
  /** Time per request of a far page to that of the first one. */
  toFirstPage?: number
}

export const MOST_GROWTH = 1.5
export const MOST_TO_FIRST_PAGE = 3

const medianOf = <Result extends object>(results: Result[]): Result =>
  Object.fromEntries(
    Object.keys(results[0]!).map((key) => [
      key,
      median(results.map((result) => Number(result[key as keyof Result]))),
    ]),
  ) as Result

/** Of what is compared, the rounds are: their noise is shared. */
const ratioOf = (above: Sample[], below: Sample[]): number =>
  median(above.map(({ http }, i) => http.perSecond / below[i]!.http.perSecond))

export function toLines(all: Measured[]): Line[] {
  return all.flatMap(({ one, samples }) => {
    const smallest = Math.min(...samples.keys())
    const first = all.find((other) => other.one.name === one.name.replace(/-\d+$/, ''))
    return [...samples].map(([tickets, rounds]): Line => {
      const far = first !== undefined && first.one !== one ? first.samples.get(tickets) : undefined
      return {
        name: one.name,
        title: one.title,
        tickets,
        http: medianOf(rounds.map(({ http }) => http)),
        pgbench: medianOf(rounds.map(({ pgbench }) => pgbench)),
        ratio: median(rounds.map(({ http, pgbench }) => http.perSecond / pgbench.perSecond)),
        ...(one.ratioFloor === undefined ? {} : { ratioFloor: one.ratioFloor }),
        ...(tickets === smallest ? {} : { growth: ratioOf(samples.get(smallest)!, rounds) }),
        ...(far ? { toFirstPage: ratioOf(far, rounds) } : {}),
      }
    })
  })
}

const whole = (value: number) => Math.round(value).toLocaleString('en')
const against = (value: number, met: boolean) => `${value.toFixed(2)}${met ? '' : ' ✗'}`

/** Markdown, readable as it is. A ✗ is a floor that is missed. */
export function toTable(lines: Line[]): string {
  const heads = [
    'operation',
    'tickets',
    'requests/s',
    'p50 ms',
    'p99 ms',
    'CPU µs: node',
    'postgres',
    'pgbench/s',
    'ratio',
    'at least',
    'growth',
  ]
  const rows = lines.map((line) => [
    line.title,
    whole(line.tickets),
    whole(line.http.perSecond),
    line.http.p50Ms.toFixed(1),
    line.http.p99Ms.toFixed(1),
    whole(line.http.nodeUs),
    whole(line.http.postgresUs),
    whole(line.pgbench.perSecond),
    against(line.ratio, line.ratio >= (line.ratioFloor ?? 0)),
    line.ratioFloor?.toFixed(2) ?? '',
    line.toFirstPage !== undefined
      ? `${against(line.toFirstPage, line.toFirstPage <= MOST_TO_FIRST_PAGE)} of page 1`
      : line.growth === undefined
        ? ''
        : against(line.growth, line.growth <= MOST_GROWTH),
  ])
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i]!.length)))
  const print = (cells: string[]) =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join(' | ')} |`
  const rule = widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  return [print(heads), print(rule), ...rows.map(print)].join('\n')
}

const megabytes = ({ nodeMb, postgresMb }: Memory) =>
  `${Math.round(nodeMb)} MB Node, ${Math.round(postgresMb)} MB Postgres`

export const toMemory = (startup: Startup, loaded: Map<number, Memory>): string =>
  [
    `Start-up to ready: cold (initdb and migrations) ${whole(startup.coldMs)} ms, warm ${whole(startup.warmMs)} ms.`,
    `Memory just started: ${megabytes(startup.idle)}.`,
    ...[...loaded].map(
      ([tickets, memory]) => `Memory after the load, ${whole(tickets)} tickets: ${megabytes(memory)}.`,
    ),
  ].join('\n')
