import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'

/** The id of the invoice's document: the PDF that it came with. Throws `forbidden`, `not_found` (invoice, document). */
export async function invoiceDocument(ctx: Ctx, id: string): Promise<string> {
  allow(ctx.actor, 'invoices:read')
  const [invoice] = await ctx.sql<{ documentId: string | null }[]>`
    select document_id as "documentId" from invoices where company_id = ${ctx.company.companyId} and id = ${id}`
  if (!invoice) throw notFound('invoice')
  if (invoice.documentId === null) throw notFound('document')
  return invoice.documentId
}
