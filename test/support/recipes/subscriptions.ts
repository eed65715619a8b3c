import { encodeId } from '../../../server/api/mijnklantportaal/ids.ts'
import { createSubscription } from '../../../server/domain/subscriptions/create-subscription.ts'
import { none, type Area, type Pick } from './area.ts'

const subscription = (pick: Pick) => ({ subscriptionId: pick('subscription') })

export const subscriptions: Area = {
  nobody: { subscription: none('sub') },
  async make(tenant, { customerId, externalId }) {
    const { id } = await createSubscription(tenant.ctx(), {
      customerId,
      packageId: null,
      description: `Subscription ${externalId}`,
      startsOn: '2030-01-31',
      every: '1 month',
      amountCents: 1295,
      vatRate: 21,
      createInvoice: true,
      invoiceDescription: null,
      createPayment: false,
      mandateId: null,
      followUpFailedPayment: false,
    })
    return { subscription: encodeId('subscription', id) }
  },
  routes: {
    'GET /v1/customer-subscriptions': { api: 'v1' },
    'GET /v1/customer-subscriptions/:subscriptionId': { api: 'v1', params: subscription },
    'GET /v1/customer-subscriptions/:subscriptionId/payments': { api: 'v1', params: subscription },
    'POST /v1/customer-subscriptions': {
      api: 'v1',
      body: (pick) => ({
        customerId: pick('customer'),
        description: 'Contribution costs',
        startDate: '2024-05-04',
        interval: '1 year',
        amount: '12.95',
        vatRate: 21,
        createInvoice: true,
        invoiceDescription: 'Extending subscription',
        createPayment: true,
        paymentIntegrationMandateId: 'mdt_123abc',
        followUpFailedPayment: true,
      }),
    },
    'PATCH /v1/customer-subscriptions/:subscriptionId': {
      api: 'v1',
      params: subscription,
      body: () => ({
        description: 'Other',
        interval: '1 month',
        amount: '13.95',
        vatRate: 9,
        terminatedAt: '2031-07-04 22:01:00',
      }),
    },
    'DELETE /v1/customer-subscriptions/:subscriptionId': {
      api: 'v1',
      params: subscription,
      ignoresBody: true,
    },
  },
}
