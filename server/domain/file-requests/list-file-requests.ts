import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Page, type PageRequest } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import { fileRequestColumns, type FileRequest } from './file-request.ts'

/** The company's requests, newest first; with a customer, that one's. Throws `forbidden`. */
export async function listFileRequests(
  ctx: Ctx,
  { offset, limit }: PageRequest,
  customerId?: string,
): Promise<Page<FileRequest>> {
  allow(ctx.actor, 'filerequest:read')
  const { sql } = ctx
  const { companyId } = ctx.company
  const rows =
    customerId === undefined
      ? await sql<FileRequest[]>`
          with start as materialized (select * from page_start(${companyId}, 'file_requests', true, ${offset}))
          select ${fileRequestColumns(ctx)} from file_requests r
           where r.company_id = ${companyId} and r.created_at < (select boundary from start)
           order by r.created_at desc, r.id desc
           limit ${limit + 1} offset (select remaining from start)`
      : await sql<FileRequest[]>`
          select ${fileRequestColumns(ctx)} from file_requests r
           where r.company_id = ${companyId} and r.customer_id = ${customerId}
           order by r.created_at desc, r.id desc limit ${limit + 1} offset ${offset}`
  return toPage(rows, limit)
}
