import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { askCompany, sayMore } from '../../../domain/customer-portal/ask-company.ts'
import {
  getOwnAttachment,
  getOwnConversation,
  listOwnConversations,
} from '../../../domain/customer-portal/list-own-conversations.ts'
import { bodyFromText } from '../../../domain/tickets/message-body.ts'
import { invalid } from '../../../kernel/errors.ts'
import type { Deps } from '../../edge.ts'
import { acceptUploads } from '../../multipart.ts'
import { file, ref } from '../../openapi.ts'
import { sendDocument } from '../../send-document.ts'
import { decodeId, pathId } from '../ids.ts'
import { refusal } from '../links.ts'
import { operation } from '../operation.ts'
import { pageFields, pageOf, presentPage, stretchOf } from '../paging.ts'
import { attachmentLimit } from '../public-invoices/attachments.ts'
import { presentMyConversation, presentMyConversationDetails } from './present.ts'
import { myConversation, myConversationDetails, myMessage, myQuestion, myWord } from './schema.ts'

const of = { tag: 'My portal', customer: true } as const
const params = { ticketId: 'The ID of the conversation, starting with `tic_`.' }
const missing = 'There is no such conversation of one’s own.'

/** What the customer and the company say to each other, files included. */
export const myConversationRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  for (const schema of [myConversation, myMessage, myConversationDetails]) app.addSchema(schema)

  app.get(
    '/my/conversations',
    operation({
      ...of,
      id: 'list-my-conversations',
      summary: 'List one’s conversations',
      description: 'About invoices and anything else, the last word first.',
      permission: 'tickets:read',
      querystring: Type.Object(pageFields),
      response: pageOf(ref(myConversation), 'A page of them.'),
    }),
    async ({ ctx, query }) =>
      presentPage(await listOwnConversations(ctx, stretchOf(query)), (row) =>
        presentMyConversation(row, ctx),
      ),
  )

  app.get(
    '/my/conversations/:ticketId',
    operation({
      ...of,
      id: 'get-my-conversation',
      summary: 'Read a conversation',
      description: 'All that was said, oldest first.',
      permission: 'tickets:read',
      params,
      response: ref(myConversationDetails),
      errors: { 404: missing },
    }),
    async ({ ctx, params: { ticketId } }) =>
      presentMyConversationDetails(await getOwnConversation(ctx, pathId('ticket', ticketId, 'ticket')), ctx),
  )

  const download = operation({
    ...of,
    id: 'download-my-message-attachment',
    summary: 'Download a file of a conversation',
    description: 'The file, or a range of its bytes.',
    permission: 'tickets:read',
    params: { ...params, attachmentId: 'The ID of the attachment, starting with `tma_`.' },
    response: Type.String(),
    errors: { 404: missing },
  })
  const bytes = {
    ...download.schema.response,
    200: file('The file, as an attachment.', 'application/octet-stream'),
    416: refusal('The file has no such range of bytes.'),
  }
  app.get(
    '/my/conversations/:ticketId/attachments/:attachmentId',
    { ...download, schema: { ...download.schema, response: bytes } },
    async (request, reply) => {
      const { ctx } = request
      const { ticketId, attachmentId } = request.params
      const document = await getOwnAttachment(
        ctx,
        pathId('ticket', ticketId, 'ticket'),
        pathId('attachment', attachmentId, 'attachment'),
      )
      return sendDocument(request, reply, deps, ctx.company.companyId, document)
    },
  )

  await acceptUploads(app, deps, async (scope) => {
    const limitFiles = async (request: FastifyRequest) => {
      request.uploadLimitBytes = attachmentLimit(deps)
    }
    const asking = operation({
      ...of,
      id: 'ask-company',
      summary: 'Begin a conversation',
      description: 'As one of one’s own customers. With files it is `multipart/form-data`.',
      permission: 'tickets:write',
      body: myQuestion,
      response: ref(myConversationDetails),
      errors: { 422: 'A field is missing or malformed, or the customer is not one’s own.' },
    })
    const consumes = ['application/json', 'multipart/form-data']
    scope.post(
      '/my/conversations',
      { ...asking, onRequest: limitFiles, schema: { ...asking.schema, consumes } },
      async ({ ctx, body }) => {
        const customerId = decodeId('customer', body.customerId)
        if (customerId === undefined) throw invalid('customerId', 'must be the ID of a customer of one’s own')
        const title = body.title.trim()
        if (title === '') throw invalid('title', 'must not be empty')
        const { attachments: uploads = [] } = body
        const id = await askCompany(ctx, customerId, { title, body: bodyFromText(body.message), uploads })
        return presentMyConversationDetails(await getOwnConversation(ctx, id), ctx)
      },
    )

    const saying = operation({
      ...of,
      id: 'say-more',
      summary: 'Say something in a conversation',
      description: 'Reopens it where it was closed. With files it is `multipart/form-data`.',
      permission: 'tickets:write',
      params,
      body: myWord,
      response: ref(myConversationDetails),
      errors: { 404: missing },
    })
    scope.post(
      '/my/conversations/:ticketId/messages',
      { ...saying, onRequest: limitFiles, schema: { ...saying.schema, consumes } },
      async ({ ctx, params: { ticketId }, body }) => {
        const id = pathId('ticket', ticketId, 'ticket')
        const { attachments: uploads = [] } = body
        await sayMore(ctx, id, { body: bodyFromText(body.message), uploads })
        return presentMyConversationDetails(await getOwnConversation(ctx, id), ctx)
      },
    )
  })
}
