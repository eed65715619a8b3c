import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { toPage, type Page, type PageRequest } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import { fileColumns, joinDocument, type FileOrDirectory } from './file.ts'
import { findFile } from './get-file.ts'

export type FileOrder = '-createdAt' | 'name'

/** What lies in a directory, or at the top for null, newest first or by name, directories first. Throws `forbidden`, `not_found`. */
export async function listFiles(
  ctx: Ctx,
  directoryId: string | null,
  { offset, limit }: PageRequest,
  order: FileOrder = '-createdAt',
): Promise<Page<FileOrDirectory>> {
  allow(ctx.actor, 'files:read')
  const rows = await ctx.sql<FileOrDirectory[]>`
    select ${fileColumns(ctx)} from files f ${joinDocument(ctx)}
     where f.company_id = ${ctx.company.companyId}
       and ${directoryId === null ? ctx.sql`f.directory_id is null` : ctx.sql`f.directory_id = ${directoryId}`}
     order by ${order === 'name' ? ctx.sql`f.is_directory desc, lower(f.name) collate "C", f.id` : ctx.sql`f.created_at desc, f.id desc`}
     limit ${limit + 1} offset ${offset}`
  if (rows.length === 0 && directoryId !== null && !(await findFile(ctx, 'directory', directoryId)))
    throw notFound('directory')
  return toPage(rows, limit)
}
