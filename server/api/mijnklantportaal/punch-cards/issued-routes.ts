import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { getIssuedPunchCard } from '../../../domain/punch-cards/get-issued-punch-card.ts'
import { issuePunchCard } from '../../../domain/punch-cards/issue-punch-card.ts'
import { listIssuedPunchCards } from '../../../domain/punch-cards/list-issued-punch-cards.ts'
import { startPunchCardSale } from '../../../domain/punch-cards/start-sale.ts'
import { stampPunchCard } from '../../../domain/punch-cards/stamp-punch-card.ts'
import { invalid } from '../../../kernel/errors.ts'
import { idOr404, type Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { decodeId } from '../ids.ts'
import { operation } from '../operation.ts'
import { pageOf, pageQuery, parsePage, presentPage, toPageRequest } from '../paging.ts'
import { presentIssuedPunchCard, presentSale } from './present.ts'
import { issuedPunchCard, newIssuedPunchCard, punchCardSaleStarted, stamp } from './schema.ts'

const tag = 'Punch Cards API'
const cardParameter = { punchCardId: 'The ID of the punch card, starting with `pcd_`.' }
const issuedParameters = {
  ...cardParameter,
  issuedPunchCardId: 'The ID of the issued punch card, starting with `pcb_`.',
}

const cardId = (params: { punchCardId: string }) =>
  idOr404(decodeId('punchCard', params.punchCardId), 'punch_card')
const issuedId = (params: { issuedPunchCardId: string }) =>
  idOr404(decodeId('issuedPunchCard', params.issuedPunchCardId), 'issued_punch_card')

/** The cards that customers have. */
export const issuedPunchCardRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  for (const schema of [issuedPunchCard, punchCardSaleStarted]) app.addSchema(schema)

  app.post(
    '/punch-cards/:punchCardId/issued',
    operation({
      id: 'issue-new-punch-card',
      tag,
      feature: 'punch-cards',
      summary: 'Issue new punch card',
      description: 'Gives a customer a new card.',
      permission: 'punchcards:write',
      params: cardParameter,
      body: newIssuedPunchCard,
      response: ref(issuedPunchCard),
      errors: [404, 422],
    }),
    async ({ ctx, params, body }) => {
      const customerId = decodeId('customer', body.customerId)
      if (customerId === undefined) throw invalid('customerId', 'must be the ID of an existing customer')
      return presentIssuedPunchCard(await issuePunchCard(ctx, cardId(params), customerId), ctx)
    },
  )

  app.post(
    '/punch-cards/:punchCardId/sales',
    operation({
      id: 'sell-punch-card',
      tag,
      feature: 'punch-cards',
      summary: 'Sell punch card',
      description:
        'Asks a customer to pay for a card that is for sale. Its payment issues the card and makes the invoice. An extension.',
      permission: 'punchcards:write',
      params: cardParameter,
      body: newIssuedPunchCard,
      response: ref(punchCardSaleStarted),
      errors: [404, 422],
    }),
    async ({ ctx, params, body }) => {
      const customerId = decodeId('customer', body.customerId)
      if (customerId === undefined) throw invalid('customerId', 'must be the ID of an existing customer')
      const sale = await startPunchCardSale(ctx, deps.payments, cardId(params), customerId)
      return presentSale(sale, ctx, deps.publicUrl())
    },
  )

  app.get(
    '/punch-cards/:punchCardId/issued',
    operation({
      id: 'list-bought-punch-cards',
      tag,
      feature: 'punch-cards',
      summary: 'List issued cards for punch card',
      description: 'The cards issued of the punch card, newest first.',
      permission: 'punchcards:read',
      params: cardParameter,
      querystring: pageQuery,
      response: pageOf(ref(issuedPunchCard), 'The paginated cards'),
      errors: [404],
    }),
    async ({ ctx, params, query }) => {
      const page = parsePage(query)
      const cards = await listIssuedPunchCards(ctx, cardId(params), toPageRequest(page))
      const path = `${deps.publicUrl()}/v1/punch-cards/${params.punchCardId}/issued`
      return presentPage(cards, page, path, (row) => presentIssuedPunchCard(row, ctx))
    },
  )

  app.get(
    '/punch-cards/:punchCardId/issued/:issuedPunchCardId',
    operation({
      id: 'get-bought-punch-card',
      tag,
      feature: 'punch-cards',
      summary: 'Get an issued punch card',
      description: "One customer's card.",
      permission: 'punchcards:read',
      params: issuedParameters,
      response: ref(issuedPunchCard),
      errors: [404],
    }),
    async ({ ctx, params }) =>
      presentIssuedPunchCard(await getIssuedPunchCard(ctx, cardId(params), issuedId(params)), ctx),
  )

  app.post(
    '/punch-cards/:punchCardId/issued/:issuedPunchCardId/stamp',
    operation({
      id: 'stamp-issued-punch-card',
      tag,
      feature: 'punch-cards',
      summary: 'Stamp an issued punch card',
      description: 'Takes punches off a card, all that are asked for or none.',
      permission: 'punchcards:write',
      params: issuedParameters,
      body: stamp,
      response: ref(issuedPunchCard),
      errors: [404, 422],
    }),
    async ({ ctx, params, body }) =>
      presentIssuedPunchCard(await stampPunchCard(ctx, cardId(params), issuedId(params), body.stamps), ctx),
  )
}
