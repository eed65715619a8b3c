import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { customerColumns } from './customer-columns.ts'
import type { Customer } from './customer.ts'

/** One customer of the company. Throws `forbidden`, `not_found`. */
export async function getCustomer(ctx: Ctx, id: string): Promise<Customer> {
  allow(ctx.actor, 'customers:read')
  const customer = await findCustomer(ctx, id)
  if (!customer) throw notFound('customer')
  return customer
}

/** The same for verbs that have asked for another permission already. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function findCustomer(ctx: Ctx, id: string): Promise<Customer | undefined> {
  const [customer] = await ctx.sql<Customer[]>`
    select ${customerColumns(ctx)} from customers c
     where c.company_id = ${ctx.company.companyId} and c.id = ${id}`
  return customer
}
