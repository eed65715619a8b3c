import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import type { NewCustomer } from './create-customer.ts'
import { customerColumns } from './customer-columns.ts'
import type { Customer } from './customer.ts'

/** Corrects what is given and leaves the rest. Invoices keep the recipient they were made out to. Throws `forbidden`, `not_found`. */
export async function editCustomer(ctx: Ctx, id: string, change: Partial<NewCustomer>): Promise<Customer> {
  allow(ctx.actor, 'customers:write')
  const [customer] = await ctx.sql<Customer[]>`
    with old as (
      select * from customers where company_id = ${ctx.company.companyId} and id = ${id} for update
    ), customer as (
      update customers c
         set name = coalesce(${change.name ?? null}, c.name), address = coalesce(${change.address ?? null}, c.address),
             zip_code = coalesce(${change.zipCode ?? null}, c.zip_code), city = coalesce(${change.city ?? null}, c.city),
             country_code = coalesce(${change.countryCode ?? null}, c.country_code),
             email = coalesce(${change.email ?? null}, c.email),
             phone = ${change.phone === undefined ? ctx.sql`c.phone` : ctx.sql`${change.phone}`}
        from old where c.company_id = old.company_id and c.id = old.id
      returning c.*, ${customerFacts(ctx, 'old')} as before, ${customerFacts(ctx, 'c')} as after
    ), event as (${insertEvent(ctx, 'customer.changed')} from customer)
    select ${customerColumns(ctx)} from customer c`
  if (!customer) throw notFound('customer')
  return customer
}

/** What can be corrected, as an event keeps it. */
const customerFacts = (ctx: Ctx, row: string) => ctx.sql`
  jsonb_build_object('name', ${ctx.sql(row)}.name, 'address', ${ctx.sql(row)}.address,
    'zipCode', ${ctx.sql(row)}.zip_code, 'city', ${ctx.sql(row)}.city, 'countryCode', ${ctx.sql(row)}.country_code,
    'email', ${ctx.sql(row)}.email, 'phone', ${ctx.sql(row)}.phone)`
