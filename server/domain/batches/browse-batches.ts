import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { toPage, type Keyed, type Page, type Stretch } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'

/** A batch and what its invoices add up to. */
export interface BatchTotals {
  id: string
  title: string | null
  expectedInvoicesCount: number
  transmittedAt: Instant | null
  createdAt: Instant
  invoices: number
  /** Nothing is outstanding on them any more, and they were not retracted. */
  paid: number
  retracted: number
  /** As invoiced. */
  amountCents: number
  outstandingCents: number
}

/** The columns of its totals, from the row `b`: one walk over the batch's part of an index. */
const totals = (ctx: Ctx) => ctx.sql`
  b.id, b.title, b.expected_invoices_count as "expectedInvoicesCount", b.transmitted_at as "transmittedAt",
  b.created_at as "createdAt", sums.*`

const sums = (ctx: Ctx) => ctx.sql`
  lateral (
    select count(*) as invoices, count(*) filter (where i.paid_at is not null and i.retracted_at is null) as paid,
           count(*) filter (where i.retracted_at is not null) as retracted,
           coalesce(sum(i.amount_cents), 0)::bigint as "amountCents",
           coalesce(sum(i.outstanding_cents), 0)::bigint as "outstandingCents"
      from invoices i where i.company_id = b.company_id and i.batch_id = b.id
  ) sums`

/** The company's batches, newest first. Throws `forbidden`. */
export async function browseBatches(
  ctx: Ctx,
  { transmitted }: { transmitted?: boolean },
  { after, limit }: Stretch,
): Promise<Page<Keyed<BatchTotals>>> {
  allow(ctx.actor, 'invoices:read')
  const { sql } = ctx
  const rows = await sql<Keyed<BatchTotals>[]>`
    select ${totals(ctx)}, b.created_at as key
      from (select * from batches b
             where b.company_id = ${ctx.company.companyId}
               ${transmitted === undefined ? sql`` : sql`and (b.transmitted_at is not null) = ${transmitted}`}
               ${after ? sql`and (b.created_at, b.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql``}
             order by b.created_at desc, b.id desc limit ${limit + 1}) b, ${sums(ctx)}
     order by b.created_at desc, b.id desc`
  return toPage(rows, limit)
}

/** One batch. Throws `forbidden`, `not_found`. */
export async function getBatchTotals(ctx: Ctx, id: string): Promise<BatchTotals> {
  allow(ctx.actor, 'invoices:read')
  const [batch] = await ctx.sql<BatchTotals[]>`
    select ${totals(ctx)} from batches b, ${sums(ctx)}
     where b.company_id = ${ctx.company.companyId} and b.id = ${id}`
  if (!batch) throw notFound('batch')
  return batch
}
