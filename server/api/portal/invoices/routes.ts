import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { browseInvoices, type BrowseOrder } from '../../../domain/invoices/browse-invoices.ts'
import { deleteDraftInvoice } from '../../../domain/invoices/delete-draft-invoice.ts'
import { listTimeline } from '../../../domain/invoices/list-timeline.ts'
import { sumInvoices } from '../../../domain/invoices/sum-invoices.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { operation } from '../operation.ts'
import { pageFields, pageOf, presentPage, stretchOf } from '../paging.ts'
import { choiceOf } from './choice.ts'
import { presentOverview, presentSums, presentTimelineEntry } from './present.ts'
import {
  choiceFields,
  invoiceQuery,
  invoiceSums,
  staffInvoice,
  staffInvoiceOverview,
  timelineEntry,
} from './schema.ts'
import {
  invoiceParams as params,
  invoiceIdOf as idOf,
  noInvoice as missing,
  showInvoice as show,
} from './show.ts'

/** Which value of a row the rows are ordered by. */
const kindOf = (order: BrowseOrder) =>
  order.endsWith('createdAt') ? 'instant' : order.endsWith('At') ? 'day' : 'cents'

export const staffInvoiceRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app) => {
  for (const schema of [staffInvoice, staffInvoiceOverview, invoiceSums, timelineEntry]) app.addSchema(schema)

  app.get(
    '/invoices',
    operation({
      id: 'list-invoices',
      tag: 'Invoices',
      summary: 'List the invoices',
      description: 'Those that fit all that is asked, in the order that is asked for.',
      permission: 'invoices:read',
      querystring: invoiceQuery,
      response: pageOf(ref(staffInvoiceOverview), 'Some invoices.'),
    }),
    async ({ ctx, query }) => {
      const { sort = '-createdAt' } = query
      const page = await browseInvoices(ctx, choiceOf(query), sort, stretchOf(query, kindOf(sort)))
      return presentPage(page, (row) => presentOverview(row, ctx.company))
    },
  )

  app.get(
    '/invoices/sums',
    operation({
      id: 'sum-invoices',
      tag: 'Invoices',
      summary: 'What invoices add up to',
      description: 'All that fit what is asked, on whatever page.',
      permission: 'invoices:read',
      querystring: Type.Object(choiceFields),
      response: ref(invoiceSums),
    }),
    async ({ ctx, query }) => presentSums(await sumInvoices(ctx, choiceOf(query)), ctx.company),
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

  app.delete(
    '/invoices/:invoiceId',
    operation({
      id: 'delete-draft-invoice',
      tag: 'Invoices',
      summary: 'Delete a draft',
      description: 'An invoice whose import was not transmitted.',
      permission: 'invoices:write',
      params,
      errors: { 404: missing, 409: 'Its import was transmitted, or it was paid.' },
    }),
    async ({ ctx, params: named }, reply) => {
      await deleteDraftInvoice(ctx, idOf(named))
      reply.code(204 as 200)
    },
  )

  app.get(
    '/invoices/:invoiceId/timeline',
    operation({
      id: 'list-timeline',
      tag: 'Invoices',
      summary: 'All that happened to an invoice',
      description: 'Every change, message, payment and letter, and who it was.',
      permission: 'invoices:read',
      params,
      querystring: Type.Object({
        ...pageFields,
        order: Type.Optional(
          Type.Enum(['oldest', 'newest'], { description: 'What comes first; the oldest when left out.' }),
        ),
      }),
      response: pageOf(ref(timelineEntry), 'Some of it.'),
      errors: { 404: missing },
    }),
    async ({ ctx, params: named, query }) =>
      presentPage(await listTimeline(ctx, idOf(named), stretchOf(query), query.order), (row) =>
        presentTimelineEntry(row, ctx.company),
      ),
  )
}
