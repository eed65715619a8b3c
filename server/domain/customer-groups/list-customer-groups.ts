import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Page, type PageRequest } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import type { CustomerGroup } from './customer-group.ts'

/** The company's groups, newest first. Throws `forbidden`. */
export async function listCustomerGroups(
  ctx: Ctx,
  { offset, limit }: PageRequest,
): Promise<Page<CustomerGroup>> {
  allow(ctx.actor, 'customers:read')
  const rows = await ctx.sql<CustomerGroup[]>`
    with start as materialized (select * from page_start(${ctx.company.companyId}, 'customer_groups', true, ${offset}))
    select id, name, created_at as "createdAt" from customer_groups
     where company_id = ${ctx.company.companyId} and created_at < (select boundary from start)
     order by created_at desc, id desc
     limit ${limit + 1} offset (select remaining from start)`
  return toPage(rows, limit)
}
