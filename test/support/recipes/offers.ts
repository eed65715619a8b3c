import { encodeId } from '../../../server/api/mijnklantportaal/ids.ts'
import { signDownload } from '../../../server/domain/documents/download-link.ts'
import { createManualOffer } from '../../../server/domain/offers/create-manual-offer.ts'
import { vault } from '../../../server/kernel/vault.ts'
import type { Tenant } from '../app.ts'
import { pdfPart } from '../forms.ts'
import { aPng, dataUrlOf } from '../png.ts'
import { none, type Area, type Pick } from './area.ts'

const offer = (pick: Pick) => ({ offerId: pick('offer') })
const link = (pick: Pick) => ({ id: pick('linkOffer'), token: pick('offerToken') })
const openLink = (pick: Pick) => ({ id: pick('openOffer'), token: pick('openOfferToken') })

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

/** Offers of a company, their links, and what is rendered. */
export const offers: Area = {
  nobody: {
    offer: none('off'),
    idleOffer: none('off'),
    linkOffer: none('off'),
    offerToken: `1-${'x'.repeat(24)}`,
    openOffer: none('off'),
    openOfferToken: `1-${'x'.repeat(24)}`,
    invoicePdfToken: 'x'.repeat(78),
    offerPdfToken: 'x'.repeat(78),
  },
  async make(tenant, { customerId, invoiceId, externalId }) {
    const made = (name: string) => anOffer(tenant, customerId, `${name} ${externalId}`)
    const [read, idle, linked, open] = [
      await made('One'),
      await made('Two'),
      await made('Three'),
      await made('Four'),
    ]
    const tokenOf = (kind: 'invoice' | 'offer', documentId: string) =>
      signDownload(vault(Buffer.alloc(32, 7)).derive(`${kind} pdfs`), {
        companyId: tenant.company.companyId,
        documentId,
        expiresAt: new Date(tenant.ctx().now.getTime() + 300_000),
      })
    return {
      offer: encodeId('offer', read.id),
      // Each is answered or deleted by one route only.
      idleOffer: encodeId('offer', idle.id),
      linkOffer: encodeId('offer', linked.id),
      offerToken: linked.linkToken,
      openOffer: encodeId('offer', open.id),
      openOfferToken: open.linkToken,
      invoicePdfToken: tokenOf('invoice', invoiceId),
      offerPdfToken: tokenOf('offer', read.id),
    }
  },
  routes: {
    'GET /v1/customer-offers': { api: 'v1' },
    'GET /v1/customer-offers/:offerId': { api: 'v1', params: offer },
    'GET /v1/customer-offers/:offerId/pdf': { api: 'v1', params: offer },
    'POST /v1/customer-offers': {
      api: 'v1',
      body: (pick) => ({
        ...about(pick),
        amount: '12.95',
        acceptedAt: '2026-11-11 12:59:00',
        acceptedViaIp: '192.0.2.1',
        acceptedViaUserAgent: 'Firefox',
        sendNotification: true,
      }),
      files: [pdfPart('pdf')],
    },
    'POST /v1/customer-offers/manual': {
      api: 'v1',
      body: (pick) => ({
        ...about(pick),
        lines: [{ description: 'Website template', amountExclVat: '12.95', vatRate: 21 }],
        sendNotification: true,
      }),
    },
    'PATCH /v1/customer-offers/:offerId': {
      api: 'v1',
      params: offer,
      body: () => ({ acceptedAt: '2026-11-11 12:59:00', acceptedViaIp: '192.0.2.1' }),
    },
    'POST /v1/customer-offers/:offerId/notification': {
      api: 'v1',
      params: (pick) => ({ offerId: pick('idleOffer') }),
      ignoresBody: true,
    },
    'DELETE /v1/customer-offers/:offerId': {
      api: 'v1',
      params: (pick) => ({ offerId: pick('idleOffer') }),
      ignoresBody: true,
    },
    'GET /api/portal/public-offers/:id/:token': { api: 'portal', params: link },
    'GET /api/portal/public-offers/:id/:token/pdf': { api: 'portal', params: link },
    'POST /api/portal/public-offers/:id/:token/accept': {
      api: 'portal',
      params: openLink,
      body: () => ({ signature: dataUrlOf(aPng(8, 8)) }),
    },
    'POST /api/portal/public-offers/:id/:token/reject': { api: 'portal', params: link, ignoresBody: true },
    'GET /public-offer/:id/:token': { api: 'page', params: link },
    'GET /public-offer/:id/:token/pdf': { api: 'page', params: link },
    'POST /public-offer/:id/:token': { api: 'page', params: openLink, body: () => ({ answer: 'reject' }) },
    'GET /public-invoice/:id/pay/:token/pdf': {
      api: 'page',
      params: (pick) => ({ id: pick('linkInvoice'), token: pick('linkToken') }),
    },
    'GET /api/portal/invoice-pdfs/:token': {
      api: 'portal',
      params: (pick) => ({ token: pick('invoicePdfToken') }),
    },
    'GET /api/portal/offer-pdfs/:token': {
      api: 'portal',
      params: (pick) => ({ token: pick('offerPdfToken') }),
    },
  },
}
