import { EventEmitter, once } from 'node:events'
import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Consume, Noted } from '../../../domain/reports/export-rows.ts'
import type { Company, Ctx, Locale } from '../../../kernel/context.ts'
import { BalieError, invalid } from '../../../kernel/errors.ts'
import { dayIn } from '../../../kernel/time.ts'
import { toCsv, type CsvStyle } from '../../../rendering/tables/csv.ts'
import type { Column, Table } from '../../../rendering/tables/table.ts'
import { MAX_XLSX_ROWS, toXlsx } from '../../../rendering/tables/xlsx.ts'
import { contentDisposition } from '../../send-document.ts'
import { exportWords, type ExportWords } from './words/words.ts'

/** At once, in this process and of one company: each holds a connection of the database as long as it is taken. */
const MOST_AT_ONCE = 4
const MOST_OF_ONE = 2
/** Who takes nothing for so long is gone. */
const STALLED_MS = 60_000

export interface Form {
  format: 'csv' | 'xlsx'
  language?: Locale
  separators?: CsvStyle
}

interface Made<Row> {
  what: Noted['what']
  columns: (words: ExportWords, company: Company) => Column<Row>[]
  rows: (ctx: Ctx, consume: Consume<Row>) => Promise<void>
}

/** One that has left lets go a moment later: who asks for the next at once waits so long. */
const WAIT_MS = 3_000

/** Companies whose exports this process is sending. */
const underWay: number[] = []
const places = new EventEmitter().setMaxListeners(0)

/** Waits for a place, and gives back how to leave it. Throws `rate_limited`. */
async function begin(companyId: number): Promise<() => void> {
  const full = () =>
    underWay.length >= MOST_AT_ONCE || underWay.filter((other) => other === companyId).length >= MOST_OF_ONE
  const signal = AbortSignal.timeout(WAIT_MS)
  while (full())
    await once(places, 'left', { signal }).catch(() => {
      throw new BalieError('rate_limited', '', 'Other exports are under way: try again when one is done.', 10)
    })
  underWay.push(companyId)
  return () => {
    underWay.splice(underWay.indexOf(companyId), 1)
    places.emit('left')
  }
}

/** Every value that leaves restarts the wait: who takes nothing any more lets go of the connection. */
async function* watched<Row>(batches: AsyncIterable<Row[]>, stalled: () => void) {
  let wait = setTimeout(stalled, STALLED_MS)
  try {
    for await (const rows of batches) {
      clearTimeout(wait)
      wait = setTimeout(stalled, STALLED_MS)
      yield rows
    }
  } finally {
    clearTimeout(wait)
  }
}

/**
 * Answers with a table as a file that is made as it leaves. What goes wrong before the first row is refused as always; later
 * the connection is cut, so that half a file is never taken for a whole one. `X-Total-Rows` says how many rows there will be.
 */
export async function sendExport<Row extends object>(
  request: FastifyRequest,
  reply: FastifyReply,
  { format, language, separators }: Form,
  { what, columns, rows }: Made<Row>,
): Promise<FastifyReply> {
  const { ctx } = request
  const { company } = ctx
  const locale = language ?? company.locale
  const words = exportWords[locale]
  const end = await begin(company.companyId)
  try {
    await rows(ctx, async ({ total, batches }) => {
      if (format === 'xlsx' && total > MAX_XLSX_ROWS)
        throw invalid(
          'format',
          `holds at most ${MAX_XLSX_ROWS} rows as xlsx; there are ${total}: choose csv, or fewer days`,
        )
      const table: Table<Row> = {
        name: words.sheets[what],
        columns: columns(words, company),
        batches: watched(batches, () => out.destroy(new Error('the export was not taken'))),
      }
      const out =
        format === 'xlsx'
          ? toXlsx(table)
          : Readable.from(toCsv(table, separators ?? (locale === 'en' ? 'comma' : 'semicolon')), {
              objectMode: false,
            })
      reply.headers({
        'content-disposition': contentDisposition(
          `${words.sheets[what]} ${dayIn(ctx.now, company.timeZone)}.${format}`,
        ),
        'x-total-rows': total,
        'content-type':
          format === 'xlsx'
            ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
            : 'text/csv; charset=utf-8; header=present',
      })
      void reply.send(out)
      await finished(out)
    })
  } catch (error) {
    if (!reply.sent) throw error
    request.log.warn({ err: error }, 'an export was cut off')
  } finally {
    end()
  }
  return reply
}
