import { encodeId } from '../../../server/api/mijnklantportaal/ids.ts'
import { createForm } from '../../../server/domain/cms/save-form.ts'
import { createPage } from '../../../server/domain/cms/save-page.ts'
import { testVault } from '../app.ts'
import { none, type Area, type Pick } from './area.ts'

const page = (pick: Pick) => ({ pageId: pick('page') })
const form = (pick: Pick) => ({ formId: pick('form') })
const customer = (pick: Pick) => ({ customerId: pick('customer') })
const aPage = () => ({ title: 'Savings', blocks: [{ type: 'text', html: '<p>Hello</p>' }] })
const aForm = () => ({ title: 'About you', fields: [{ name: 'name', type: 'text', required: true }] })

/** Pages and forms; none of them calls anybody. */
export const cms: Area = {
  nobody: { page: none('pag'), form: none('frm') },
  async make(tenant, { externalId }) {
    const made = await createPage(tenant.ctx(), testVault, {
      title: `Page ${externalId}`,
      blocks: [{ kind: 'text', html: `<p>Block ${externalId}</p>` }],
    })
    const asked = await createForm(tenant.ctx(), testVault, {
      title: `Form ${externalId}`,
      fields: [{ name: 'name', label: `Label ${externalId}`, type: 'text', required: true, options: [] }],
      sendUrl: null,
      sendMethod: null,
      sendEmail: `${externalId.toLowerCase()}@desk.example`,
      prefillUrl: null,
      prefillMethod: null,
      auth: { type: 'basic', username: 'balie', password: externalId },
    })
    return { page: encodeId('page', made.id), form: encodeId('form', asked.id) }
  },
  routes: {
    'GET /v1/cms/pages': { api: 'v1' },
    'POST /v1/cms/pages': { api: 'v1', body: aPage },
    'GET /v1/cms/pages/:pageId': { api: 'v1', params: page },
    'PUT /v1/cms/pages/:pageId': { api: 'v1', params: page, body: aPage },
    'DELETE /v1/cms/pages/:pageId': { api: 'v1', params: page, ignoresBody: true },
    'GET /v1/cms/pages/:pageId/render': { api: 'v1', params: page, query: customer },
    'GET /v1/cms/forms': { api: 'v1' },
    'POST /v1/cms/forms': { api: 'v1', body: aForm },
    'GET /v1/cms/forms/:formId': { api: 'v1', params: form },
    'PUT /v1/cms/forms/:formId': { api: 'v1', params: form, body: aForm },
    'DELETE /v1/cms/forms/:formId': { api: 'v1', params: form, ignoresBody: true },
    'GET /v1/cms/forms/:formId/prefill': { api: 'v1', params: form, query: customer },
    'POST /v1/cms/forms/:formId/submissions': {
      api: 'v1',
      params: form,
      body: (pick) => ({ ...customer(pick), values: { name: 'John Doe' } }),
    },
    'GET /v1/cms/forms/:formId/submissions': { api: 'v1', params: form },
  },
}
