import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { documentColumns, type Document } from '../documents/document.ts'

/** The document of an attachment in the conversation about an invoice. Throws `forbidden`, `not_found`. */
export async function getInvoiceAttachment(ctx: Ctx, invoiceId: string, id: string): Promise<Document> {
  allow(ctx.actor, 'invoices:read')
  const [document] = await ctx.sql<Document[]>`
    select ${documentColumns(ctx)}
      from ticket_attachments a
      join ticket_messages m on m.company_id = a.company_id and m.id = a.message_id
      join tickets t on t.company_id = m.company_id and t.id = m.ticket_id
      join documents d on d.company_id = a.company_id and d.id = a.document_id
     where a.company_id = ${ctx.company.companyId} and a.id = ${id} and t.invoice_id = ${invoiceId}`
  if (!document) throw notFound('attachment')
  return document
}
