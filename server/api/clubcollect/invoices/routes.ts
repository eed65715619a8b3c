import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { addInvoiceToBatch } from '../../../domain/invoices/add-invoice-to-batch.ts'
import { changeInvoice } from '../../../domain/invoices/change-invoice.ts'
import { creditAndRetract } from '../../../domain/invoices/credit-and-retract.ts'
import { creditInvoice } from '../../../domain/invoices/credit-invoice.ts'
import { deleteDraftInvoice } from '../../../domain/invoices/delete-draft-invoice.ts'
import { getInvoiceDetails } from '../../../domain/invoices/get-invoice-details.ts'
import { invoiceMustExist } from '../../../domain/invoices/invoice-must-exist.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { asParameter, enter } from '../auth.ts'
import { jsonBody, missingFirst } from '../bodies.ts'
import { operation } from '../operation.ts'
import { parseChangedInvoice, parseCredit, parseNewInvoice, parseRetraction } from './parse.ts'
import { presentInvoice } from './present.ts'
import {
  changedInvoice,
  credit,
  customer,
  invoice,
  invoiceLine,
  invoiceLines,
  newInvoice,
  retraction,
} from './schema.ts'

const params = { id: 'The ID of the invoice.' }

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
      params,
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

  app.put(
    '/invoices/:id',
    operation({
      id: 'update-invoice',
      tag: 'Invoice',
      summary: 'Update invoice',
      description:
        'Corrects the recipient and the numbers of an invoice, never its lines. What is left out stays, what is empty is emptied.',
      permission: 'invoices:write',
      params,
      body: changedInvoice,
      response: ref(invoice),
      errors: {
        404: ['invalid_invoice_id'],
        422: [
          'invalid_external_invoice_number',
          'invalid_customer_last_name',
          'invalid_customer_email',
          'invalid_customer_phone',
          'invalid_customer_address',
          'invalid_content_type',
          'already_retracted',
        ],
      },
    }),
    async (request) => {
      const { ctx, id } = await enter(deps, request, request.params.id, 'invoice')
      const body = await missingFirst(
        () => invoiceMustExist(ctx, id),
        () => jsonBody(request),
      )
      const changed = await changeInvoice(ctx, id, (current) => parseChangedInvoice(body, current))
      return presentInvoice(changed, ctx.company.companyId)
    },
  )

  app.delete(
    '/invoices/:id',
    operation({
      id: 'delete-invoice',
      tag: 'Invoice',
      summary: 'Delete invoice',
      description: 'Removes an invoice whose import was not transmitted yet.',
      permission: 'invoices:write',
      params,
      errors: { 404: ['invalid_invoice_id'], 422: ['invoice_already_transmitted', 'invoice_has_payments'] },
    }),
    async (request, reply) => {
      const { ctx, id } = await enter(deps, request, request.params.id, 'invoice')
      await deleteDraftInvoice(ctx, id)
      reply.code(204 as 200)
    },
  )

  app.get(
    '/invoices/:id/lines',
    operation({
      id: 'list-invoice-lines',
      tag: 'Invoice',
      summary: 'List invoice lines',
      description: 'What was invoiced, paid, charged back and credited, in the order in which it was added.',
      permission: 'invoices:read',
      params,
      response: invoiceLines,
      errors: { 404: ['invalid_invoice_id'] },
    }),
    async (request) => {
      const { ctx, id } = await enter(deps, request, request.params.id, 'invoice')
      const { import_id, invoice_id, invoice_lines, amount_total_cents } = presentInvoice(
        await getInvoiceDetails(ctx, id),
        ctx.company.companyId,
      )
      return { import_id, invoice_id, invoice_lines, amount_total_cents }
    },
  )

  // The rendered documentation turned underscores into colons; `::` is how the router writes one.
  for (const [index, action] of ['credit_and_retract', 'credit::and::retract'].entries()) {
    const declaration = operation({
      id: 'credit-and-retract-invoice',
      tag: 'Invoice',
      summary: 'Credit and retract invoice',
      description:
        'Credits all that is outstanding, one line for each thing that it is for, and retracts the invoice.',
      permission: 'invoices:write',
      params,
      body: retraction,
      response: ref(invoice),
      errors: {
        404: ['invalid_invoice_id'],
        422: [
          'invalid_external_invoice_number',
          'invalid_description',
          'invalid_content_type',
          'already_retracted',
          'payment_in_progress',
        ],
      },
    })
    app.post(
      `/invoices/:id/${action}`,
      index === 0 ? declaration : { ...declaration, schema: { ...declaration.schema, hide: true } as never },
      async (request) => {
        const { ctx, id } = await enter(deps, request, request.params.id, 'invoice')
        const given = await missingFirst(
          () => invoiceMustExist(ctx, id),
          () => parseRetraction(jsonBody(request)),
        )
        return presentInvoice(await creditAndRetract(ctx, id, given), ctx.company.companyId)
      },
    )
  }

  app.post(
    '/invoices/:id/credit',
    operation({
      id: 'credit-invoice',
      tag: 'Invoice',
      summary: 'Credit invoice',
      description:
        'Lowers what is outstanding. No longer in the documentation since May 2020; here by the rules of then.',
      permission: 'invoices:write',
      params,
      body: credit,
      response: ref(invoice),
      errors: {
        404: ['invalid_invoice_id'],
        422: [
          'invalid_external_invoice_number',
          'invalid_invoice_lines',
          'invalid_amount_total_cents',
          'invalid_credit_amount',
          'invalid_content_type',
          'already_retracted',
          'payment_in_progress',
        ],
      },
    }),
    async (request) => {
      const { ctx, id } = await enter(deps, request, request.params.id, 'invoice')
      const given = await missingFirst(
        () => invoiceMustExist(ctx, id),
        () => parseCredit(jsonBody(request), ctx.company.timeZone),
      )
      return presentInvoice(await creditInvoice(ctx, id, given), ctx.company.companyId)
    },
  )
}
