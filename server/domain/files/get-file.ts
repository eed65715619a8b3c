import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { fileColumns, joinDocument, type FileOrDirectory } from './file.ts'

/** One file or directory. Throws `forbidden`, `not_found`. */
export async function getFile(ctx: Ctx, type: FileOrDirectory['type'], id: string): Promise<FileOrDirectory> {
  allow(ctx.actor, 'files:read')
  const file = await findFile(ctx, type, id)
  if (!file) throw notFound(type)
  return file
}

/** The same for verbs that have asked for another permission already. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function findFile(
  ctx: Ctx,
  type: FileOrDirectory['type'],
  id: string,
): Promise<FileOrDirectory | undefined> {
  const [file] = await ctx.sql<FileOrDirectory[]>`
    select ${fileColumns(ctx)} from files f ${joinDocument(ctx)}
     where f.company_id = ${ctx.company.companyId} and f.id = ${id} and f.is_directory = ${type === 'directory'}`
  return file
}
