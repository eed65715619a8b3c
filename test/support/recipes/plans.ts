import { encodeId } from '../../../server/api/mijnklantportaal/ids.ts'
import { correctContact } from '../../../server/domain/invoices/contact.ts'
import { choosePlan } from '../../../server/domain/installments/choose-plan.ts'
import { signMandate } from '../../../server/domain/mandates/sign-mandate.ts'
import type { Tenant } from '../app.ts'
import { anInvoice } from '../builders.ts'
import { offerPlans } from '../plans.ts'
import { none, type Area, type Pick } from './area.ts'

const at = (kind: string) => (pick: Pick) => ({
  id: pick(`linkInvoice.${kind}`),
  token: pick(`linkToken.${kind}`),
})
const installmentAt = (pick: Pick) => ({ ...at('payable')(pick), position: '1' })
const choice = () => ({ installments: 3, intervalDays: 30 })

const kinds = ['choosable', 'withdrawable', 'payable', 'mandated', 'confirmable'] as const
const token = `1-${'x'.repeat(24)}`

async function linked(tenant: Tenant) {
  const { invoice } = await anInvoice(tenant)
  return { id: invoice.id, token: invoice.linkToken }
}

async function newCode(tenant: Tenant, link: { id: string; token: string }): Promise<string> {
  await correctContact(tenant.ctx(), link, { email: 'new@example.com' })
  const [{ code }] = await tenant.ctx().sql<[{ code: string }]>`
    select params ->> 'code' as code from mails where about_id = ${link.id} and template = 'contact-code'`
  return code
}

/** Installments, mandates and contact details, to whoever holds an invoice's link. */
export const plans: Area = {
  nobody: {
    ...Object.fromEntries(
      kinds.flatMap((kind) => [
        [`linkInvoice.${kind}`, none('inv')],
        [`linkToken.${kind}`, token],
      ]),
    ),
    contactCode: 'none',
  },
  secrets: kinds.map((kind) => `linkToken.${kind}`),
  async make(tenant) {
    await offerPlans(tenant)
    const names: Record<string, string> = {}
    for (const kind of kinds) {
      const link = await linked(tenant)
      names[`linkInvoice.${kind}`] = encodeId('invoice', link.id)
      names[`linkToken.${kind}`] = link.token
      if (kind === 'withdrawable' || kind === 'payable')
        await choosePlan(tenant.ctx(), tenant.payments, link, {
          count: 2,
          intervalDays: 30,
          automatic: true,
        })
      if (kind === 'confirmable') names['contactCode'] = await newCode(tenant, link)
      if (kind === 'mandated')
        await signMandate(tenant.ctx(), link, {
          iban: 'NL91ABNA0417164300',
          holderName: 'J. Doe',
          kind: 'recurring',
          consent: true,
          ip: '127.0.0.1',
          userAgent: undefined,
        })
    }
    return names
  },
  routes: {
    'GET /api/portal/public-invoices/:id/:token/plans': { api: 'portal', params: at('choosable') },
    'POST /api/portal/public-invoices/:id/:token/plan': {
      api: 'portal',
      params: at('choosable'),
      body: choice,
    },
    'PATCH /api/portal/public-invoices/:id/:token/plan': {
      api: 'portal',
      params: at('payable'),
      body: () => ({ automatic: false }),
    },
    'DELETE /api/portal/public-invoices/:id/:token/plan': {
      api: 'portal',
      params: at('withdrawable'),
      ignoresBody: true,
    },
    'POST /api/portal/public-invoices/:id/:token/plan/installments/:position/payments': {
      api: 'portal',
      params: installmentAt,
      ignoresBody: true,
    },
    'POST /api/portal/public-invoices/:id/:token/mandate': {
      api: 'portal',
      params: at('choosable'),
      body: () => ({ iban: 'NL91ABNA0417164300', holderName: 'J. Doe', consent: true }),
    },
    'DELETE /api/portal/public-invoices/:id/:token/mandate': {
      api: 'portal',
      params: at('mandated'),
      ignoresBody: true,
    },
    'PATCH /api/portal/public-invoices/:id/:token/contact': {
      api: 'portal',
      params: at('payable'),
      body: () => ({
        address1: 'New street',
        houseNumber: '2',
        zipCode: '1234AB',
        city: 'Ede',
        countryCode: 'NL',
      }),
      ignoresBody: true,
    },
    'POST /api/portal/public-invoices/:id/:token/contact/confirm': {
      api: 'portal',
      params: at('confirmable'),
      body: (pick) => ({ code: pick('contactCode') }),
    },
    'POST /public-invoice/:id/pay/:token/plan': { api: 'page', params: at('choosable'), ignoresBody: true },
    'POST /public-invoice/:id/pay/:token/plan/stop-charging': {
      api: 'page',
      params: at('payable'),
      ignoresBody: true,
    },
    'POST /public-invoice/:id/pay/:token/plan/withdraw': {
      api: 'page',
      params: at('withdrawable'),
      ignoresBody: true,
    },
    'POST /public-invoice/:id/pay/:token/installments/:position/payments': {
      api: 'page',
      params: installmentAt,
      ignoresBody: true,
    },
    'POST /public-invoice/:id/pay/:token/contact': { api: 'page', params: at('payable'), ignoresBody: true },
    'POST /public-invoice/:id/pay/:token/contact/confirm': {
      api: 'page',
      params: at('choosable'),
      ignoresBody: true,
    },
  },
}
