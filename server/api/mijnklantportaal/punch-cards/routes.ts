import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { createPunchCard } from '../../../domain/punch-cards/create-punch-card.ts'
import { getPunchCard } from '../../../domain/punch-cards/get-punch-card.ts'
import { listPunchCards } from '../../../domain/punch-cards/list-punch-cards.ts'
import { sellPunchCard } from '../../../domain/punch-cards/sell-punch-card.ts'
import { invalid } from '../../../kernel/errors.ts'
import { parseCents } from '../../../kernel/money.ts'
import { idOr404, type Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { decodeId } from '../ids.ts'
import { operation } from '../operation.ts'
import { pageOf, pageQuery, parsePage, presentPage, toPageRequest } from '../paging.ts'
import { issuedPunchCardRoutes } from './issued-routes.ts'
import { presentPunchCard } from './present.ts'
import { newPunchCard, punchCard, punchCardSale } from './schema.ts'

const tag = 'Punch Cards API'
const pathParameters = { punchCardId: 'The ID of the punch card, starting with `pcd_`.' }

const cardId = (params: { punchCardId: string }) =>
  idOr404(decodeId('punchCard', params.punchCardId), 'punch_card')

/** What a card is sold for; price and rate are required when it is for sale, and ignored when it is not. */
function saleOf(body: { forSale?: boolean; price?: string; vatRate?: number }) {
  if (!body.forSale) return undefined
  const priceCents = body.price === undefined ? undefined : parseCents(body.price)
  if (priceCents === undefined || priceCents < 0)
    throw invalid('price', 'must be an amount when the card is for sale')
  if (body.vatRate === undefined) throw invalid('vatRate', 'is required when the card is for sale')
  return { priceCents, vatRate: body.vatRate }
}

export const punchCardRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.addSchema(punchCard)
  await issuedPunchCardRoutes(app, { deps })

  app.get(
    '/punch-cards',
    operation({
      id: 'list-punch-cards',
      tag,
      feature: 'punch-cards',
      summary: 'List punch cards',
      description: 'The punch cards of the portal, newest first.',
      permission: 'punchcards:read',
      querystring: pageQuery,
      response: pageOf(ref(punchCard), 'The paginated punch cards'),
    }),
    async ({ ctx, query }) => {
      const page = parsePage(query)
      const cards = await listPunchCards(ctx, toPageRequest(page))
      return presentPage(cards, page, `${deps.publicUrl()}/v1/punch-cards`, (row) =>
        presentPunchCard(row, ctx),
      )
    },
  )

  app.get(
    '/punch-cards/:punchCardId',
    operation({
      id: 'get-punch-card',
      tag,
      feature: 'punch-cards',
      summary: 'Get punch card',
      description: 'One punch card.',
      permission: 'punchcards:read',
      params: pathParameters,
      response: ref(punchCard),
      errors: [404],
    }),
    async ({ ctx, params }) => presentPunchCard(await getPunchCard(ctx, cardId(params)), ctx),
  )

  app.post(
    '/punch-cards',
    operation({
      id: 'create-punch-card',
      tag,
      feature: 'punch-cards',
      summary: 'Create punch card',
      description: 'Makes a template that cards are issued of.',
      permission: 'punchcards:write',
      body: newPunchCard,
      response: ref(punchCard),
      errors: [422],
    }),
    async ({ ctx, body }) => {
      const { name, punches, punchLabel, description = null, expiryValue = null, expirePeriod = null } = body
      if ((expiryValue === null) !== (expirePeriod === null))
        throw invalid(expiryValue === null ? 'expiryValue' : 'expirePeriod', 'is required beside the other')
      const sale = saleOf(body) ?? { priceCents: null, vatRate: null }
      const input = {
        name,
        punches,
        punchLabel,
        description,
        expiryValue,
        expiryPeriod: expirePeriod,
        ...sale,
      }
      return presentPunchCard(await createPunchCard(ctx, input), ctx)
    },
  )

  app.patch(
    '/punch-cards/:punchCardId',
    operation({
      id: 'edit-punch-card',
      tag,
      feature: 'punch-cards',
      summary: 'Edit punch card',
      description: 'Puts the punch card up for sale or takes it off; nothing else of it can be changed.',
      permission: 'punchcards:write',
      params: pathParameters,
      body: punchCardSale,
      response: ref(punchCard),
      errors: [404, 422],
    }),
    async ({ ctx, params, body }) =>
      presentPunchCard(await sellPunchCard(ctx, cardId(params), saleOf(body)), ctx),
  )
}
