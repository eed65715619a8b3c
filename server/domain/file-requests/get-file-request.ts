import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { sameSecret } from '../../kernel/link-token.ts'
import { allow } from '../../kernel/permissions.ts'
import { fileRequestColumns, type FileRequest } from './file-request.ts'

/** One request with what is asked for and what came. Throws `forbidden`, `not_found`. */
export async function getFileRequest(ctx: Ctx, id: string): Promise<FileRequest> {
  allow(ctx.actor, 'filerequest:read')
  const [request] = await ctx.sql<FileRequest[]>`
    select ${fileRequestColumns(ctx)} from file_requests r
     where r.company_id = ${ctx.company.companyId} and r.id = ${id}`
  if (!request) throw notFound('file_request')
  return request
}

/** The request behind its secret link. A wrong token is answered like a missing request. Throws `not_found`. */
// oxlint-disable-next-line house/ask-permission -- getFileRequest asks
export async function getPublicFileRequest(ctx: Ctx, id: string, token: string): Promise<FileRequest> {
  const request = await getFileRequest(ctx, id)
  if (!sameSecret(token, request.linkToken)) throw notFound('file_request')
  return request
}
