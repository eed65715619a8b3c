import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { createUploadedInvoice } from '../../../domain/invoices/create-uploaded-invoice.ts'
import { deleteInvoice } from '../../../domain/invoices/delete-invoice.ts'
import { invoiceDocument } from '../../../domain/invoices/invoice-document.ts'
import { invalid } from '../../../kernel/errors.ts'
import { parseCents } from '../../../kernel/money.ts'
import { parseDateTime } from '../../../kernel/time.ts'
import { idOr404, type Deps } from '../../edge.ts'
import { acceptUploads } from '../../multipart.ts'
import { ref } from '../../openapi.ts'
import { cloudfile, presentCloudfile, presentPaper } from '../cloudfile.ts'
import { decodeId } from '../ids.ts'
import { operation } from '../operation.ts'
import { onlinePaymentLink, presentInvoice } from './present.ts'
import { customerInvoice, newInvoice } from './schema.ts'

const tag = 'Customer Invoices API'
const pathParameters = { invoiceId: 'The ID of the invoice, starting with `inv_`.' }

const invoiceId = (params: { invoiceId: string }) => idOr404(decodeId('invoice', params.invoiceId), 'invoice')

/** Invoices that were made elsewhere, their PDFs, and the end of an invoice. */
export const invoiceDocumentRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  await acceptUploads(app, deps, async (scope) => {
    scope.post(
      '/customer-invoices',
      operation({
        id: 'create-customer-invoice',
        tag,
        summary: 'Create customer invoice',
        description: 'Adds an invoice that was made elsewhere, with its PDF.',
        permission: 'invoices:write',
        body: newInvoice,
        response: ref(customerInvoice),
        errors: [422],
      }),
      async ({ ctx, body }) => {
        const customerId = decodeId('customer', body.customerId)
        if (customerId === undefined) throw invalid('customerId', 'must be the ID of an existing customer')
        const amountCents = parseCents(body.amount)!
        if (amountCents < 0) throw invalid('amount', 'must not be negative')
        const paidAt = body.paidAt === undefined ? null : parseDateTime(body.paidAt, ctx.company.timeZone)
        if (paidAt === undefined)
          throw invalid('paidAt', 'must be a date and time that exist, as YYYY-mm-dd H:i:s or YYYY-mm-dd')
        const invoice = await createUploadedInvoice(ctx, {
          customerId,
          externalNumber: body.invoiceNumber,
          issuedOn: body.issuedAt,
          dueOn: body.dueAt ?? null,
          amountCents,
          pdf: body.pdf,
          paidAt,
          ...(body.sendNotification ? { linkOf: (made) => onlinePaymentLink(made, deps.publicUrl()) } : {}),
        })
        return presentInvoice(invoice, ctx.company, deps.publicUrl())
      },
    )
  })

  app.get(
    '/customer-invoices/:invoiceId/pdf',
    operation({
      id: 'get-customer-invoice-as-pdf',
      tag,
      summary: 'Get customer invoice as PDF',
      description:
        'A link that downloads the PDF that the invoice came with, else one that is made of it, for five minutes.',
      permission: 'invoices:read',
      params: pathParameters,
      response: ref(cloudfile),
      errors: [404],
    }),
    async ({ ctx, params }) => {
      const id = invoiceId(params)
      const documentId = await invoiceDocument(ctx, id)
      return documentId === null
        ? presentPaper('invoice', id, ctx, deps)
        : presentCloudfile(documentId, ctx, deps)
    },
  )

  app.delete(
    '/customer-invoices/:invoiceId',
    operation({
      id: 'delete-customer-invoice',
      tag,
      summary: 'Delete customer invoice',
      description:
        'Deletes an invoice that nothing was paid on. Its conversation stays. Answers it as it was (extension).',
      permission: 'invoices:write',
      params: pathParameters,
      response: ref(customerInvoice),
      errors: [404, 422],
    }),
    async ({ ctx, params }) =>
      presentInvoice(await deleteInvoice(ctx, invoiceId(params)), ctx.company, deps.publicUrl()),
  )
}
