import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { attachToMessage } from '../../../domain/tickets/attach-to-message.ts'
import { getAttachment } from '../../../domain/tickets/get-attachment.ts'
import { idOr404, type Deps } from '../../edge.ts'
import { acceptUploads } from '../../multipart.ts'
import { ref } from '../../openapi.ts'
import { cloudfile, presentCloudfile } from '../cloudfile.ts'
import { decodeId } from '../ids.ts'
import { operation } from '../operation.ts'
import { presentTicketWithMessages } from './present.ts'
import { newAttachment, ticketWithMessages } from './schema.ts'

const tag = 'Tickets API'
const pathParameters = {
  ticketId: 'The ID of the ticket, starting with `tic_`.',
  messageId: 'The ID of the message, starting with `tim_`.',
}

const messageOf = (params: { ticketId: string; messageId: string }) =>
  [
    idOr404(decodeId('ticket', params.ticketId), 'message'),
    idOr404(decodeId('message', params.messageId), 'message'),
  ] as const

/** Files that were added to messages. */
export const attachmentRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  await acceptUploads(app, deps, async (scope) => {
    scope.post(
      '/tickets/:ticketId/message/:messageId/attachment',
      operation({
        id: 'upload-attachment-to-ticket-message',
        tag,
        summary: 'Upload attachment to ticket message',
        description:
          'Adds a file to a message, within five minutes after it was posted. Conversations from the live chat take none.',
        permission: 'tickets:write',
        feature: 'ticketing',
        params: pathParameters,
        body: newAttachment,
        response: ref(ticketWithMessages),
        errors: [404, 422, 426],
      }),
      async ({ ctx, params, body }) =>
        presentTicketWithMessages(
          await attachToMessage(ctx, ...messageOf(params), body.attachment),
          ctx.company,
        ),
    )
  })

  app.get(
    '/tickets/:ticketId/message/:messageId/attachment/:attachmentId/download',
    operation({
      id: 'download-attachment',
      tag,
      summary: 'Download attachment',
      description: 'A link that downloads the attachment, for five minutes (extension).',
      permission: 'tickets:read',
      feature: 'ticketing',
      params: { ...pathParameters, attachmentId: 'The ID of the attachment, starting with `tma_`.' },
      response: ref(cloudfile),
      errors: [404, 426],
    }),
    async ({ ctx, params }) => {
      const id = idOr404(decodeId('attachment', params.attachmentId), 'attachment')
      const document = await getAttachment(ctx, ...messageOf(params), id)
      return presentCloudfile(document.id, ctx, deps)
    },
  )
}
