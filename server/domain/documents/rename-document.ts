import type { Ctx } from '../../kernel/context.ts'

/**
 * The update that calls the documents of a CTE's rows (company_id, document_id, name) as those rows: a download bears the
 * name under which it is kept.
 */
export const renamingDocument = (ctx: Ctx, rows: string) => ctx.sql`
  update documents d set name = r.name from ${ctx.sql(rows)} r
   where d.company_id = r.company_id and d.id = r.document_id and d.name <> r.name
  returning d.id`
