import { encodeId } from '../../../server/api/mijnklantportaal/ids.ts'
import { createManualOffer } from '../../../server/domain/offers/create-manual-offer.ts'
import type { Tenant } from '../app.ts'
import { aPng } from '../png.ts'
import { none, type Area, type Pick } from './area.ts'

const offer = (pick: Pick) => ({ offerId: pick('offer') })
const link = (pick: Pick) => ({ id: pick('linkOffer'), token: pick('offerToken') })

const anOffer = (tenant: Tenant, customerId: string, number: string) =>
  createManualOffer(tenant.ctx(), {
    customerId,
    number,
    issuedOn: '2026-11-01',
    expiresOn: '2027-11-01',
    lines: [{ description: `Line ${number}`, netCents: 1295, vatRate: 21 }],
  })

const about = (pick: Pick) => ({
  customerId: pick('customer'),
  offerNumber: '2026-001',
  issuedAt: '2026-11-01',
  expiresAt: '2026-11-30',
})

export const offers: Area = {
  nobody: {
    offer: none('off'),
    idleOffer: none('off'),
    linkOffer: none('off'),
    offerToken: `1-${'x'.repeat(24)}`,
  },
  async make(tenant, { customerId, externalId }) {
    const made = await anOffer(tenant, customerId, `Offer ${externalId}`)
    const idle = await anOffer(tenant, customerId, `Idle ${externalId}`)
    const linked = await anOffer(tenant, customerId, `Linked ${externalId}`)
    return {
      offer: encodeId('offer', made.id),
      // Nobody else answers or reads this one.
      idleOffer: encodeId('offer', idle.id),
      linkOffer: encodeId('offer', linked.id),
      offerToken: linked.linkToken,
    }
  },
  routes: {
    'GET /v1/customer-offers': { api: 'v1' },
    'GET /v1/customer-offers/:offerId': { api: 'v1', params: offer },
    'GET /v1/customer-offers/:offerId/pdf': { api: 'v1', params: offer },
    'POST /v1/customer-offers/manual': {
      api: 'v1',
      body: (pick) => ({
        ...about(pick),
        lines: [{ description: 'Website template', amountExclVat: '12.95', vatRate: 21 }],
        sendNotification: true,
      }),
    },
  },
}
