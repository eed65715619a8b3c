import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Page, type PageRequest } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import { fileRequestColumns, type FileRequest } from './file-request.ts'

/** The company's requests, newest first. Throws `forbidden`. */
export async function listFileRequests(ctx: Ctx, { offset, limit }: PageRequest): Promise<Page<FileRequest>> {
  allow(ctx.actor, 'filerequest:read')
  const rows = await ctx.sql<FileRequest[]>`
    with start as materialized (select * from page_start(${ctx.company.companyId}, 'file_requests', true, ${offset}))
    select ${fileRequestColumns(ctx)} from file_requests r
     where r.company_id = ${ctx.company.companyId} and r.created_at < (select boundary from start)
     order by r.created_at desc, r.id desc
     limit ${limit + 1} offset (select remaining from start)`
  return toPage(rows, limit)
}
