import type { Ctx } from '../../kernel/context.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Payment } from '../payments/payment.ts'

/** How partners name what payers may pay with. */
export const partnerMethods = ['ideal', 'bancontact', 'credit_card', 'paypal', 'sofort'] as const
export type PartnerMethod = (typeof partnerMethods)[number]

/** The provider's name of a method. */
export const providerMethod = (method: PartnerMethod): string =>
  method === 'credit_card' ? 'creditcard' : method

/** How a payment stands, in the words that partners know. */
export type PaymentResult = 'pending' | 'authorized' | 'refused' | 'cancelled' | 'error'

/** A payment that a partner began. */
export interface PartnerPayment {
  id: string
  partnerId: string
  /** As the partner calls it; null: by our id. */
  ownId: string | null
  invoiceId: string
  /** Of the invoice, as it was then. Empty when the partner gave none. */
  externalNumber: string
  method: PartnerMethod
  redirectUrl: string
  result: PaymentResult
  createdAt: Instant
  changedAt: Instant
}

/** The columns of a `PartnerPayment`. */
export const partnerPaymentColumns = (ctx: Pick<Ctx, 'sql'>) => ctx.sql`
  id, partner_id as "partnerId", own_id as "ownId", invoice_id as "invoiceId", external_number as "externalNumber",
  method, redirect_url as "redirectUrl", result, created_at as "createdAt", changed_at as "changedAt"`

/**
 * The result that a payment's state is. What the provider would not take at all is an error; what it took and could not
 * carry out was refused. Canceled may still become paid, and then it is authorized.
 */
export function resultOf({ status, providerId }: Pick<Payment, 'status' | 'providerId'>): PaymentResult {
  switch (status) {
    case 'created':
    case 'open':
    case 'pending':
      return 'pending'
    case 'authorized':
    case 'paid':
      return 'authorized'
    case 'failed':
      return providerId === null ? 'error' : 'refused'
    case 'canceled':
    case 'expired':
      return 'cancelled'
  }
}
