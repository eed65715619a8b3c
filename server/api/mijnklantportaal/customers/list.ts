import Type, { type Static } from 'typebox'
import {
  customerOrders,
  type CustomerFilter,
  type CustomerOrder,
} from '../../../domain/customers/search-customers.ts'
import { invalid } from '../../../kernel/errors.ts'
import { decodeId } from '../ids.ts'
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
  search: Type.Optional(
    Type.String({
      maxLength: 200,
      description:
        'With all of these words in the name, city, e-mail address, phone or id of the partner, each from its beginning.',
    }),
  ),
  customerGroupId: Type.Optional(Type.String({ description: 'Who is in this group.' })),
  ids: Type.Optional(
    Type.String({ maxLength: 4000, description: 'One of these IDs, with commas between them: 100 at most.' }),
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

/** Throws `invalid`. */
export function customerFilter(query: CustomerQuery): CustomerFilter {
  const { email, companyName, externalId, search, customerGroupId, ids } = query
  return {
    ...(email === undefined ? {} : { email }),
    ...(companyName === undefined ? {} : { nameBegins: companyName }),
    ...(externalId === undefined ? {} : { externalId }),
    ...(search === undefined ? {} : { words: search }),
    ...(customerGroupId === undefined ? {} : { groupId: groupOf(customerGroupId) }),
    ...(ids === undefined ? {} : { ids: idsOf(ids) }),
  }
}

function groupOf(id: string): string {
  const groupId = decodeId('customerGroup', id)
  if (groupId === undefined) throw invalid('customerGroupId', 'must be the ID of a group')
  return groupId
}

const MAX_IDS = 100

/** Those that can be ids of customers; the rest names none. */
function idsOf(text: string): string[] {
  const ids = text.split(',')
  if (ids.length > MAX_IDS) throw invalid('ids', `must be ${MAX_IDS} at most`)
  return ids.flatMap((id) => decodeId('customer', id.trim()) ?? [])
}
