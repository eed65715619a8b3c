import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { customerColumns } from '../customers/customer-columns.ts'
import type { Customer } from '../customers/customer.ts'
import { ofOwnCustomer } from './own.ts'

/** More than a household or an office has. */
const MOST = 100

/** Every customer with the address of who asks, by name. Throws `forbidden`. */
export async function listOwnCustomers(ctx: Ctx): Promise<Customer[]> {
  allow(ctx.actor, 'customers:read')
  return ctx.sql<Customer[]>`
    select ${customerColumns(ctx)} from customers c
     where c.company_id = ${ctx.company.companyId} and ${ofOwnCustomer(ctx, ctx.sql`c.id`)}
     order by lower(c.name), c.id limit ${MOST}`
}

/** The same for one of them. Throws `forbidden`, `not_found`. */
export async function getOwnCustomer(ctx: Ctx, id: string): Promise<Customer> {
  allow(ctx.actor, 'customers:read')
  const [customer] = await ctx.sql<Customer[]>`
    select ${customerColumns(ctx)} from customers c
     where c.company_id = ${ctx.company.companyId} and c.id = ${id} and ${ofOwnCustomer(ctx, ctx.sql`c.id`)}`
  if (!customer) throw notFound('customer')
  return customer
}
