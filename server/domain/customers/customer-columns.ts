import type { Ctx } from '../../kernel/context.ts'

/** The columns of a `Customer`, of the row `c`. */
export const customerColumns = (ctx: Ctx) => ctx.sql`
  c.id, c.name, c.address, c.zip_code as "zipCode", c.city, c.country_code as "countryCode", c.email, c.phone,
  c.bookkeeping, c.bookkeeping_id as "bookkeepingId", c.created_at as "createdAt",
  (select coalesce(json_agg(m.group_id order by m.group_id), '[]') from customer_group_members m
    where m.company_id = c.company_id and m.customer_id = c.id) as groups`
