import type { Ctx } from '../../kernel/context.ts'
import type { Page, PageRequest } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import { listPayments } from '../payments/list-payments.ts'
import type { Payment } from '../payments/payment.ts'
import { getPaymentLink } from './get-payment-link.ts'

/** The payments made, or begun, with a link, newest first. Throws `forbidden`, `not_found`. */
export async function listPaymentLinkPayments(
  ctx: Ctx,
  id: string,
  request: PageRequest,
): Promise<Page<Payment>> {
  allow(ctx.actor, 'paymentlinks:read')
  await getPaymentLink(ctx, id)
  return listPayments(ctx, { kind: 'payment_link', id }, request)
}
