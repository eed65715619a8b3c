import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { addToCustomerGroup } from '../../../domain/customer-groups/add-to-customer-group.ts'
import { createCustomerGroup } from '../../../domain/customer-groups/create-customer-group.ts'
import { deleteCustomerGroup } from '../../../domain/customer-groups/delete-customer-group.ts'
import { getCustomerGroup } from '../../../domain/customer-groups/get-customer-group.ts'
import { listCustomerGroups } from '../../../domain/customer-groups/list-customer-groups.ts'
import { removeFromCustomerGroup } from '../../../domain/customer-groups/remove-from-customer-group.ts'
import { renameCustomerGroup } from '../../../domain/customer-groups/rename-customer-group.ts'
import { idOr404, type Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { presentCustomer } from '../customers/present.ts'
import { decodeId } from '../ids.ts'
import { operation } from '../operation.ts'
import { pageOf, pageQuery, parsePage, presentPage, toPageRequest } from '../paging.ts'
import { presentCustomerGroup } from './present.ts'
import {
  addedCustomers,
  countedCustomerGroup,
  customerGroup,
  customerGroupName,
  customersToAdd,
  newCustomerGroup,
} from './schema.ts'

const tag = 'Customer Groups API'
const pathParameters = { customerGroupId: 'The ID of the group, starting with `cug_`.' }

const groupId = (params: { customerGroupId: string }) =>
  idOr404(decodeId('customerGroup', params.customerGroupId), 'customer_group')

/** Those that can be ids of customers; the rest is ignored, like ids that name none. */
const customerIds = (ids: string[]) => ids.flatMap((id) => decodeId('customer', id) ?? [])

export const customerGroupRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.addSchema(customerGroup)
  app.addSchema(countedCustomerGroup)

  app.get(
    '/customer-groups',
    operation({
      id: 'list-customer-groups',
      tag,
      summary: 'List customer groups',
      description: 'The groups of the portal, newest first.',
      permission: 'customers:read',
      querystring: pageQuery,
      response: pageOf(ref(countedCustomerGroup), 'The paginated groups'),
    }),
    async ({ ctx, query }) => {
      const page = parsePage(query)
      const groups = await listCustomerGroups(ctx, toPageRequest(page))
      return presentPage(groups, page, `${deps.publicUrl()}/v1/customer-groups`, (row) => ({
        ...presentCustomerGroup(row, ctx.company),
        customerCount: row.customerCount,
      }))
    },
  )

  app.get(
    '/customer-groups/:customerGroupId',
    operation({
      id: 'get-customer-group',
      tag,
      summary: 'Get customer group',
      description: 'One group, without its members.',
      permission: 'customers:read',
      params: pathParameters,
      response: ref(customerGroup),
      errors: [404],
    }),
    async ({ ctx, params }) =>
      presentCustomerGroup(await getCustomerGroup(ctx, groupId(params)), ctx.company),
  )

  app.post(
    '/customer-groups',
    operation({
      id: 'create-customer-group',
      tag,
      summary: 'Create customer group',
      description: 'Makes a group, with members if some are named.',
      permission: 'customers:write',
      body: newCustomerGroup,
      response: ref(customerGroup),
      created: true,
      errors: [422],
    }),
    async ({ ctx, body }, reply) => {
      const group = await createCustomerGroup(ctx, body.name, customerIds(body.customers ?? []))
      reply.code(201)
      return presentCustomerGroup(group, ctx.company)
    },
  )

  app.patch(
    '/customer-groups/:customerGroupId',
    operation({
      id: 'edit-customer-group',
      tag,
      summary: 'Edit customer group',
      description: 'Gives the group another name.',
      permission: 'customers:write',
      params: pathParameters,
      body: customerGroupName,
      response: ref(customerGroup),
      errors: [404, 422],
    }),
    async ({ ctx, params, body }) =>
      presentCustomerGroup(await renameCustomerGroup(ctx, groupId(params), body.name), ctx.company),
  )

  app.delete(
    '/customer-groups/:customerGroupId',
    operation({
      id: 'delete-customer-group',
      tag,
      summary: 'Delete customer group',
      description: 'Dissolves the group; its customers stay (extension). Answers the group as it was.',
      permission: 'customers:write',
      params: pathParameters,
      response: ref(customerGroup),
      errors: [404],
    }),
    async ({ ctx, params }) =>
      presentCustomerGroup(await deleteCustomerGroup(ctx, groupId(params)), ctx.company),
  )

  app.post(
    '/customer-groups/:customerGroupId/customers',
    operation({
      id: 'add-customers-to-customer-group',
      tag,
      summary: 'Add customers to customer group',
      description:
        'Adds customers to the group; unknown ones are ignored. Answers those who are named and in it now.',
      permission: 'customers:write',
      params: pathParameters,
      body: customersToAdd,
      response: addedCustomers,
      errors: [404, 422],
    }),
    async ({ ctx, params, body }) => {
      const customers = await addToCustomerGroup(ctx, groupId(params), customerIds(body.customers))
      return { data: customers.map((row) => presentCustomer(row, ctx.company)) }
    },
  )

  app.delete(
    '/customer-groups/:customerGroupId/customers/:customerId',
    operation({
      id: 'remove-customer-from-customer-group',
      tag,
      summary: 'Remove customer from customer group',
      description: 'Takes one customer out of the group (extension). Answers the group.',
      permission: 'customers:write',
      params: { ...pathParameters, customerId: 'The ID of the customer, starting with `cst_`.' },
      response: ref(customerGroup),
      errors: [404],
    }),
    async ({ ctx, params }) => {
      const id = groupId(params)
      const group = await removeFromCustomerGroup(
        ctx,
        id,
        idOr404(decodeId('customer', params.customerId), 'customer'),
      )
      return presentCustomerGroup(group, ctx.company)
    },
  )
}
