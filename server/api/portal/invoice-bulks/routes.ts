import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Bulk } from '../../../domain/invoice-bulks/bulk.ts'
import { cancelBulk } from '../../../domain/invoice-bulks/cancel-bulk.ts'
import {
  getBulk,
  listBulkFailures,
  listBulks,
  type BulkFailure,
} from '../../../domain/invoice-bulks/get-bulk.ts'
import { startBulk } from '../../../domain/invoice-bulks/start-bulk.ts'
import type { Company } from '../../../kernel/context.ts'
import { formatAtom } from '../../../kernel/time.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { encodeId, pathId } from '../ids.ts'
import { orNull } from '../imports/present.ts'
import { operation } from '../operation.ts'
import { pageFields, pageOf, presentPage, stretchOf } from '../paging.ts'
import { actionOf, selectionOf } from './parse.ts'
import { bulk, bulkFailure, newBulk } from './schema.ts'

const params = { bulkId: 'The ID of it, starting with `blk_`.' }
const missing = 'There is no such thing.'
const idOf = ({ bulkId }: { bulkId: string }) => pathId('bulk', bulkId, 'bulk')

const present = (one: Bulk, company: Company) => ({
  id: encodeId('bulk', one.id),
  action: one.action,
  state: one.state,
  total: one.total,
  done: one.done,
  failed: one.failed,
  by: one.by,
  createdAt: formatAtom(one.createdAt, company.timeZone),
  endedAt: orNull(one.endedAt, company),
})

const presentFailure = ({ id, externalNumber, reason, message }: BulkFailure) => ({
  invoiceId: encodeId('invoice', id),
  invoiceNumber: externalNumber,
  reason,
  message,
})

/** What is done to many invoices at once. */
export const invoiceBulkRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app) => {
  for (const schema of [bulk, bulkFailure]) app.addSchema(schema)

  app.get(
    '/invoice-bulks',
    operation({
      id: 'list-invoice-bulks',
      tag: 'Invoices',
      summary: 'What was done to many invoices',
      description: 'Newest first; what runs yet too.',
      permission: 'invoices:read',
      querystring: Type.Object(pageFields),
      response: pageOf(ref(bulk), 'Some of it.'),
    }),
    async ({ ctx, query }) =>
      presentPage(await listBulks(ctx, stretchOf(query)), (one) => present(one, ctx.company)),
  )

  app.post(
    '/invoice-bulks',
    operation({
      id: 'start-invoice-bulk',
      tag: 'Invoices',
      summary: 'Do something to many invoices',
      description:
        'Begins it; it goes on by itself, each invoice by itself. To write, one must be allowed to answer questions; for the rest, to change invoices.',
      permission: 'tickets:write',
      body: newBulk,
      response: ref(bulk),
      errors: { 409: 'More or fewer invoices fit than were seen, or none.' },
    }),
    async ({ ctx, body }) =>
      present(await startBulk(ctx, selectionOf(body), actionOf(body, ctx.company.timeZone)), ctx.company),
  )

  app.get(
    '/invoice-bulks/:bulkId',
    operation({
      id: 'get-invoice-bulk',
      tag: 'Invoices',
      summary: 'How far it is',
      description: 'As it is now.',
      permission: 'invoices:read',
      params,
      response: ref(bulk),
      errors: { 404: missing },
    }),
    async ({ ctx, params: named }) => present(await getBulk(ctx, idOf(named)), ctx.company),
  )

  app.get(
    '/invoice-bulks/:bulkId/failures',
    operation({
      id: 'list-invoice-bulk-failures',
      tag: 'Invoices',
      summary: 'What could not be done',
      description: 'Each invoice that refused, and why.',
      permission: 'invoices:read',
      params,
      querystring: Type.Object(pageFields),
      response: pageOf(ref(bulkFailure), 'Some of them.'),
      errors: { 404: missing },
    }),
    async ({ ctx, params: named, query }) =>
      presentPage(await listBulkFailures(ctx, idOf(named), stretchOf(query)), presentFailure),
  )

  app.post(
    '/invoice-bulks/:bulkId/cancel',
    operation({
      id: 'cancel-invoice-bulk',
      tag: 'Invoices',
      summary: 'Leave the rest as it is',
      description: 'What was done stays done; once this has answered, no more is.',
      permission: 'tickets:write',
      params,
      response: ref(bulk),
      errors: { 404: missing, 409: 'It has ended.' },
    }),
    async ({ ctx, params: named }) => present(await cancelBulk(ctx, idOf(named)), ctx.company),
  )
}
