import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { browseInvoices } from '../../../domain/invoices/browse-invoices.ts'
import { listTimeline } from '../../../domain/invoices/list-timeline.ts'
import { invalid } from '../../../kernel/errors.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { decodeId } from '../ids.ts'
import { operation } from '../operation.ts'
import { pageFields, pageOf, presentPage, stretchOf } from '../paging.ts'
import { presentOverview, presentTimelineEntry } from './present.ts'
import { invoiceQuery, staffInvoice, staffInvoiceOverview, timelineEntry } from './schema.ts'
import {
  invoiceParams as params,
  invoiceIdOf as idOf,
  noInvoice as missing,
  showInvoice as show,
} from './show.ts'

/** An id of a query: one that cannot be any names nothing. Throws `invalid`. */
function queryId(kind: 'import' | 'customer', id: string | undefined, field: string): string | undefined {
  const decoded = id === undefined ? undefined : decodeId(kind, id)
  if (id !== undefined && decoded === undefined) throw invalid(field, 'must be an ID')
  return decoded
}

export const staffInvoiceRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app) => {
  for (const schema of [staffInvoice, staffInvoiceOverview, timelineEntry]) app.addSchema(schema)

  app.get(
    '/invoices',
    operation({
      id: 'list-invoices',
      tag: 'Invoices',
      summary: 'List the invoices',
      description: 'Newest first, those that fit all that is asked.',
      permission: 'invoices:read',
      querystring: invoiceQuery,
      response: pageOf(ref(staffInvoiceOverview), 'Some invoices.'),
    }),
    async ({ ctx, query }) => {
      const batchId = queryId('import', query.importId, 'importId')
      const customerId = queryId('customer', query.customerId, 'customerId')
      const choice = {
        ...(query.state === undefined ? {} : { state: query.state }),
        ...(batchId === undefined ? {} : { batchId }),
        ...(customerId === undefined ? {} : { customerId }),
        ...(query.q === undefined ? {} : { words: query.q }),
      }
      return presentPage(await browseInvoices(ctx, choice, stretchOf(query)), (row) =>
        presentOverview(row, ctx.company),
      )
    },
  )

  app.get(
    '/invoices/:invoiceId',
    operation({
      id: 'get-invoice',
      tag: 'Invoices',
      summary: 'Show an invoice',
      description: 'With its ledger, the conversation about it, and how far its collection is.',
      permission: 'invoices:read',
      params,
      response: ref(staffInvoice),
      errors: { 404: missing },
    }),
    async ({ ctx, params: named }) => show(ctx, idOf(named)),
  )

  app.get(
    '/invoices/:invoiceId/timeline',
    operation({
      id: 'list-timeline',
      tag: 'Invoices',
      summary: 'All that happened to an invoice',
      description: 'Every change, message, payment and letter, oldest first, and who it was.',
      permission: 'invoices:read',
      params,
      querystring: Type.Object(pageFields),
      response: pageOf(ref(timelineEntry), 'Some of it.'),
      errors: { 404: missing },
    }),
    async ({ ctx, params: named, query }) =>
      presentPage(await listTimeline(ctx, idOf(named), stretchOf(query)), (row) =>
        presentTimelineEntry(row, ctx.company),
      ),
  )
}
