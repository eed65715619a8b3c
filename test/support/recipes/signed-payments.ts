import { addRedirectHost } from '../../../server/domain/access/redirect-hosts.ts'
import { partnerMethods } from '../../../server/domain/partner-payments/partner-payment.ts'
import { startPartnerPayment } from '../../../server/domain/partner-payments/start-partner-payment.ts'
import { signatureOf } from '../../../server/api/clubcollect/payments/signature.ts'
import type { Db } from '../../../server/kernel/context.ts'
import { anInvoice } from '../builders.ts'
import { REDIRECT_HOST, REDIRECT_URL } from '../signed-payments.ts'
import type { Area, Pick, Recipe } from './area.ts'

/** The query with the signature of whose key is picked; `beside` is signed too, but stands elsewhere. */
function signed(pick: Pick, fields: Record<string, string>, beside: Record<string, string> = {}) {
  const parameters = new Map(Object.entries({ ...fields, ...beside }))
  return { ...fields, signature: signatureOf(parameters, pick('partnerKey')) }
}

const start: Recipe = {
  api: 'signed',
  query: (pick) =>
    signed(pick, {
      company_id: pick('hexCompany'),
      redirect_url: REDIRECT_URL,
      invoice_id: pick('hexInvoice.toPay'),
    }),
  // A payer of a registered host is told there what is wrong.
  refuses: [302, 422],
  writes: true,
}

/** Payments that a partner's page begins. */
export const signedPayments: Area = {
  nobody: {
    partnerKey: '0'.repeat(40),
    partnerPayment: 'nobodys-payment',
    'hexInvoice.toPay': '0'.repeat(40),
  },
  // Whoever holds it is the partner.
  secrets: ['partnerKey'],
  async make(tenant) {
    await addRedirectHost(tenant.ctx().sql as Db, new Date(), tenant.partnerId, REDIRECT_HOST)
    const { v2, invoice } = await anInvoice(tenant)
    const { id } = await anInvoice(tenant).then((made) => made.invoice)
    const ownId = `payment-${invoice.id}`
    await startPartnerPayment(tenant.ctx(), tenant.payments, {
      partnerId: tenant.partnerId,
      method: 'ideal',
      redirectUrl: REDIRECT_URL,
      returnTo: '/payment-return',
      locale: undefined,
      ownId,
      of: { invoiceId: id },
    })
    return {
      partnerKey: tenant.apiKey.slice('ApiKey '.length),
      partnerPayment: ownId,
      'hexInvoice.toPay': v2,
    }
  },
  routes: {
    ...Object.fromEntries(partnerMethods.map((method) => [`GET /api/v2/payments/${method}`, start])),
    'GET /api/v2/payments/notifications': {
      api: 'signed',
      query: (pick) => signed(pick, { company_id: pick('hexCompany') }),
    },
    'GET /api/v2/payments/:id': {
      api: 'signed',
      params: (pick) => ({ id: pick('partnerPayment') }),
      query: (pick) => signed(pick, { company_id: pick('hexCompany') }, { id: pick('partnerPayment') }),
    },
  },
}
