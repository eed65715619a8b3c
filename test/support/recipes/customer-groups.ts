import { encodeId } from '../../../server/api/mijnklantportaal/ids.ts'
import { createCustomerGroup } from '../../../server/domain/customer-groups/create-customer-group.ts'
import { none, type Area, type Pick } from './area.ts'

const group = (pick: Pick) => ({ customerGroupId: pick('customerGroup') })

export const customerGroups: Area = {
  nobody: { customerGroup: none('cug') },
  async make(tenant, { customerId, externalId }) {
    const { id } = await createCustomerGroup(tenant.ctx(), `Group ${externalId}`, [customerId])
    return { customerGroup: encodeId('customerGroup', id) }
  },
  routes: {
    'GET /v1/customer-groups': { api: 'v1' },
    'GET /v1/customer-groups/:customerGroupId': { api: 'v1', params: group },
    'POST /v1/customer-groups': {
      api: 'v1',
      body: (pick) => ({ name: 'Hosting customers', customers: [pick('customer')] }),
      ignores: ['customer'],
    },
    'PATCH /v1/customer-groups/:customerGroupId': {
      api: 'v1',
      params: group,
      body: () => ({ name: 'Other' }),
    },
    'DELETE /v1/customer-groups/:customerGroupId': { api: 'v1', params: group, ignoresBody: true },
    'POST /v1/customer-groups/:customerGroupId/customers': {
      api: 'v1',
      params: group,
      body: (pick) => ({ customers: [pick('customer')] }),
      ignores: ['customer'],
    },
    'DELETE /v1/customer-groups/:customerGroupId/customers/:customerId': {
      api: 'v1',
      params: (pick) => ({ ...group(pick), customerId: pick('customer') }),
      ignoresBody: true,
    },
  },
}
