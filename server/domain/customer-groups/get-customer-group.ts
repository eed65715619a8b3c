import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import type { CustomerGroup } from './customer-group.ts'

/** One group of the company. Throws `forbidden`, `not_found`. */
export async function getCustomerGroup(ctx: Ctx, id: string): Promise<CustomerGroup> {
  allow(ctx.actor, 'customers:read')
  const [group] = await ctx.sql<CustomerGroup[]>`
    select id, name, created_at as "createdAt" from customer_groups
     where company_id = ${ctx.company.companyId} and id = ${id}`
  if (!group) throw notFound('customer_group')
  return group
}
