import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Page, type PageRequest } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import type { CountedCustomerGroup } from './customer-group.ts'

/** The company's groups, newest first, and how many are in each. Throws `forbidden`. */
export async function listCustomerGroups(
  ctx: Ctx,
  { offset, limit }: PageRequest,
): Promise<Page<CountedCustomerGroup>> {
  allow(ctx.actor, 'customers:read')
  const rows = await ctx.sql<CountedCustomerGroup[]>`
    with start as materialized (select * from page_start(${ctx.company.companyId}, 'customer_groups', true, ${offset}))
    select g.id, g.name, g.created_at as "createdAt",
           (select count(*)::integer from customer_group_members m
             where m.company_id = g.company_id and m.group_id = g.id) as "customerCount"
      from customer_groups g
     where g.company_id = ${ctx.company.companyId} and g.created_at < (select boundary from start)
     order by g.created_at desc, g.id desc
     limit ${limit + 1} offset (select remaining from start)`
  return toPage(rows, limit)
}
