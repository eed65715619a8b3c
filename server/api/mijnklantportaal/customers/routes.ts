import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { createCustomer } from '../../../domain/customers/create-customer.ts'
import { getCustomer } from '../../../domain/customers/get-customer.ts'
import { idOr404, type Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { decodeId } from '../ids.ts'
import { operation } from '../operation.ts'
import { presentCustomer } from './present.ts'
import { customer, newCustomer } from './schema.ts'

export const customerRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app) => {
  app.addSchema(customer)

  app.post(
    '/customers',
    operation({
      id: 'create-customer',
      tag: 'Customers API',
      summary: 'Create customer',
      description: 'Adds a customer to the portal.',
      permission: 'customers:write',
      body: newCustomer,
      response: ref(customer),
      errors: [422],
    }),
    async ({ ctx, body }) => {
      const { companyName: name, primaryEmail: email, countryCode = 'NL', ...address } = body
      const created = await createCustomer(ctx, {
        ...address,
        name,
        email,
        countryCode: countryCode.toUpperCase(),
      })
      return presentCustomer(created, ctx.company)
    },
  )

  app.get(
    '/customers/:customerId',
    operation({
      id: 'get-customer',
      tag: 'Customers API',
      summary: 'Get customer',
      description: 'One customer of the portal.',
      permission: 'customers:read',
      params: { customerId: 'The ID of the customer, starting with `cst_`.' },
      response: ref(customer),
      errors: [404],
    }),
    async ({ ctx, params }) =>
      presentCustomer(
        await getCustomer(ctx, idOr404(decodeId('customer', params.customerId), 'customer')),
        ctx.company,
      ),
  )
}
