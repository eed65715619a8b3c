import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { batchColumns, invoiceIds, type BatchDetails } from './batch.ts'

/** One batch of the company. Throws `forbidden`, `not_found`. */
export async function getBatch(ctx: Ctx, id: string): Promise<BatchDetails> {
  allow(ctx.actor, 'invoices:read')
  const [batch] = await ctx.sql<BatchDetails[]>`
    select ${batchColumns(ctx)}, ${invoiceIds(ctx)} from batches b
     where b.company_id = ${ctx.company.companyId} and b.id = ${id}`
  if (!batch) throw notFound('batch')
  return batch
}
