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
  /** Null or left out: none. */
  phone?: string | null
}

/** Adds a customer. Throws `forbidden`. */
export async function createCustomer(ctx: Ctx, input: NewCustomer): Promise<Customer> {
  allow(ctx.actor, 'customers:write')
  const [customer] = await ctx.sql<[Customer]>`
    with customer as (
      insert into customers (company_id, id, name, address, zip_code, city, country_code, email, phone, created_at)
      values (${ctx.company.companyId}, ${newId()}, ${input.name}, ${input.address}, ${input.zipCode}, ${input.city},
              ${input.countryCode}, ${input.email}, ${input.phone ?? null}, ${ctx.now})
      returning *, null as before, jsonb_build_object('name', name) as after
    ), event as (${insertEvent(ctx, 'customer.created')} from customer)
    select ${customerColumns(ctx)} from customer c`
  return customer
}
