import type { Ctx } from '../../kernel/context.ts'
import type { PageRequest } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import { batchColumns, type Batch } from './batch.ts'

/** The batches of the company, oldest first, and how many there are. Throws `forbidden`. */
export async function listBatches(
  ctx: Ctx,
  { offset, limit }: PageRequest,
): Promise<{ rows: Batch[]; total: number }> {
  allow(ctx.actor, 'invoices:read')
  const { companyId } = ctx.company
  // The left join brings the total also when the page is empty.
  const rows = await ctx.sql<(Omit<Batch, 'id'> & { id: string | null; total: number })[]>`
    with start as materialized (select * from page_start(${companyId}, 'batches', false, ${offset}))
    select page.*, total
      from list_total(${companyId}, 'batches') total
      left join lateral (
        select ${batchColumns(ctx)} from batches b
         where b.company_id = ${companyId} and b.created_at >= (select boundary from start)
         order by b.created_at, b.id
         limit ${limit} offset (select remaining from start)
      ) page on true`
  return {
    rows: rows.filter((row): row is Batch & { total: number } => row.id !== null),
    total: rows[0]?.total ?? 0,
  }
}
