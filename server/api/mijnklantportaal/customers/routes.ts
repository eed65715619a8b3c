import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { createCustomer } from '../../../domain/customers/create-customer.ts'
import { deleteCustomer } from '../../../domain/customers/delete-customer.ts'
import { editCustomer } from '../../../domain/customers/edit-customer.ts'
import { getCustomer } from '../../../domain/customers/get-customer.ts'
import { searchCustomers } from '../../../domain/customers/search-customers.ts'
import { listCustomers } from '../../../domain/customers/list-customers.ts'
import { toE164 } from '../../../domain/sms/phone-number.ts'
import { invalid } from '../../../kernel/errors.ts'
import { idOr404, type Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { decodeId } from '../ids.ts'
import { operation } from '../operation.ts'
import { keyOf, listOf, presentListing } from '../listing.ts'
import { customerFilter, customerListing, customerQuery } from './list.ts'
import { presentCustomer } from './present.ts'
import { customer, customerChange, newCustomer } from './schema.ts'

const customerId = (params: { customerId: string }) =>
  idOr404(decodeId('customer', params.customerId), 'customer')
/** A number as it is kept, null for a dash. Throws `invalid`. */
function phoneOf(phone: string, countryCode = 'NL'): string | null {
  const number = phone === '-' ? null : toE164(phone, countryCode)
  if (number === undefined) throw invalid('phone', 'must be a telephone number')
  return number
}

const pathParameters = { customerId: 'The ID of the customer, starting with `cst_`.' }

export const customerRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
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
      const { companyName: name, primaryEmail: email, countryCode = 'NL', phone, ...address } = body
      const input = {
        ...address,
        name,
        email,
        countryCode: countryCode.toUpperCase(),
        phone: phone === undefined ? null : phoneOf(phone, countryCode),
      }
      return presentCustomer(await createCustomer(ctx, input), ctx.company)
    },
  )

  app.get(
    '/customers',
    operation({
      id: 'list-customers',
      tag: 'Customers API',
      summary: 'List customers',
      description: 'The customers of the portal, newest first; filters, orders and cursors are extensions.',
      permission: 'customers:read',
      querystring: customerQuery,
      response: listOf(ref(customer), 'The paginated customers'),
      errors: [422],
    }),
    async ({ ctx, query }) => {
      const listing = customerListing(query)
      const customers = listing.plain
        ? await listCustomers(ctx, listing.stretch)
        : await searchCustomers(ctx, customerFilter(query), listing.order, listing.stretch)
      return presentListing(
        customers,
        listing,
        `${deps.publicUrl()}/v1/customers`,
        (row) => presentCustomer(row, ctx.company),
        keyOf,
      )
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
      params: pathParameters,
      response: ref(customer),
      errors: [404],
    }),
    async ({ ctx, params }) => presentCustomer(await getCustomer(ctx, customerId(params)), ctx.company),
  )

  app.patch(
    '/customers/:customerId',
    operation({
      id: 'edit-customer',
      tag: 'Customers API',
      summary: 'Edit customer',
      description: 'Changes what is given, at least one field, and leaves the rest.',
      permission: 'customers:write',
      params: pathParameters,
      body: customerChange,
      response: ref(customer),
      errors: [404, 422],
    }),
    async ({ ctx, params, body }) => {
      const { companyName: name, primaryEmail: email, countryCode, phone, ...address } = body
      const change = {
        ...address,
        ...(name === undefined ? {} : { name }),
        ...(email === undefined ? {} : { email }),
        ...(countryCode === undefined ? {} : { countryCode: countryCode.toUpperCase() }),
        ...(phone === undefined ? {} : { phone: phoneOf(phone, countryCode) }),
      }
      return presentCustomer(await editCustomer(ctx, customerId(params), change), ctx.company)
    },
  )

  app.delete(
    '/customers/:customerId',
    operation({
      id: 'delete-customer',
      tag: 'Customers API',
      summary: 'Delete customer',
      description:
        'Deletes a customer without invoices and tickets (extension). Answers the customer as it was.',
      permission: 'customers:write',
      params: pathParameters,
      response: ref(customer),
      errors: [404, 422],
    }),
    async ({ ctx, params }) => presentCustomer(await deleteCustomer(ctx, customerId(params)), ctx.company),
  )
}
