import { encodeId } from '../../../server/api/mijnklantportaal/ids.ts'
import { createPaymentLink } from '../../../server/domain/payment-links/create-payment-link.ts'
import { startPaymentLinkPayment } from '../../../server/domain/payment-links/start-payment-link-payment.ts'
import { openCheckout } from '../../../server/domain/payments/open-checkout.ts'
import type { Tenant } from '../app.ts'
import { none, type Area, type Pick } from './area.ts'

const link = (pick: Pick) => ({ linkId: pick('paymentLink') })
const publicLink = (pick: Pick) => ({ id: pick('publicPaymentLink') })
const publicInvoice = (pick: Pick) => ({ id: pick('linkInvoice'), token: pick('linkToken') })
const aLink = ({ ctx }: Tenant, description: string) =>
  createPaymentLink(ctx(), { description, amountCents: 1295, reusable: true, expiresAt: null })

/** Payment links, and paying by them and by invoices' links. */
export const payments: Area = {
  nobody: {
    paymentLink: none('plk'),
    publicPaymentLink: none('plk'),
  },
  // Whoever is given the address of a link may pay by it.
  secrets: ['publicPaymentLink'],
  async make(tenant, { externalId }) {
    const closable = await aLink(tenant, `Link ${externalId}`)
    const payable = await aLink(tenant, `Public link ${externalId}`)
    // Something of each kind stands in the tables of payments.
    const given = { id: payable.id, locale: 'en', returnTo: '/' }
    const started = await startPaymentLinkPayment(tenant.ctx(), tenant.payments, given)
    await openCheckout(tenant.ctx(), tenant.payments, started.id)
    return {
      paymentLink: encodeId('paymentLink', closable.id),
      publicPaymentLink: encodeId('paymentLink', payable.id),
    }
  },
  routes: {
    'GET /v1/payment-links': { api: 'v1' },
    'GET /v1/payment-links/:linkId': { api: 'v1', params: link },
    'POST /v1/payment-links': {
      api: 'v1',
      body: () => ({ description: 'Contribution costs', amount: '12.95', reusable: true }),
    },
    'DELETE /v1/payment-links/:linkId': { api: 'v1', params: link, ignoresBody: true },
    'GET /v1/payment-links/:linkId/payments': { api: 'v1', params: link },
    'POST /api/portal/public-invoices/:id/:token/payments': {
      api: 'portal',
      params: publicInvoice,
      ignoresBody: true,
    },
    'POST /public-invoice/:id/pay/:token/payments': {
      api: 'page',
      params: publicInvoice,
      ignoresBody: true,
    },
    'GET /payment-link/:id': { api: 'page', params: publicLink },
    'POST /payment-link/:id': { api: 'page', params: publicLink, ignoresBody: true },
  },
}
