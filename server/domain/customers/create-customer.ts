import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { customerColumns } from './customer-columns.ts'
import type { Customer } from './customer.ts'

export interface NewCustomer {
  name: string
  address: string
  zipCode: string
  city: string
  countryCode: string
  email: string
}

/** Adds a customer. Throws `forbidden`. */
export async function createCustomer(ctx: Ctx, input: NewCustomer): Promise<Customer> {
  allow(ctx.actor, 'customers:write')
  const [customer] = await ctx.sql<[Customer]>`
    with customer as (
      insert into customers (company_id, id, name, address, zip_code, city, country_code, email, created_at)
      values (${ctx.company.companyId}, ${newId()}, ${input.name}, ${input.address}, ${input.zipCode}, ${input.city},
              ${input.countryCode}, ${input.email}, ${ctx.now})
      returning *, null as before, jsonb_build_object('name', name) as after
    ), event as (${insertEvent(ctx, 'customer.created')} from customer)
    select ${customerColumns(ctx)} from customer c`
  return customer
}
