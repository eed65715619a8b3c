import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { toPage, type Keyed, type Page, type Stretch } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import { bulkColumns, bulkCounts, type Bulk } from './bulk.ts'

/** How far it is. Throws `forbidden`, `not_found`. */
export async function getBulk(ctx: Ctx, id: string): Promise<Bulk> {
  allow(ctx.actor, 'invoices:read')
  const [bulk] = await ctx.sql<Bulk[]>`
    select ${bulkColumns(ctx)} from invoice_bulks b, ${bulkCounts(ctx)}
     where b.company_id = ${ctx.company.companyId} and b.id = ${id}`
  if (!bulk) throw notFound('bulk')
  return bulk
}

/** The company's, the newest first. Throws `forbidden`. */
export async function listBulks(ctx: Ctx, { after, limit }: Stretch): Promise<Page<Keyed<Bulk>>> {
  allow(ctx.actor, 'invoices:read')
  const { sql } = ctx
  const rows = await sql<Keyed<Bulk>[]>`
    select ${bulkColumns(ctx)}, b.created_at as key
      from (select * from invoice_bulks b
             where b.company_id = ${ctx.company.companyId}
               ${after ? sql`and (b.created_at, b.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql``}
             order by b.created_at desc, b.id desc limit ${limit + 1}) b, ${bulkCounts(ctx)}
     order by b.created_at desc, b.id desc`
  return toPage(rows, limit)
}

/** An invoice that it could not be done to. */
export interface BulkFailure {
  /** The invoice's. */
  id: string
  externalNumber: string
  /** A code of kernel/errors.ts, and its sentence. */
  reason: string
  message: string
}

/** What could not be done, and why. Throws `forbidden`, `not_found`. */
export async function listBulkFailures(
  ctx: Ctx,
  id: string,
  { after, limit }: Stretch,
): Promise<Page<Keyed<BulkFailure>>> {
  allow(ctx.actor, 'invoices:read')
  await getBulk(ctx, id)
  const { sql } = ctx
  const rows = await sql<Keyed<BulkFailure>[]>`
    select n.invoice_id as id, i.external_number as "externalNumber", n.reason, n.message, '-infinity' as key
      from invoice_bulk_items n join invoices i on i.company_id = n.company_id and i.id = n.invoice_id
     where n.company_id = ${ctx.company.companyId} and n.bulk_id = ${id} and n.state = 'failed'
       ${after ? sql`and n.invoice_id > ${after.id}` : sql``}
     order by n.invoice_id limit ${limit + 1}`
  return toPage(rows, limit)
}
