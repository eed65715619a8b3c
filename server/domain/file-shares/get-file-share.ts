import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { sameSecret } from '../../kernel/link-token.ts'
import { allow } from '../../kernel/permissions.ts'
import { fileShareColumns, type FileShare } from './file-share.ts'

/** One share with what was put in it. Throws `forbidden`, `not_found`. */
export async function getFileShare(ctx: Ctx, id: string): Promise<FileShare> {
  allow(ctx.actor, 'fileshare:read')
  const share = await findFileShare(ctx, id)
  if (!share) throw notFound('file_share')
  return share
}

/** The same for verbs that have asked for another permission already. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function findFileShare(ctx: Ctx, id: string): Promise<FileShare | undefined> {
  const [share] = await ctx.sql<FileShare[]>`
    select ${fileShareColumns(ctx)} from file_shares s
     where s.company_id = ${ctx.company.companyId} and s.id = ${id}`
  return share
}

/** The share behind its secret link. A wrong token is answered like a missing share. Throws `not_found`. */
// oxlint-disable-next-line house/ask-permission -- getFileShare asks
export async function getPublicFileShare(ctx: Ctx, id: string, token: string): Promise<FileShare> {
  const share = await getFileShare(ctx, id)
  if (!sameSecret(token, share.linkToken)) throw notFound('file_share')
  return share
}
