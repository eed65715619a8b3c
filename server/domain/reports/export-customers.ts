import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Customer } from '../customers/customer.ts'
import { checkDays, exportRows, onDays, type Consume, type Days } from './export-rows.ts'

export interface CustomerRow extends Pick<
  Customer,
  'name' | 'address' | 'zipCode' | 'city' | 'countryCode' | 'email' | 'phone'
> {
  externalId: string | null
  /** Those that went out and were not retracted. */
  invoices: number
  outstandingCents: number
  createdAt: Instant
}

/** The customers who came in some days, by name, with what they owe now. Throws `forbidden`, `invalid`. */
export async function exportCustomers(
  ctx: Ctx,
  { format, days }: { format: string; days: Days },
  consume: Consume<CustomerRow>,
): Promise<void> {
  allow(ctx.actor, 'customers:read')
  allow(ctx.actor, 'invoices:read')
  checkDays(days)
  const { companyId } = ctx.company
  await exportRows<CustomerRow>(
    ctx,
    { what: 'customers', format, choice: days },
    (sql) => ({
      columns: sql`
        c.name, c.address, c.zip_code as "zipCode", c.city, c.country_code as "countryCode", c.email, c.phone,
        c.external_id as "externalId", c.created_at as "createdAt", coalesce(o.invoices, 0) as invoices,
        coalesce(o.cents, 0)::bigint as "outstandingCents"`,
      from: sql`
        from customers c
        left join (select i.customer_id, count(*) as invoices, sum(greatest(i.outstanding_cents, 0))::bigint as cents
                     from invoices i
                     join batches b on b.company_id = i.company_id and b.id = i.batch_id
                    where i.company_id = ${companyId} and i.retracted_at is null and b.transmitted_at is not null
                    group by i.customer_id) o on o.customer_id = c.id
       where c.company_id = ${companyId} ${onDays(ctx, sql`c.created_at`, days)}`,
      order: sql`lower(c.name) collate "C", c.id`,
    }),
    consume,
  )
}
