import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import type { CustomerGroup } from './customer-group.ts'

/** Makes a group of those of the customers that exist. Throws `forbidden`. */
export async function createCustomerGroup(
  ctx: Ctx,
  name: string,
  customerIds: string[],
): Promise<CustomerGroup> {
  allow(ctx.actor, 'customers:write')
  const [group] = await ctx.sql<[CustomerGroup]>`
    with made as (
      insert into customer_groups (company_id, id, name, created_at)
      values (${ctx.company.companyId}, ${newId()}, ${name}, ${ctx.now})
      returning *, null as before, jsonb_build_object('name', name) as after
    ), joined as (
      insert into customer_group_members (company_id, group_id, customer_id, joined_at)
      select made.company_id, made.id, c.id, made.created_at
        from made join customers c on c.company_id = made.company_id
       where c.id = any(${customerIds}::uuid[])
    ), event as (${insertEvent(ctx, 'customer_group.created')} from made)
    select id, name, created_at as "createdAt" from made`
  return group
}
