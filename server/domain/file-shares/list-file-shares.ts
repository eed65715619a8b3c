import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Page, type PageRequest } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import { fileShareColumns, type FileShare } from './file-share.ts'

/** The company's shares, newest first. Throws `forbidden`. */
export async function listFileShares(ctx: Ctx, { offset, limit }: PageRequest): Promise<Page<FileShare>> {
  allow(ctx.actor, 'fileshare:read')
  const rows = await ctx.sql<FileShare[]>`
    with start as materialized (select * from page_start(${ctx.company.companyId}, 'file_shares', true, ${offset}))
    select ${fileShareColumns(ctx)} from file_shares s
     where s.company_id = ${ctx.company.companyId} and s.created_at < (select boundary from start)
     order by s.created_at desc, s.id desc
     limit ${limit + 1} offset (select remaining from start)`
  return toPage(rows, limit)
}
