import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { customerColumns } from '../customers/customer-columns.ts'
import type { Customer } from '../customers/customer.ts'
import { insertEvent } from '../events/event.ts'

/**
 * Adds those of the customers that exist and are not in the group yet. Returns all who were named and are in it now, in
 * the order of their ids. Throws `forbidden`, `not_found` (the group).
 */
export async function addToCustomerGroup(ctx: Ctx, id: string, customerIds: string[]): Promise<Customer[]> {
  allow(ctx.actor, 'customers:write')
  const [{ found, customers }] = await ctx.sql<[{ found: boolean; customers: Customer[] }]>`
    with grp as (
      select company_id, id from customer_groups where company_id = ${ctx.company.companyId} and id = ${id} for share
    ), named as (
      select c.* from grp join customers c on c.company_id = grp.company_id where c.id = any(${customerIds}::uuid[])
    ), joined as (
      insert into customer_group_members (company_id, group_id, customer_id, joined_at)
      select named.company_id, grp.id, named.id, ${ctx.now}::timestamptz from named, grp
      on conflict do nothing
      returning company_id, customer_id
    ), event as (
      ${insertEvent(ctx, 'customer_group.joined')}
        from (select company_id, ${id}::uuid as id, null as before,
                     jsonb_build_object('customers', jsonb_agg(customer_id)) as after
                from joined group by company_id) change
    )
    select exists (select from grp) as found,
           (select coalesce(json_agg(row_to_json(r) order by r.id), '[]')
              from (select ${customerColumns(ctx)} from named c) r) as customers`
  if (!found) throw notFound('customer_group')
  // The statement sees the memberships as they were before it.
  return customers.map((customer) => ({ ...customer, groups: [...new Set([...customer.groups, id])].sort() }))
}
