import type { Ctx } from '../../kernel/context.ts'

/**
 * A CTE `documents_gone`: deletes the documents that the CTE `from` names in its column document_id. Their bytes are
 * removed by jobs of the same transaction (the table's trigger).
 */
export const deletingDocuments = (ctx: Ctx, from: string) => ctx.sql`
  documents_gone as (
    delete from documents d using ${ctx.sql(from)} gone
     where d.company_id = ${ctx.company.companyId} and d.id = gone.document_id
    returning d.id
  )`

/** Deletes one document that nothing refers to any more; no error where there is none. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function deleteDocument(ctx: Ctx, id: string): Promise<void> {
  await ctx.sql`delete from documents where company_id = ${ctx.company.companyId} and id = ${id}`
}
