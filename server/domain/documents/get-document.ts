import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { documentColumns, type Document } from './document.ts'

/** What is known of one document of the company. Throws `not_found`. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function getDocument(ctx: Ctx, id: string): Promise<Document> {
  const [document] = await ctx.sql<Document[]>`
    select ${documentColumns(ctx)} from documents d where d.company_id = ${ctx.company.companyId} and d.id = ${id}`
  if (!document) throw notFound('document')
  return document
}
