import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { addInvoiceToBatch } from '../../../domain/invoices/add-invoice-to-batch.ts'
import { getInvoiceDetails } from '../../../domain/invoices/get-invoice-details.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { asParameter, enter } from '../auth.ts'
import { jsonBody } from '../bodies.ts'
import { operation } from '../operation.ts'
import { parseNewInvoice } from './parse.ts'
import { presentInvoice } from './present.ts'
import { customer, invoice, invoiceLine, newInvoice } from './schema.ts'

export const invoiceRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  for (const schema of [customer, invoiceLine, invoice]) app.addSchema(schema)

  app.get(
    '/invoices/:id',
    operation({
      id: 'show-invoice',
      tag: 'Invoice',
      summary: 'Show invoice',
      description: 'One invoice with its lines, messages and tickets.',
      permission: 'invoices:read',
      params: { id: 'The ID of the invoice.' },
      response: ref(invoice),
      errors: { 404: ['invalid_invoice_id'] },
    }),
    async (request) => {
      const { ctx, id } = await enter(deps, request, request.params.id, 'invoice')
      return presentInvoice(await getInvoiceDetails(ctx, id), ctx.company.companyId)
    },
  )

  app.post(
    '/invoices',
    operation({
      id: 'create-invoice',
      tag: 'Invoice',
      summary: 'Create invoice',
      description: 'Adds an invoice with at least one line to an import that was not transmitted yet.',
      permission: 'invoices:write',
      body: newInvoice,
      response: ref(invoice),
      errors: {
        422: [
          'invalid_import_id',
          'invalid_external_invoice_number',
          'invalid_customer_last_name',
          'invalid_customer_email',
          'invalid_customer_phone',
          'invalid_customer_address',
          'invalid_amount_total_cents',
          'duplicate_invoice_line_id',
          'invalid_content_type',
          'import_already_transmitted',
        ],
      },
    }),
    async (request) => {
      const body = jsonBody(request)
      const { ctx, id } = await enter(deps, request, body['import_id'], 'batch').catch(
        asParameter('import_id'),
      )
      const input = parseNewInvoice(body, ctx.now, ctx.company.timeZone)
      const created = await addInvoiceToBatch(ctx, id, input).catch(asParameter('import_id'))
      return presentInvoice(created, ctx.company.companyId)
    },
  )
}
