import type { Offer } from '../../../domain/offers/offer.ts'
import type { Company } from '../../../kernel/context.ts'
import { formatCents } from '../../../kernel/money.ts'
import { formatAtom, type Instant } from '../../../kernel/time.ts'
import { encodeId } from '../ids.ts'

/** The page behind an offer's link. */
export const publicOfferLink = (
  { id, linkToken }: Pick<Offer, 'id' | 'linkToken'>,
  publicUrl: string,
): string => `${publicUrl}/public-offer/${encodeId('offer', id)}/${linkToken}`

export function presentOffer(offer: Offer, { timeZone }: Company, publicUrl: string) {
  const id = encodeId('offer', offer.id)
  const customerId = encodeId('customer', offer.customerId)
  const at = (instant: Instant | null) => (instant === null ? null : formatAtom(instant, timeZone))
  return {
    id,
    customerId,
    offerNumber: offer.number,
    issuedAt: offer.issuedOn,
    expiresAt: offer.expiresOn,
    currency: offer.currency,
    amount: formatCents(offer.amountCents),
    acceptedAt: at(offer.acceptedAt),
    acceptedViaIp: offer.acceptedViaIp,
    acceptedViaUserAgent: offer.acceptedViaUserAgent,
    acceptanceSignature:
      offer.acceptanceSignature === null ? null : `data:image/png;base64,${offer.acceptanceSignature}`,
    rejectedAt: at(offer.rejectedAt),
    createdAt: formatAtom(offer.createdAt, timeZone),
    links: {
      customer: { href: `${publicUrl}/v1/customers/${customerId}`, type: 'application/json' },
      publicOffer: { href: publicOfferLink(offer, publicUrl), type: 'text/html' },
    },
  }
}
