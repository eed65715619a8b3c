import Type, { type Static } from 'typebox'
import {
  customerOrders,
  type CustomerFilter,
  type CustomerOrder,
} from '../../../domain/customers/search-customers.ts'
import { invalid } from '../../../kernel/errors.ts'
import { listQuery, parseListing, type Listing } from '../listing.ts'

export const customerQuery = Type.Object({
  ...listQuery(customerOrders),
  email: Type.Optional(
    Type.String({ maxLength: 254, description: 'With exactly this address, in any case.' }),
  ),
  companyName: Type.Optional(
    Type.String({ maxLength: 200, description: 'Whose name begins like this, in any case.' }),
  ),
  externalId: Type.Optional(
    Type.String({ maxLength: 200, description: 'With exactly this id of the partner.' }),
  ),
})

type CustomerQuery = Static<typeof customerQuery>

/** Throws `invalid`. */
export function customerListing(query: CustomerQuery): Listing<CustomerOrder> {
  const named = query.companyName !== undefined
  const listing = parseListing(query, named ? 'companyName' : '-createdAt')
  if (named && !listing.order.endsWith('companyName'))
    throw invalid('sort', 'must be companyName or -companyName beside companyName')
  return listing
}

export const customerFilter = ({ email, companyName, externalId }: CustomerQuery): CustomerFilter => ({
  ...(email === undefined ? {} : { email }),
  ...(companyName === undefined ? {} : { nameBegins: companyName }),
  ...(externalId === undefined ? {} : { externalId }),
})
