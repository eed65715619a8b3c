import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { toPage, type Keyed, type Page, type Stretch } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import { fileRequestColumns, type FileRequest } from '../file-requests/file-request.ts'
import { ofOwnCustomer } from './own.ts'

/** What who asks is asked to upload, newest first. Throws `forbidden`. */
export async function listOwnFileRequests(
  ctx: Ctx,
  { after, limit }: Stretch,
): Promise<Page<Keyed<FileRequest>>> {
  allow(ctx.actor, 'filerequest:read')
  const { sql } = ctx
  const rows = await sql<Keyed<FileRequest>[]>`
    select ${fileRequestColumns(ctx)}, r.created_at as key from file_requests r
     where r.company_id = ${ctx.company.companyId} and ${ofOwnCustomer(ctx, sql`r.customer_id`)}
       ${after ? sql`and (r.created_at, r.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql``}
     order by r.created_at desc, r.id desc limit ${limit + 1}`
  return toPage(rows, limit)
}

/** The secret of the link of a request to them. Throws `forbidden`, `not_found`. */
export async function ownFileRequestToken(ctx: Ctx, id: string): Promise<string> {
  allow(ctx.actor, 'filerequest:read')
  const [request] = await ctx.sql<{ token: string }[]>`
    select r.link_token as token from file_requests r
     where r.company_id = ${ctx.company.companyId} and r.id = ${id} and ${ofOwnCustomer(ctx, ctx.sql`r.customer_id`)}`
  if (!request) throw notFound('file_request')
  return request.token
}
