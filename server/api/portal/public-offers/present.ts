import { personName } from '../../../domain/customers/customer.ts'
import { vatBreakdown } from '../../../domain/invoices/vat.ts'
import { stateOf, type OfferDetails } from '../../../domain/offers/offer.ts'
import type { Ctx } from '../../../kernel/context.ts'
import { formatCents } from '../../../kernel/money.ts'
import { formatAtom, type Instant } from '../../../kernel/time.ts'
import { encodeUuid } from '../../../kernel/base32.ts'

export function presentPublicOffer(offer: OfferDetails, { company, now }: Ctx, publicUrl: string) {
  const id = `off_${encodeUuid(offer.id)}`
  const at = (instant: Instant | null) => (instant === null ? null : formatAtom(instant, company.timeZone))
  return {
    id,
    company: { name: company.name },
    offerNumber: offer.number,
    recipient: personName(offer.recipient),
    locale: company.locale,
    issuedAt: offer.issuedOn,
    expiresAt: offer.expiresOn,
    state: stateOf(offer, now, company.timeZone),
    currency: offer.currency,
    amount: formatCents(offer.amountCents),
    lines: offer.lines.map(({ description, netCents, vatRate }) => ({
      description,
      amountExclVat: formatCents(netCents),
      vatRate,
    })),
    vat: vatBreakdown(offer.lines).rates.map(({ vatRate, baseCents, taxCents }) => ({
      rate: vatRate,
      base: formatCents(baseCents),
      amount: formatCents(taxCents),
    })),
    acceptedAt: at(offer.acceptedAt),
    acceptanceSignature:
      offer.acceptanceSignature === null ? null : `data:image/png;base64,${offer.acceptanceSignature}`,
    rejectedAt: at(offer.rejectedAt),
    links: {
      pdf: {
        href: `${publicUrl}/api/portal/public-offers/${id}/${offer.linkToken}/pdf`,
        type: 'application/pdf',
      },
    },
  }
}
