import type { FastifyRequest } from 'fastify'
import { getPaymentByToken } from '../../../domain/payments/find-payment.ts'
import type { Payment } from '../../../domain/payments/payment.ts'
import type { Company, Ctx } from '../../../kernel/context.ts'
import { BalieError, notFound } from '../../../kernel/errors.ts'
import { companyOfLinkToken } from '../../../kernel/link-token.ts'
import type { Permission } from '../../../kernel/permissions.ts'
import { contextOf, idOr404, type Deps } from '../../edge.ts'

const nothing: ReadonlySet<Permission> = new Set()

/** The context of someone who holds a link to pay; the link is all they may use. */
export const payerOf = (deps: Deps, request: FastifyRequest, company: Company, id: string): Ctx =>
  contextOf(deps, request, company, { kind: 'member', id, permissions: nothing })

/** The payment behind its secret token, and the context of its payer. Throws `not_found`. */
export async function enterPayment(
  deps: Deps,
  request: FastifyRequest<{ Params: { token: string } }>,
): Promise<{ ctx: Ctx; payment: Payment }> {
  const { token } = request.params
  const companyId = idOr404(companyOfLinkToken(token), 'payment')
  const company = await deps.access.company(companyId)
  if (!company) throw notFound('payment')
  const ctx = payerOf(deps, request, company, 'payer')
  const payment = await getPaymentByToken(ctx, token)
  return { ctx: payerOf(deps, request, company, payment.id), payment }
}

/** The payment that a return address names, if it is one for this thing; anything else is left out of account. */
export async function paymentNamed(
  ctx: Ctx,
  token: unknown,
  subject: { kind: string; id: string },
): Promise<Payment | undefined> {
  if (typeof token !== 'string' || companyOfLinkToken(token) !== ctx.company.companyId) return undefined
  const payment = await getPaymentByToken(ctx, token).catch((error: unknown) => {
    if (error instanceof BalieError && error.code === 'not_found') return undefined
    throw error
  })
  return payment?.subjectKind === subject.kind && payment.subjectId === subject.id ? payment : undefined
}
