import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { sameSecret } from '../../kernel/link-token.ts'
import { paymentColumns, type Payment, type PaymentSubject } from './payment.ts'

/** One payment of the company. Throws `not_found`. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for the permission of what is paid
export async function getPayment(ctx: Ctx, id: string): Promise<Payment> {
  const [payment] = await ctx.sql<Payment[]>`
    select ${paymentColumns(ctx)} from payments where company_id = ${ctx.company.companyId} and id = ${id}`
  if (!payment) throw notFound('payment')
  return payment
}

/** The payment that a secret token opens. Throws `not_found`. */
// oxlint-disable-next-line house/ask-permission -- the token is the permission
export async function getPaymentByToken(ctx: Ctx, token: string): Promise<Payment> {
  const [payment] = await ctx.sql<Payment[]>`
    select ${paymentColumns(ctx)} from payments where company_id = ${ctx.company.companyId} and token = ${token}`
  if (!payment || !sameSecret(token, payment.token)) throw notFound('payment')
  return payment
}

/** The payments of one thing, newest first. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for the permission of what is paid
export async function paymentsOf(ctx: Ctx, subject: PaymentSubject, limit: number): Promise<Payment[]> {
  return ctx.sql<Payment[]>`
    select ${paymentColumns(ctx)} from payments
     where company_id = ${ctx.company.companyId} and subject_kind = ${subject.kind} and subject_id = ${subject.id}
     order by created_at desc, id desc limit ${limit}`
}
