import Type, { type Static } from 'typebox'
import { offerOrders, type OfferFilter } from '../../../domain/offers/search-offers.ts'
import { listQuery } from '../listing.ts'
import { customerOf } from '../of-customer.ts'

export const offerQuery = Type.Object({
  ...listQuery(offerOrders),
  customerId: Type.Optional(Type.String({ description: 'Of this customer.' })),
  status: Type.Optional(
    Type.Enum(['open', 'accepted', 'rejected', 'expired'], {
      description: '`open` waits for an answer, `expired` did in vain.',
    }),
  ),
})

/** Throws `invalid`. */
export function offerFilter({ customerId, status }: Static<typeof offerQuery>): OfferFilter {
  const customer = customerOf(customerId)
  return {
    ...(customer === undefined ? {} : { customerId: customer }),
    ...(status === undefined ? {} : { state: status }),
  }
}
