import type { Static } from 'typebox'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { InvoiceChoice } from '../../../domain/invoices/invoice-choice.ts'
import { exportInvoices } from '../../../domain/reports/export-invoices.ts'
import { invalid } from '../../../kernel/errors.ts'
import { parseDate } from '../../../kernel/time.ts'
import type { Deps } from '../../edge.ts'
import { decodeId } from '../ids.ts'
import { invoiceColumns } from './invoice-columns.ts'
import { daysOf, declared } from './declared.ts'
import { invoicesExport } from './schema.ts'
import { sendExport } from './send.ts'

function idOf(kind: 'import' | 'customer', id: string | undefined, field: string): string | undefined {
  const decoded = id === undefined ? undefined : decodeId(kind, id)
  if (id !== undefined && decoded === undefined) throw invalid(field, 'must be an ID')
  return decoded
}

/** Throws `invalid`. */
function choiceOf(body: Static<typeof invoicesExport>): InvoiceChoice {
  const { state, q, dueFrom, dueTo } = body
  for (const [field, day] of Object.entries({ dueFrom, dueTo }))
    if (day !== undefined && parseDate(day) === undefined)
      throw invalid(field, 'must be a date that exists, as YYYY-mm-dd')
  const batchId = idOf('import', body.importId, 'importId')
  const customerId = idOf('customer', body.customerId, 'customerId')
  return {
    ...(state === undefined ? {} : { state }),
    ...(batchId === undefined ? {} : { batchId }),
    ...(customerId === undefined ? {} : { customerId }),
    ...(q === undefined ? {} : { words: q }),
    ...(dueFrom === undefined ? {} : { dueFrom }),
    ...(dueTo === undefined ? {} : { dueTo }),
  }
}

/** Invoices as a file, chosen as the list chooses them. */
export const invoiceExportRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app) => {
  app.post(
    '/exports/invoices',
    declared('invoices', 'invoices:read', invoicesExport, 'Those issued in the days that fit, one to a row.'),
    (request, reply) =>
      sendExport(request, reply, request.body, {
        what: 'invoices',
        columns: invoiceColumns,
        rows: (ctx, consume) =>
          exportInvoices(
            ctx,
            { format: request.body.format, days: daysOf(request.body), choice: choiceOf(request.body) },
            consume,
          ),
      }),
  )
}
