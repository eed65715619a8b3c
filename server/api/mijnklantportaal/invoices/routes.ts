import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { createInvoice } from '../../../domain/invoices/create-invoice.ts'
import { getInvoice } from '../../../domain/invoices/get-invoice.ts'
import { searchInvoices } from '../../../domain/invoices/search-invoices.ts'
import { listInvoices } from '../../../domain/invoices/list-invoices.ts'
import { markInvoicePaid } from '../../../domain/invoices/mark-invoice-paid.ts'
import { grossCents } from '../../../domain/invoices/vat.ts'
import { invalid } from '../../../kernel/errors.ts'
import { parseCents } from '../../../kernel/money.ts'
import { parseDateTime } from '../../../kernel/time.ts'
import { idOr404, type Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { decodeId } from '../ids.ts'
import { operation } from '../operation.ts'
import { keyOf, listOf, presentListing } from '../listing.ts'
import { invoiceFilter, invoiceListing, invoiceQuery } from './list.ts'
import { invoiceDocumentRoutes } from './document-routes.ts'
import { onlinePaymentLink, presentInvoice } from './present.ts'
import { customerInvoice, newManualInvoice, paid } from './schema.ts'

const invoiceId = (params: { invoiceId: string }) => idOr404(decodeId('invoice', params.invoiceId), 'invoice')
const pathParameters = { invoiceId: 'The ID of the invoice, starting with `inv_`.' }

export const invoiceRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.addSchema(customerInvoice)
  await invoiceDocumentRoutes(app, { deps })

  app.get(
    '/customer-invoices',
    operation({
      id: 'list-customer-invoices',
      tag: 'Customer Invoices API',
      summary: 'List customer invoices',
      description: 'The invoices of the portal, newest first; filters, orders and cursors are extensions.',
      permission: 'invoices:read',
      querystring: invoiceQuery,
      response: listOf(ref(customerInvoice), 'The paginated invoices'),
      errors: [422],
    }),
    async ({ ctx, query }) => {
      const listing = invoiceListing(query)
      const url = deps.publicUrl()
      const invoices = listing.plain
        ? await listInvoices(ctx, listing.stretch)
        : await searchInvoices(ctx, invoiceFilter(query), listing.order, listing.stretch)
      return presentListing(
        invoices,
        listing,
        `${url}/v1/customer-invoices`,
        (row) => presentInvoice(row, ctx.company, url),
        keyOf,
      )
    },
  )

  app.get(
    '/customer-invoices/:invoiceId',
    operation({
      id: 'get-customer-invoice',
      tag: 'Customer Invoices API',
      summary: 'Get customer invoice',
      description: 'One invoice.',
      permission: 'invoices:read',
      params: pathParameters,
      response: ref(customerInvoice),
      errors: [404, 422],
    }),
    async ({ ctx, params }) =>
      presentInvoice(await getInvoice(ctx, invoiceId(params)), ctx.company, deps.publicUrl()),
  )

  app.post(
    '/customer-invoices/manual',
    operation({
      id: 'create-customer-invoice-manual',
      tag: 'Customer Invoices API',
      summary: 'Create manual customer invoice',
      description: 'Creates an invoice from its lines. VAT is computed per rate, as EN 16931 has it.',
      permission: 'invoices:write',
      body: newManualInvoice,
      response: ref(customerInvoice),
      errors: [422],
    }),
    async ({ ctx, body }) => {
      const customerId = decodeId('customer', body.customerId)
      if (customerId === undefined) throw invalid('customerId', 'must be the ID of an existing customer')
      const net = body.lines.map((line) => ({
        netCents: parseCents(line.amountExclVat)!,
        vatRate: line.vatRate,
      }))
      const gross = grossCents(net)
      const invoice = await createInvoice(ctx, {
        customerId,
        externalNumber: body.invoiceNumber,
        issuedOn: body.issuedAt,
        dueOn: body.dueAt ?? null,
        lines: body.lines.map(({ description }, i) => ({ ...net[i]!, description, amountCents: gross[i]! })),
        ...(body.sendNotification ? { linkOf: (made) => onlinePaymentLink(made, deps.publicUrl()) } : {}),
      })
      return presentInvoice(invoice, ctx.company, deps.publicUrl())
    },
  )

  app.patch(
    '/customer-invoices/:invoiceId',
    operation({
      id: 'mark-customer-invoice-paid',
      tag: 'Customer Invoices API',
      summary: 'Mark customer invoice as paid',
      description: 'Records that the invoice was paid, and tells the connected bookkeeping.',
      permission: 'invoices:write',
      params: pathParameters,
      body: paid,
      response: ref(customerInvoice),
      errors: [404, 422],
    }),
    async ({ ctx, params, body }) => {
      const paidAt = parseDateTime(body.paidAt.trim(), ctx.company.timeZone)
      if (!paidAt)
        throw invalid('paidAt', 'must be a date and time that exist, as YYYY-mm-dd H:i:s or YYYY-mm-dd')
      const invoice = await markInvoicePaid(ctx, invoiceId(params), paidAt)
      return presentInvoice(invoice, ctx.company, deps.publicUrl())
    },
  )
}
