import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import type { CustomerGroup } from './customer-group.ts'

/** Gives a group another name. Throws `forbidden`, `not_found`. */
export async function renameCustomerGroup(ctx: Ctx, id: string, name: string): Promise<CustomerGroup> {
  allow(ctx.actor, 'customers:write')
  const [group] = await ctx.sql<CustomerGroup[]>`
    with old as (
      select company_id, id, name from customer_groups
       where company_id = ${ctx.company.companyId} and id = ${id} for update
    ), renamed as (
      update customer_groups g set name = ${name} from old where g.company_id = old.company_id and g.id = old.id
      returning g.*, jsonb_build_object('name', old.name) as before, jsonb_build_object('name', g.name) as after
    ), event as (${insertEvent(ctx, 'customer_group.renamed')} from renamed)
    select id, name, created_at as "createdAt" from renamed`
  if (!group) throw notFound('customer_group')
  return group
}
