import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Page, type PageRequest } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import { fileColumns, joinDocument, type FileOrDirectory } from './file.ts'

/** Files and directories wherever they lie, by beginnings of words of their name, by name. Throws `forbidden`. */
export async function searchFiles(
  ctx: Ctx,
  words: string,
  { offset, limit }: PageRequest,
): Promise<Page<FileOrDirectory>> {
  allow(ctx.actor, 'files:read')
  const rows = await ctx.sql<FileOrDirectory[]>`
    select ${fileColumns(ctx)} from files f ${joinDocument(ctx)}
     where f.company_id = ${ctx.company.companyId}
       and file_words(f.company_id, f.name) @@ invoice_query(${ctx.company.companyId}, ${words})
     order by f.is_directory desc, lower(f.name) collate "C", f.id limit ${limit + 1} offset ${offset}`
  return toPage(rows, limit)
}
