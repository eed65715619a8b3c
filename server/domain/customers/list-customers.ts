import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Page, type PageRequest } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import { customerColumns } from './customer-columns.ts'
import type { Customer } from './customer.ts'

/** The company's customers, newest first. Throws `forbidden`. */
export async function listCustomers(ctx: Ctx, { offset, limit }: PageRequest): Promise<Page<Customer>> {
  allow(ctx.actor, 'customers:read')
  const rows = await ctx.sql<Customer[]>`
    with start as materialized (select * from page_start(${ctx.company.companyId}, 'customers', true, ${offset}))
    select ${customerColumns(ctx)} from customers c
     where c.company_id = ${ctx.company.companyId} and c.created_at < (select boundary from start)
     order by c.created_at desc, c.id desc
     limit ${limit + 1} offset (select remaining from start)`
  return toPage(rows, limit)
}
