import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { companyOfLinkToken, getPublicInvoice } from '../../../domain/invoices/get-public-invoice.ts'
import { askInvoiceQuestion } from '../../../domain/tickets/ask-invoice-question.ts'
import { bodyFromText } from '../../../domain/tickets/message-body.ts'
import type { Ctx } from '../../../kernel/context.ts'
import { notFound } from '../../../kernel/errors.ts'
import type { Permission } from '../../../kernel/permissions.ts'
import { dashed, decodeUuid } from '../../base32.ts'
import { contextOf, idOr404, type Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { apiError } from '../errors.ts'
import { presentMessage, presentPublicInvoice } from './present.ts'
import { message, publicInvoice, question } from './schema.ts'

/** What a link opens: this invoice, and the conversation about it. */
const ofMember: ReadonlySet<Permission> = new Set(['invoices:read', 'tickets:write'])

/** The id as either API shows it. */
const invoiceId = (id: string): string | undefined =>
  /^[0-9a-f]{40}$/.test(id) ? dashed(id) : id.startsWith('inv_') ? decodeUuid(id.slice(4)) : undefined

const params = Type.Object({
  id: Type.String({ description: 'The ID of the invoice, as either API shows it.' }),
  token: Type.String({ description: 'The secret of the link.' }),
})

const missing = {
  description: 'There is no such invoice, or the link is wrong.',
  content: { 'application/json': { schema: ref(apiError) } },
}
const malformed = {
  description: 'The message is empty or too long.',
  content: { 'application/json': { schema: ref(apiError) } },
}

export const publicInvoiceRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  for (const schema of [message, publicInvoice]) app.addSchema(schema)

  async function enter(token: string, id: string): Promise<{ ctx: Ctx; id: string }> {
    const companyId = idOr404(companyOfLinkToken(token), 'invoice')
    const uuid = idOr404(invoiceId(id), 'invoice')
    const company = await deps.access.company(companyId)
    if (!company) throw notFound('invoice')
    return { ctx: contextOf(deps, company, { kind: 'member', id: uuid, permissions: ofMember }), id: uuid }
  }

  app.get(
    '/public-invoices/:id/:token',
    {
      config: { open: true },
      schema: {
        operationId: 'get-public-invoice',
        tags: ['Public invoices'],
        summary: 'Read an invoice by its link',
        description: 'The invoice, its lines, what is outstanding and what was said about it.',
        params,
        response: { 200: ref(publicInvoice), 404: missing as never },
      },
    },
    async ({ params: { id, token } }) => {
      const entered = await enter(token, id)
      return presentPublicInvoice(await getPublicInvoice(entered.ctx, entered.id, token), entered.ctx.company)
    },
  )

  app.post(
    '/public-invoices/:id/:token/messages',
    {
      config: { open: true },
      schema: {
        operationId: 'ask-about-public-invoice',
        tags: ['Public invoices'],
        summary: 'Ask a question about an invoice',
        description: 'Begins the conversation about the invoice, adds to it, or reopens it.',
        params,
        body: question,
        response: { 200: ref(message), 404: missing as never, 422: malformed as never },
      },
    },
    async ({ params: { id, token }, body }) => {
      const entered = await enter(token, id)
      const posted = await askInvoiceQuestion(entered.ctx, entered.id, token, bodyFromText(body.message))
      return presentMessage(posted, entered.ctx.company)
    },
  )
}
