import { statusOf, type IssuedPunchCard, type PunchCard } from '../../../domain/punch-cards/punch-card.ts'
import type { PunchCardSale } from '../../../domain/punch-cards/start-sale.ts'
import type { Ctx } from '../../../kernel/context.ts'
import { formatCents } from '../../../kernel/money.ts'
import { formatAtom } from '../../../kernel/time.ts'
import { encodeId } from '../ids.ts'

export const presentPunchCard = (card: PunchCard, { company }: Ctx) => ({
  id: encodeId('punchCard', card.id),
  name: card.name,
  description: card.description,
  punches: card.punches,
  punchLabel: card.punchLabel,
  forSale: card.forSale,
  price: card.priceCents === null ? null : formatCents(card.priceCents),
  vatRate: card.vatRate,
  expiryValue: card.expiryValue,
  expiryPeriode: card.expiryPeriod,
  createdAt: formatAtom(card.createdAt, company.timeZone),
})

export const presentIssuedPunchCard = (card: IssuedPunchCard, { company, now }: Ctx) => ({
  id: encodeId('issuedPunchCard', card.id),
  punchCardId: encodeId('punchCard', card.punchCardId),
  customerId: encodeId('customer', card.customerId),
  punchesLeft: card.punchesLeft,
  status: statusOf(card, now),
  expiresAt: card.expiresAt === null ? null : formatAtom(card.expiresAt, company.timeZone),
  issuedAt: formatAtom(card.issuedAt, company.timeZone),
})

export const presentSale = (sale: PunchCardSale, { company }: Ctx, publicUrl: string) => ({
  id: encodeId('punchCardSale', sale.id),
  punchCardId: encodeId('punchCard', sale.punchCardId),
  customerId: encodeId('customer', sale.customerId),
  currency: company.currency,
  amount: formatCents(sale.amountCents),
  checkoutUrl: `${publicUrl}/payment/${sale.paymentToken}`,
})
