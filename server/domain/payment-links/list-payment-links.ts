import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Page, type PageRequest } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import { paymentLinkColumns, type PaymentLink } from './payment-link.ts'

/** The company's payment links, newest first. Throws `forbidden`. */
export async function listPaymentLinks(ctx: Ctx, { offset, limit }: PageRequest): Promise<Page<PaymentLink>> {
  allow(ctx.actor, 'paymentlinks:read')
  const rows = await ctx.sql<PaymentLink[]>`
    with start as materialized (select * from page_start(${ctx.company.companyId}, 'payment_links', true, ${offset}))
    select ${paymentLinkColumns(ctx)} from payment_links
     where company_id = ${ctx.company.companyId} and created_at < (select boundary from start)
     order by created_at desc, id desc
     limit ${limit + 1} offset (select remaining from start)`
  return toPage(rows, limit)
}
