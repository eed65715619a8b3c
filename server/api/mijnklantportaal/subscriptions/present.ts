import { statusOf, type Subscription } from '../../../domain/subscriptions/subscription.ts'
import type { Ctx } from '../../../kernel/context.ts'
import { formatCents } from '../../../kernel/money.ts'
import { formatAtom } from '../../../kernel/time.ts'
import { encodeId } from '../ids.ts'

export const presentSubscription = (subscription: Subscription, { company, now }: Ctx) => ({
  id: encodeId('subscription', subscription.id),
  customerId: encodeId('customer', subscription.customerId),
  description: subscription.description,
  startsAt: subscription.startsOn,
  interval: subscription.every,
  renewsAt: subscription.renewsOn,
  currency: company.currency,
  amount: formatCents(subscription.amountCents),
  vatRate: subscription.vatRate,
  status: statusOf(subscription, now, company.timeZone),
  options: {
    createInvoice: subscription.createInvoice,
    invoiceDescription: subscription.invoiceDescription,
  },
  terminatedAt:
    subscription.terminatedAt === null ? null : formatAtom(subscription.terminatedAt, company.timeZone),
  createdAt: formatAtom(subscription.createdAt, company.timeZone),
})
