import Type from 'typebox'
import { invalid } from '../../kernel/errors.ts'
import { decodeId } from './ids.ts'
import { pageQuery } from './paging.ts'

/** What a list takes that can be asked for what is one customer's; our extension. */
export const pageOfCustomer = Type.Object({
  ...pageQuery.properties,
  customerId: Type.Optional(Type.String({ description: 'Of this customer (extension).' })),
})

/** The customer that a query names. Throws `invalid`. */
export function customerOf(id: string | undefined): string | undefined {
  const customerId = id === undefined ? undefined : decodeId('customer', id)
  if (id !== undefined && customerId === undefined)
    throw invalid('customerId', 'must be the ID of a customer')
  return customerId
}
