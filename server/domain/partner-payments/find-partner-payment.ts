import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { partnerPaymentColumns, type PartnerPayment } from './partner-payment.ts'

/**
 * A payment that the partner began, by the partner's own name of it, else by our id (undefined where the name cannot be
 * one). Throws `forbidden`, `not_found`.
 */
export async function getPartnerPayment(
  ctx: Ctx,
  partnerId: string,
  name: { ownId: string; id: string | undefined },
): Promise<PartnerPayment> {
  allow(ctx.actor, 'invoices:read')
  const [payment] = await ctx.sql<PartnerPayment[]>`
    select ${partnerPaymentColumns(ctx)} from partner_payments
     where company_id = ${ctx.company.companyId} and partner_id = ${partnerId}
       and (own_id = ${name.ownId} or (own_id is null and id = ${name.id ?? null}))
     order by own_id nulls last limit 1`
  if (!payment) throw notFound('payment')
  return payment
}

/** What a partner knows of a payment of ours; undefined when no partner began it. */
// oxlint-disable-next-line house/ask-permission -- the payment's secret token is the permission
export async function findPartnerPayment(ctx: Ctx, id: string): Promise<PartnerPayment | undefined> {
  const [payment] = await ctx.sql<PartnerPayment[]>`
    select ${partnerPaymentColumns(ctx)} from partner_payments
     where company_id = ${ctx.company.companyId} and id = ${id}`
  return payment
}

/** The payments that the partner began at the company, newest first. Throws `forbidden`. */
export async function listPartnerPayments(
  ctx: Ctx,
  partnerId: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<PartnerPayment[]> {
  allow(ctx.actor, 'invoices:read')
  return ctx.sql<PartnerPayment[]>`
    select ${partnerPaymentColumns(ctx)} from partner_payments
     where company_id = ${ctx.company.companyId} and partner_id = ${partnerId}
     order by created_at desc, id desc limit ${limit} offset ${offset}`
}
