import type { components } from '../../client/v1.generated.ts'

export type Offer = components['schemas']['CustomerOffer']
export const offerStates = ['open', 'accepted', 'rejected', 'expired'] as const
export type OfferState = (typeof offerStates)[number]

export const offerColors = { open: 'balie', accepted: 'teal', rejected: 'red', expired: 'gray' } as const

/** On the reader's clock: the server has the last word on the day it expires. */
export function offerState({ acceptedAt, rejectedAt, expiresAt }: Offer): OfferState {
  if (acceptedAt) return 'accepted'
  if (rejectedAt) return 'rejected'
  return new Date().toLocaleDateString('sv') > expiresAt ? 'expired' : 'open'
}
