import type { PaymentLink } from '../../../domain/payment-links/payment-link.ts'
import type { Payment, PaymentStatus } from '../../../domain/payments/payment.ts'
import type { Company } from '../../../kernel/context.ts'
import { formatCents } from '../../../kernel/money.ts'
import { formatAtom } from '../../../kernel/time.ts'
import { encodeId } from '../ids.ts'

export function presentPaymentLink(link: PaymentLink, company: Company, publicUrl: string) {
  const id = encodeId('paymentLink', link.id)
  return {
    id,
    description: link.description,
    currency: link.currency,
    amount: formatCents(link.amountCents),
    reusable: link.reusable,
    expiresAt: link.expiresAt === null ? null : formatAtom(link.expiresAt, company.timeZone),
    status: link.status,
    checkoutUrl: link.status === 'open' ? `${publicUrl}/payment-link/${id}` : null,
    createdAt: formatAtom(link.createdAt, company.timeZone),
  }
}

/** What the contract calls the state; one that its provider does not know yet is as good as open. */
function statusOf({
  status,
  amountCents,
  refundedCents,
  chargedBackCents,
}: Payment): Exclude<PaymentStatus, 'created'> | 'refunded' | 'charged_back' {
  if (chargedBackCents >= amountCents) return 'charged_back'
  if (refundedCents >= amountCents) return 'refunded'
  return status === 'created' ? 'open' : status
}

export const presentPaymentLinkPayment = (payment: Payment, company: Company) => ({
  id: encodeId('paymentLinkPayment', payment.id),
  paymentLinkId: encodeId('paymentLink', payment.subjectId),
  currency: payment.currency,
  amount: formatCents(payment.amountCents),
  status: statusOf(payment),
  payersName: payment.payerName,
  integration: payment.provider,
  integrationId: payment.providerId,
  createdAt: formatAtom(payment.createdAt, company.timeZone),
})
