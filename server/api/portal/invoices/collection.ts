import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { disputeLine } from '../../../domain/collection/dispute-line.ts'
import { pauseCollection } from '../../../domain/collection/pause-collection.ts'
import { resumeCollection } from '../../../domain/collection/resume-collection.ts'
import { settleDispute } from '../../../domain/collection/settle-dispute.ts'
import { invalid } from '../../../kernel/errors.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { decodeId, pathId } from '../ids.ts'
import { operation } from '../operation.ts'
import { dispute, outcome, reason, staffInvoice } from './schema.ts'
import {
  invoiceParams as params,
  invoiceIdOf as idOf,
  noInvoice as missing,
  showInvoice as show,
} from './show.ts'

/** How the staff steers the collection of one invoice. Each answers with the invoice as it is then. */
export const invoiceCollectionRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app) => {
  app.post(
    '/invoices/:invoiceId/pause',
    operation({
      id: 'pause-collection',
      tag: 'Invoices',
      summary: 'Pause',
      description:
        'No more is sent by itself until somebody lets it go on; everybody who sees the invoice sees why.',
      permission: 'invoices:write',
      params,
      body: reason,
      response: ref(staffInvoice),
      errors: { 404: missing, 409: 'It is paused already, or nothing is collected.' },
    }),
    async ({ ctx, params: named, body }) => {
      const id = idOf(named)
      await pauseCollection(ctx, id, body.reason)
      return show(ctx, id)
    },
  )

  app.post(
    '/invoices/:invoiceId/resume',
    operation({
      id: 'resume-collection',
      tag: 'Invoices',
      summary: 'Let it go on',
      description: 'Where it stood: what was left of the wait is still to be waited.',
      permission: 'invoices:write',
      params,
      response: ref(staffInvoice),
      errors: { 404: missing, 409: 'It is not paused.' },
    }),
    async ({ ctx, params: named }) => {
      const id = idOf(named)
      await resumeCollection(ctx, id)
      return show(ctx, id)
    },
  )

  app.post(
    '/invoices/:invoiceId/disputes',
    operation({
      id: 'dispute-line',
      tag: 'Invoices',
      summary: 'Note that a line is not accepted',
      description: 'Its amount is not asked for until that is settled; the rest is.',
      permission: 'invoices:write',
      params,
      body: dispute,
      response: ref(staffInvoice),
      errors: { 404: missing, 409: 'It is disputed already, or asks for nothing.' },
    }),
    async ({ ctx, params: named, body }) => {
      const id = idOf(named)
      const line = decodeId('line', body.lineId)
      if (line === undefined) throw invalid('lineId', 'must be the ID of a line')
      await disputeLine(ctx, id, line, body.reason)
      return show(ctx, id)
    },
  )

  app.post(
    '/invoices/:invoiceId/disputes/:disputeId/settle',
    operation({
      id: 'settle-dispute',
      tag: 'Invoices',
      summary: 'Settle it',
      description: 'The amount is asked for again, unless a credit has taken it off.',
      permission: 'invoices:write',
      params: { ...params, disputeId: 'The ID of the dispute, starting with `dsp_`.' },
      body: outcome,
      response: ref(staffInvoice),
      errors: { 404: 'There is no such invoice, or no such open dispute.' },
    }),
    async ({ ctx, params: named, body }) => {
      const id = idOf(named)
      await settleDispute(ctx, id, pathId('dispute', named.disputeId, 'line_dispute'), body.outcome)
      return show(ctx, id)
    },
  )
}
