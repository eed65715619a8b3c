import type { CustomerSummary } from '../../../domain/customers/summarize-customer.ts'
import type { NamedPunchCard } from '../../../domain/punch-cards/list-cards-of-customer.ts'
import { statusOf } from '../../../domain/punch-cards/punch-card.ts'
import type { Company, Ctx } from '../../../kernel/context.ts'
import { formatCents } from '../../../kernel/money.ts'
import { formatAtom } from '../../../kernel/time.ts'
import { encodeId } from '../ids.ts'
import { orNull } from '../imports/present.ts'

export const presentSummary = (
  { externalId, outstandingCents, ...counts }: CustomerSummary,
  { currency }: Company,
) => ({ externalId, currency, outstanding: formatCents(outstandingCents), ...counts })

export const presentPunchCard = (card: NamedPunchCard, { company, now }: Ctx) => ({
  id: encodeId('issuedPunchCard', card.id),
  punchCardId: encodeId('punchCard', card.punchCardId),
  name: card.name,
  punches: card.punches,
  punchLabel: card.punchLabel,
  punchesLeft: card.punchesLeft,
  status: statusOf(card, now),
  expiresAt: orNull(card.expiresAt, company),
  issuedAt: formatAtom(card.issuedAt, company.timeZone),
})
