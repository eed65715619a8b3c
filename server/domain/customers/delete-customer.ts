import type { Ctx } from '../../kernel/context.ts'
import { conflict, notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { customerColumns } from './customer-columns.ts'
import type { Customer } from './customer.ts'
import { findCustomer } from './get-customer.ts'

/**
 * Forgets a customer whom nothing refers to: the books name the others for as long as the law wants them kept. Returns the customer as it was. Throws `forbidden`, `not_found`, `conflict`.
 */
export async function deleteCustomer(ctx: Ctx, id: string): Promise<Customer> {
  allow(ctx.actor, 'customers:write')
  const [customer] = await ctx.sql<Customer[]>`
    with old as (
      select * from customers c where c.company_id = ${ctx.company.companyId} and c.id = ${id}
         and not exists (select from invoices i where i.company_id = c.company_id and i.customer_id = c.id)
         and not exists (select from tickets t where t.company_id = c.company_id and t.customer_id = c.id)
         for update
    ), gone as (
      delete from customers c using old where c.company_id = old.company_id and c.id = old.id
      returning c.company_id, c.id, null as after, (select to_jsonb(was) from (select ${customerColumns(ctx)} from old c) was) as before
    ), event as (${insertEvent(ctx, 'customer.deleted')} from gone)
    select ${customerColumns(ctx)} from old c`.catch((error: { code?: string }) => {
    // An invoice came in between the look and the deletion.
    if (error.code !== FOREIGN_KEY_VIOLATION) throw error
    return []
  })
  if (customer) return customer
  if (!(await findCustomer(ctx, id))) throw notFound('customer')
  throw conflict(
    'customer_in_use',
    'The customer has invoices, tickets, subscriptions or other records and cannot be deleted.',
  )
}

const FOREIGN_KEY_VIOLATION = '23503'
