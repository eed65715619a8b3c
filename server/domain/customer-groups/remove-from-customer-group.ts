import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import type { CustomerGroup } from './customer-group.ts'

/** Takes a customer out of a group. Throws `forbidden`, `not_found` (the group, or a customer who is not in it). */
export async function removeFromCustomerGroup(
  ctx: Ctx,
  id: string,
  customerId: string,
): Promise<CustomerGroup> {
  allow(ctx.actor, 'customers:write')
  const [group] = await ctx.sql<(CustomerGroup & { left: boolean })[]>`
    with membership as (
      delete from customer_group_members
       where company_id = ${ctx.company.companyId} and group_id = ${id} and customer_id = ${customerId}
      returning company_id, group_id as id, jsonb_build_object('customers', jsonb_build_array(customer_id)) as before,
                null as after
    ), event as (${insertEvent(ctx, 'customer_group.left')} from membership)
    select id, name, created_at as "createdAt", exists (select from membership) as left
      from customer_groups where company_id = ${ctx.company.companyId} and id = ${id}`
  if (!group) throw notFound('customer_group')
  if (!group.left) throw notFound('customer')
  return group
}
