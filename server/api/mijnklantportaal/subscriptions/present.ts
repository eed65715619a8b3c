import type { PaymentStatus } from '../../../domain/payments/payment.ts'
import { statusOf, type Subscription } from '../../../domain/subscriptions/subscription.ts'
import type { SubscriptionPayment } from '../../../domain/subscriptions/subscription-payment.ts'
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

/** One that its provider does not know yet is as good as open; what went back wholly is what became of it. */
function paymentStatusOf({
  status,
  amountCents,
  refundedCents,
  chargedBackCents,
}: SubscriptionPayment): Exclude<PaymentStatus, 'created'> | 'refunded' | 'charged_back' {
  if (chargedBackCents >= amountCents) return 'charged_back'
  if (refundedCents >= amountCents) return 'refunded'
  return status === 'created' ? 'open' : status
}

export const presentSubscriptionPayment = (
  payment: SubscriptionPayment,
  { company }: Pick<Ctx, 'company'>,
) => ({
  id: encodeId('subscriptionPayment', payment.id),
  subscriptionId: encodeId('subscription', payment.subscriptionId),
  invoiceId: payment.invoiceId === null ? null : encodeId('invoice', payment.invoiceId),
  termStartsAt: payment.startsOn,
  currency: payment.currency,
  amount: formatCents(payment.amountCents),
  status: paymentStatusOf(payment),
  integration: payment.provider,
  integrationId: payment.providerId,
  createdAt: formatAtom(payment.createdAt, company.timeZone),
})
