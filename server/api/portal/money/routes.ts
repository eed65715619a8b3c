import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { setSeason } from '../../../domain/companies/set-season.ts'
import { getAttention } from '../../../domain/reports/get-attention.ts'
import { getCollected } from '../../../domain/reports/get-collected.ts'
import { getOutstanding } from '../../../domain/reports/get-outstanding.ts'
import { listAgeing, type AfterAgeing } from '../../../domain/reports/list-ageing.ts'
import { listFailedPayments } from '../../../domain/reports/list-failed-payments.ts'
import { listProviderDays } from '../../../domain/reports/list-provider-days.ts'
import { getSeason } from '../../../domain/reports/season.ts'
import { invalid } from '../../../kernel/errors.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { operation } from '../operation.ts'
import { DEFAULT_SIZE, pageOf } from '../paging.ts'
import {
  presentAgeing,
  presentAgeingRow,
  presentAttentionItem,
  presentCollected,
  presentFailedPayment,
  presentProviderTakings,
} from './present.ts'
import {
  ageingQuery,
  ageingRow,
  attention,
  changedSeason,
  collected,
  collectedQuery,
  failedPayments,
  outstanding,
  outstandingQuery,
  providerTakings,
  season,
  stretchQuery,
} from './schema.ts'

/** `-1295.0198…`: the total and the id of a row. Throws `invalid`. */
function afterOf(cursor: string | undefined): AfterAgeing | undefined {
  if (cursor === undefined) return undefined
  const [total = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ')
  if (!/^-?\d{1,15}$/.test(total) || !isUuid(id))
    throw invalid('cursor', 'must be the nextCursor of a page of this list')
  return { totalCents: Number(total), id }
}

/** What the company has outstanding, what it collected, and what needs attention. */
export const moneyRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app) => {
  for (const schema of [
    outstanding,
    ageingRow,
    collected,
    season,
    providerTakings,
    failedPayments,
    attention,
  ])
    app.addSchema(schema)

  app.get(
    '/attention',
    operation({
      id: 'get-attention',
      tag: 'Money',
      summary: 'What needs attention today',
      description:
        'Questions that wait, what is overdue, failed payments, imports to transmit and the like, and what a new company has still to do.',
      permission: 'invoices:read',
      response: ref(attention),
    }),
    async ({ ctx }) => {
      const { items, beginning } = await getAttention(ctx)
      return {
        currency: ctx.company.currency,
        items: items.map((item) => presentAttentionItem(item, ctx.company)),
        beginning,
      }
    },
  )

  app.get(
    '/money/outstanding',
    operation({
      id: 'get-outstanding',
      tag: 'Money',
      summary: 'What is outstanding, by age',
      description:
        'From the ledger, as it was at the end of a day on the company’s clock. Invoices count from their issue day, once they were transmitted.',
      permission: 'invoices:read',
      querystring: outstandingQuery,
      response: ref(outstanding),
    }),
    async ({ ctx, query }) => {
      const report = await getOutstanding(ctx, query.asOf)
      return { asOf: report.asOf, currency: ctx.company.currency, ...presentAgeing(report) }
    },
  )

  app.get(
    '/money/ageing',
    operation({
      id: 'list-ageing',
      tag: 'Money',
      summary: 'What is outstanding per customer or import, by age',
      description: 'At the end of a day on the company’s clock, most first.',
      permission: 'invoices:read',
      querystring: ageingQuery,
      response: pageOf(ref(ageingRow), 'Some rows.'),
    }),
    async ({ ctx, query: { asOf, by = 'customer', cursor, limit = DEFAULT_SIZE } }) => {
      const { rows, more } = await listAgeing(ctx, { asOf, by }, { after: afterOf(cursor), limit })
      const last = rows.at(-1)
      return {
        data: rows.map((row) => presentAgeingRow(row, by)),
        nextCursor: more && last ? Buffer.from(`${last.totalCents} ${last.id}`).toString('base64url') : null,
      }
    },
  )

  app.get(
    '/money/collected',
    operation({
      id: 'get-collected',
      tag: 'Money',
      summary: 'What was collected, beside a year before',
      description:
        'Month by month or week by week, by method, with chargebacks, refunds and fees. Compared day by day from the first of each.',
      permission: 'invoices:read',
      querystring: collectedQuery,
      response: ref(collected),
    }),
    async ({ ctx, query: { from, to, by = 'month' } }) =>
      presentCollected(await getCollected(ctx, { from, to, by }), ctx.company),
  )

  app.get(
    '/money/providers',
    operation({
      id: 'list-provider-days',
      tag: 'Money',
      summary: 'What came in by payment providers, day by day',
      description:
        'Payments and what went back, before the provider’s own fees; what it paid out is in `list-payouts`.',
      permission: 'invoices:read',
      querystring: stretchQuery,
      response: ref(providerTakings),
    }),
    async ({ ctx, query }) => presentProviderTakings(await listProviderDays(ctx, query), ctx.company),
  )

  app.get(
    '/money/failed-payments',
    operation({
      id: 'list-failed-payments',
      tag: 'Money',
      summary: 'Payments that failed',
      description:
        'In the last 30 days, the last of each thing that was to be paid, as long as nobody has paid it in another way.',
      permission: 'invoices:read',
      response: ref(failedPayments),
    }),
    async ({ ctx }) => ({
      currency: ctx.company.currency,
      data: (await listFailedPayments(ctx)).map((payment) => presentFailedPayment(payment, ctx.company)),
    }),
  )

  app.get(
    '/money/season',
    operation({
      id: 'get-season',
      tag: 'Money',
      summary: 'The season that the company is in',
      description: 'Twelve months from the first of the month that the company chose; January until it did.',
      permission: 'invoices:read',
      response: ref(season),
    }),
    async ({ ctx }) => getSeason(ctx),
  )

  app.put(
    '/money/season',
    operation({
      id: 'set-season',
      tag: 'Money',
      summary: 'Choose when seasons begin',
      description: 'What reports compare; nothing else depends on it.',
      permission: 'company:write',
      body: changedSeason,
      response: ref(season),
    }),
    async ({ ctx, body }) => {
      await setSeason(ctx, body.startMonth)
      return getSeason(ctx)
    },
  )
}
