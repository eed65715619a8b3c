import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import Type from 'typebox'
import { askPayouts } from '../../../domain/payouts/ask-payouts.ts'
import { getPayoutState } from '../../../domain/payouts/get-payout-state.ts'
import { getPayout } from '../../../domain/payouts/get-payout.ts'
import { listAwaiting } from '../../../domain/payouts/list-awaiting.ts'
import { listPayoutEntries } from '../../../domain/payouts/list-payout-entries.ts'
import { listPayouts } from '../../../domain/payouts/list-payouts.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { pathId } from '../ids.ts'
import { operation } from '../operation.ts'
import { pageFields, pageOf, presentPage, stretchOf } from '../paging.ts'
import { presentAwaiting, presentPayout, presentPayoutEntry, presentPayoutState } from './present.ts'
import { awaitingPayment, payout, payoutEntry, payoutState } from './schema.ts'

const querystring = Type.Object(pageFields)
const one = {
  params: { payoutId: 'The ID of the payout, starting with `pyt_`.' },
  errors: { 404: 'There is no such payout.' },
}

/** What payment providers paid to the company's bank account. */
export const payoutRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  for (const schema of [payout, payoutEntry, awaitingPayment, payoutState]) app.addSchema(schema)

  app.get(
    '/money/payouts',
    operation({
      id: 'list-payouts',
      tag: 'Money',
      summary: 'Payouts',
      description: 'What payment providers paid to the bank account, and will; the newest first.',
      permission: 'invoices:read',
      querystring,
      response: pageOf(ref(payout), 'Some payouts.'),
    }),
    async ({ ctx, query }) =>
      presentPage(await listPayouts(ctx, stretchOf(query)), (row) => presentPayout(row, ctx.company)),
  )

  app.get(
    '/money/payouts/:payoutId',
    operation({
      id: 'get-payout',
      tag: 'Money',
      summary: 'One payout',
      description: 'With what is in it by kind, and whether that adds up to it.',
      permission: 'invoices:read',
      ...one,
      response: ref(payout),
    }),
    async ({ ctx, params }) =>
      presentPayout(await getPayout(ctx, pathId('payout', params.payoutId, 'payout')), ctx.company),
  )

  app.get(
    '/money/payouts/:payoutId/entries',
    operation({
      id: 'list-payout-entries',
      tag: 'Money',
      summary: 'What is in a payout',
      description: 'Payments, what went back, and what the provider kept, in the order in which it happened.',
      permission: 'invoices:read',
      ...one,
      querystring,
      response: pageOf(ref(payoutEntry), 'Some entries.'),
    }),
    async ({ ctx, params, query }) =>
      presentPage(
        await listPayoutEntries(ctx, pathId('payout', params.payoutId, 'payout'), stretchOf(query)),
        (row) => presentPayoutEntry(row, ctx.company),
      ),
  )

  app.get(
    '/money/awaiting-payout',
    operation({
      id: 'list-awaiting-payout',
      tag: 'Money',
      summary: 'Payments that wait for their payout',
      description: 'Paid, and in no payout that was paid out; what was paid first comes first.',
      permission: 'invoices:read',
      querystring,
      response: pageOf(ref(awaitingPayment), 'Some payments.'),
    }),
    async ({ ctx, query }) =>
      presentPage(await listAwaiting(ctx, stretchOf(query)), (row) => presentAwaiting(row, ctx.company)),
  )

  app.get(
    '/money/payout-state',
    operation({
      id: 'get-payout-state',
      tag: 'Money',
      summary: 'How well the payouts are known',
      description: 'When the provider was last asked, what it said, and what waits for its payout.',
      permission: 'invoices:read',
      response: ref(payoutState),
    }),
    async ({ ctx }) => presentPayoutState(await getPayoutState(ctx, deps.payments), ctx.company),
  )

  app.post(
    '/money/payout-state/look',
    operation({
      id: 'look-for-payouts',
      tag: 'Money',
      summary: 'Ask the provider now',
      description: 'It is asked every day by itself. `get-payout-state` says when it was done.',
      permission: 'invoices:write',
    }),
    async ({ ctx }, reply) => {
      await askPayouts(ctx)
      reply.code(204 as 200)
    },
  )
}
