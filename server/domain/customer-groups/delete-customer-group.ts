import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import type { CustomerGroup } from './customer-group.ts'

/** Dissolves a group; its customers stay. Returns the group as it was. Throws `forbidden`, `not_found`. */
export async function deleteCustomerGroup(ctx: Ctx, id: string): Promise<CustomerGroup> {
  allow(ctx.actor, 'customers:write')
  const [group] = await ctx.sql<CustomerGroup[]>`
    with gone as (
      delete from customer_groups where company_id = ${ctx.company.companyId} and id = ${id}
      returning *, jsonb_build_object('name', name) as before, null as after
    ), event as (${insertEvent(ctx, 'customer_group.deleted')} from gone)
    select id, name, created_at as "createdAt" from gone`
  if (!group) throw notFound('customer_group')
  return group
}
