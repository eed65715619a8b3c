import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import Type from 'typebox'
import { getCustomer } from '../../../domain/customers/get-customer.ts'
import { summarizeCustomer } from '../../../domain/customers/summarize-customer.ts'
import { listCardsOfCustomer } from '../../../domain/punch-cards/list-cards-of-customer.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { pathId } from '../ids.ts'
import { operation } from '../operation.ts'
import { pageFields, pageOf, presentPage, stretchOf } from '../paging.ts'
import { presentPunchCard, presentSummary } from './present.ts'
import { customerPunchCard, customerSummary } from './schema.ts'

const params = { customerId: 'The ID of the customer, starting with `cst_`.' }
const idOf = (named: { customerId: string }) => pathId('customer', named.customerId, 'customer')

/** What `/v1` does not tell of a customer at once. */
export const staffCustomerRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app) => {
  for (const schema of [customerSummary, customerPunchCard]) app.addSchema(schema)

  app.get(
    '/customers/:customerId/summary',
    operation({
      id: 'summarize-customer',
      tag: 'Customers',
      summary: 'How much there is of everything about a customer',
      description: 'Counts of invoices, offers and the rest, and what is outstanding.',
      permission: 'customers:read',
      params,
      response: ref(customerSummary),
      errors: { 404: 'There is no such customer.' },
    }),
    async ({ ctx, params: named }) => presentSummary(await summarizeCustomer(ctx, idOf(named)), ctx.company),
  )

  app.get(
    '/customers/:customerId/punch-cards',
    operation({
      id: 'list-customer-punch-cards',
      tag: 'Customers',
      summary: 'The punch cards that a customer was given',
      description: 'Of whatever kind, newest first.',
      permission: 'punchcards:read',
      feature: 'punch-cards',
      params,
      querystring: Type.Object(pageFields),
      response: pageOf(ref(customerPunchCard), 'Some cards.'),
      errors: { 404: 'There is no such customer.' },
    }),
    async ({ ctx, params: named, query }) => {
      const customerId = idOf(named)
      await getCustomer(ctx, customerId)
      return presentPage(await listCardsOfCustomer(ctx, customerId, stretchOf(query)), (row) =>
        presentPunchCard(row, ctx),
      )
    },
  )
}
