import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Page, type PageRequest } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import { fileShareColumns, type FileShare } from './file-share.ts'

/** The company's shares, newest first; with a customer, that one's. Throws `forbidden`. */
export async function listFileShares(
  ctx: Ctx,
  { offset, limit }: PageRequest,
  customerId?: string,
): Promise<Page<FileShare>> {
  allow(ctx.actor, 'fileshare:read')
  const { sql } = ctx
  const { companyId } = ctx.company
  const rows =
    customerId === undefined
      ? await sql<FileShare[]>`
          with start as materialized (select * from page_start(${companyId}, 'file_shares', true, ${offset}))
          select ${fileShareColumns(ctx)} from file_shares s
           where s.company_id = ${companyId} and s.created_at < (select boundary from start)
           order by s.created_at desc, s.id desc
           limit ${limit + 1} offset (select remaining from start)`
      : await sql<FileShare[]>`
          select ${fileShareColumns(ctx)} from file_shares s
           where s.company_id = ${companyId} and s.customer_id = ${customerId}
           order by s.created_at desc, s.id desc limit ${limit + 1} offset ${offset}`
  return toPage(rows, limit)
}
