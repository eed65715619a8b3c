import type { FastifyReply, FastifyRequest } from 'fastify'
import { getDocument } from '../../../domain/documents/get-document.ts'
import { invoiceDocument } from '../../../domain/invoices/invoice-document.ts'
import type { InvoiceDetails } from '../../../domain/invoices/invoice.ts'
import type { Ctx } from '../../../kernel/context.ts'
import type { Deps } from '../../edge.ts'
import { sendDocument } from '../../send-document.ts'
import { invoicePdf, sendPdf } from '../papers/render.ts'

/** The PDF that came with the invoice, else one that is made of its lines. */
export async function sendInvoicePdf(
  ctx: Ctx,
  invoice: InvoiceDetails,
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const documentId = await invoiceDocument(ctx, invoice.id)
  if (documentId === null) return sendPdf(reply, await invoicePdf(ctx, invoice, deps))
  const document = await getDocument(ctx, documentId)
  return sendDocument(request, reply, deps, ctx.company.companyId, document)
}
