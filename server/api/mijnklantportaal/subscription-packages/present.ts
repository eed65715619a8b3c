import type { PendingSignUp } from '../../../domain/subscription-packages/start-sign-up.ts'
import type { SubscriptionPackage } from '../../../domain/subscription-packages/subscription-package.ts'
import type { Ctx } from '../../../kernel/context.ts'
import { formatCents } from '../../../kernel/money.ts'
import { formatAtom } from '../../../kernel/time.ts'
import { encodeId } from '../ids.ts'

export const presentSubscriptionPackage = (row: SubscriptionPackage, { company }: Ctx) => ({
  id: encodeId('subscriptionPackage', row.id),
  name: row.name,
  description: row.description,
  interval: row.every,
  currency: company.currency,
  amount: formatCents(row.amountCents),
  vatRate: row.vatRate,
  availableForSale: row.availableForSale,
})

/** The link is our page of the payment: it opens the provider's checkout when it is visited. */
export const presentSignUp = (pending: PendingSignUp, publicUrl: string, { company }: Ctx) => ({
  id: pending.id,
  paymentLink: `${publicUrl}/payment/${pending.paymentToken}`,
  expiresAt: formatAtom(pending.expiresAt.toISOString(), company.timeZone),
})
