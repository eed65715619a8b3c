import { encodeId } from '../../../server/api/mijnklantportaal/ids.ts'
import { createSubscriptionPackage } from '../../../server/domain/subscription-packages/create-subscription-package.ts'
import { none, type Area, type Pick } from './area.ts'

const one = (pick: Pick) => ({ packageId: pick('subscriptionPackage') })
const phone = {
  name: 'Phone subscription',
  interval: '1 year',
  amount: '12.95',
  vatRate: 21,
  description: '1GB per month, 300min per month',
  availableForSale: true,
}

export const subscriptionPackages: Area = {
  nobody: { subscriptionPackage: none('spg') },
  async make(tenant, { externalId }) {
    const { id } = await createSubscriptionPackage(tenant.ctx(), {
      name: `Package ${externalId}`,
      description: null,
      every: '1 month',
      amountCents: 1295,
      vatRate: 21,
      availableForSale: true,
    })
    return { subscriptionPackage: encodeId('subscriptionPackage', id) }
  },
  routes: {
    'GET /v1/customer-subscription-packages': { api: 'v1' },
    'GET /v1/customer-subscription-packages/:packageId': { api: 'v1', params: one },
    'POST /v1/customer-subscription-packages': { api: 'v1', body: () => phone },
    'PATCH /v1/customer-subscription-packages/:packageId': { api: 'v1', params: one, body: () => phone },
    'DELETE /v1/customer-subscription-packages/:packageId': { api: 'v1', params: one, ignoresBody: true },
    'POST /v1/customer-subscription-packages/:packageId/sign-up': {
      api: 'v1',
      params: one,
      body: (pick) => ({
        customerId: pick('customer'),
        startDate: '2024-05-04',
        mandateId: 'mdt_abc12345def678',
        createInvoice: true,
        invoiceText: 'Your phone',
      }),
    },
  },
}
