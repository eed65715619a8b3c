import { settleInstallment } from '../installments/settle-installment.ts'
import { settleInvoice } from '../invoices/settle-invoice.ts'
import { settlePaymentLink } from '../payment-links/settle-payment-link.ts'
import { settlePunchCardSale } from '../punch-cards/settle-sale.ts'
import { settleSignUp } from '../subscription-packages/settle-sign-up.ts'
import { settleTerm } from '../subscriptions/settle-term.ts'
import type { Settle } from './payment.ts'

/**
 * What can be paid, and the verb of its owner that hears of it: of every change of a payment, inside the transaction that
 * notes it. A new kind is a line here.
 */
export const subjects = {
  installment: settleInstallment,
  invoice: settleInvoice,
  payment_link: settlePaymentLink,
  punch_card_sale: settlePunchCardSale,
  sign_up: settleSignUp,
  subscription_period: settleTerm,
} satisfies Record<string, Settle>

export type SubjectKind = keyof typeof subjects
