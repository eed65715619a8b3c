import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { getPlatformInvoice } from '../../../domain/platform-invoices/get-platform-invoice.ts'
import { listPlatformInvoices } from '../../../domain/platform-invoices/list-platform-invoices.ts'
import { idOr404, type Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { decodeId } from '../ids.ts'
import { operation } from '../operation.ts'
import { pageOf, pageQuery, parsePage, presentPage, toPageRequest } from '../paging.ts'
import { presentPlatformInvoice } from './present.ts'
import { platformInvoice } from './schema.ts'

const tag = 'Invoices API'

export const platformInvoiceRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.addSchema(platformInvoice)

  app.get(
    '/invoices',
    operation({
      id: 'list-mijnklantportaal-invoices',
      tag,
      summary: 'List MijnKlantportaal invoices',
      description: 'What the operator has billed the company for its plan, newest first.',
      permission: 'businessoperations:read',
      querystring: pageQuery,
      response: pageOf(ref(platformInvoice), 'The paginated invoices'),
    }),
    async ({ ctx, query }) => {
      const page = parsePage(query)
      const invoices = await listPlatformInvoices(ctx, toPageRequest(page))
      return presentPage(invoices, page, `${deps.publicUrl()}/v1/invoices`, presentPlatformInvoice)
    },
  )

  app.get(
    '/invoices/:invoiceId',
    operation({
      id: 'get-mijnklantportaal-invoice',
      tag,
      summary: 'Get MijnKlantportaal invoice',
      description: 'One of them.',
      permission: 'businessoperations:read',
      params: { invoiceId: 'The ID of the invoice, starting with `fac_`.' },
      response: ref(platformInvoice),
      errors: [404],
    }),
    async ({ ctx, params }) => {
      const id = idOr404(decodeId('platformInvoice', params.invoiceId), 'platform_invoice')
      return presentPlatformInvoice(await getPlatformInvoice(ctx, id))
    },
  )
}
