import Type, { type Static } from 'typebox'
import { ticketOrders, type TicketFilter } from '../../../domain/tickets/search-tickets.ts'
import { invalid } from '../../../kernel/errors.ts'
import { decodeId } from '../ids.ts'
import { listQuery } from '../listing.ts'

export const ticketQuery = Type.Object({
  ...listQuery(ticketOrders),
  status: Type.Optional(Type.Enum(['open', 'closed'], { description: 'With this status.' })),
  customerId: Type.Optional(Type.String({ description: 'Of this customer.' })),
})

/** Throws `invalid`. */
export function ticketFilter({ status, customerId }: Static<typeof ticketQuery>): TicketFilter {
  const id = customerId === undefined ? undefined : decodeId('customer', customerId)
  if (customerId !== undefined && id === undefined)
    throw invalid('customerId', 'must be the ID of a customer')
  return {
    ...(status === undefined ? {} : { closed: status === 'closed' }),
    ...(id === undefined ? {} : { customerId: id }),
  }
}
