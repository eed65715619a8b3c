import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { toPage, type Keyed, type Page, type Stretch } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import { fileShareColumns, type FileShare } from '../file-shares/file-share.ts'
import { ofOwnCustomer } from './own.ts'

/** What was shared with who asks, newest first. Throws `forbidden`. */
export async function listOwnFileShares(
  ctx: Ctx,
  { after, limit }: Stretch,
): Promise<Page<Keyed<FileShare>>> {
  allow(ctx.actor, 'fileshare:read')
  const { sql } = ctx
  const rows = await sql<Keyed<FileShare>[]>`
    select ${fileShareColumns(ctx)}, s.created_at as key from file_shares s
     where s.company_id = ${ctx.company.companyId} and ${ofOwnCustomer(ctx, sql`s.customer_id`)}
       ${after ? sql`and (s.created_at, s.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql``}
     order by s.created_at desc, s.id desc limit ${limit + 1}`
  return toPage(rows, limit)
}

/** The secret of the link of a share with them. Throws `forbidden`, `not_found`. */
export async function ownFileShareToken(ctx: Ctx, id: string): Promise<string> {
  allow(ctx.actor, 'fileshare:read')
  const [share] = await ctx.sql<{ token: string }[]>`
    select s.link_token as token from file_shares s
     where s.company_id = ${ctx.company.companyId} and s.id = ${id} and ${ofOwnCustomer(ctx, ctx.sql`s.customer_id`)}`
  if (!share) throw notFound('file_share')
  return share.token
}
