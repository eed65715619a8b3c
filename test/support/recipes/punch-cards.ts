import { encodeId } from '../../../server/api/mijnklantportaal/ids.ts'
import { createPunchCard } from '../../../server/domain/punch-cards/create-punch-card.ts'
import { issuePunchCard } from '../../../server/domain/punch-cards/issue-punch-card.ts'
import { none, type Area, type Pick } from './area.ts'

const card = (pick: Pick) => ({ punchCardId: pick('punchCard') })
const issuedCard = (pick: Pick) => ({ ...card(pick), issuedPunchCardId: pick('issuedPunchCard') })

export const punchCards: Area = {
  nobody: { punchCard: none('pcd'), 'punchCard.forSale': none('pcd'), issuedPunchCard: none('pcb') },
  async make(tenant, { customerId, externalId }) {
    const aTemplate = (priceCents: number | null) =>
      createPunchCard(tenant.ctx(), {
        name: `Card ${externalId}`,
        description: null,
        punches: 1000,
        punchLabel: 'lessons',
        priceCents,
        vatRate: priceCents === null ? null : 21,
        expiryValue: null,
        expiryPeriod: null,
      })
    const template = await aTemplate(null)
    const sold = await aTemplate(22_995)
    const issued = await issuePunchCard(tenant.ctx(), template.id, customerId)
    return {
      punchCard: encodeId('punchCard', template.id),
      'punchCard.forSale': encodeId('punchCard', sold.id),
      issuedPunchCard: encodeId('issuedPunchCard', issued.id),
    }
  },
  routes: {
    'POST /v1/punch-cards/:punchCardId/sales': {
      api: 'v1',
      params: (pick) => ({ punchCardId: pick('punchCard.forSale') }),
      body: (pick) => ({ customerId: pick('customer') }),
    },
    'GET /v1/punch-cards': { api: 'v1' },
    'GET /v1/punch-cards/:punchCardId': { api: 'v1', params: card },
    'POST /v1/punch-cards': {
      api: 'v1',
      body: () => ({ name: 'Driving lessons', punches: 20, punchLabel: 'lessons' }),
    },
    'PATCH /v1/punch-cards/:punchCardId': { api: 'v1', params: card, body: () => ({ forSale: false }) },
    'POST /v1/punch-cards/:punchCardId/issued': {
      api: 'v1',
      params: card,
      body: (pick) => ({ customerId: pick('customer') }),
    },
    'GET /v1/punch-cards/:punchCardId/issued': { api: 'v1', params: card },
    'GET /v1/punch-cards/:punchCardId/issued/:issuedPunchCardId': { api: 'v1', params: issuedCard },
    'POST /v1/punch-cards/:punchCardId/issued/:issuedPunchCardId/stamp': {
      api: 'v1',
      params: issuedCard,
      body: () => ({ stamps: 1 }),
    },
  },
}
