import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { openDownload } from '../../../domain/documents/download-link.ts'
import { getDocument } from '../../../domain/documents/get-document.ts'
import { BalieError, notFound } from '../../../kernel/errors.ts'
import { contextOf, type Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { sendDocument } from '../../send-document.ts'
import { apiError } from '../errors.ts'

const refusal = (description: string) =>
  ({ description, content: { 'application/json': { schema: ref(apiError) } } }) as never

export const downloadRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const key = deps.vault.derive('downloads')

  app.get(
    '/downloads/:token',
    {
      config: { open: true },
      schema: {
        operationId: 'download',
        tags: ['Downloads'],
        summary: 'Download a document',
        description:
          'The bytes of a document, or a range of them, to whoever holds a link of the last five minutes.',
        params: Type.Object({ token: Type.String({ description: 'The secret of the link.' }) }),
        response: {
          200: {
            description: 'The document, as an attachment.',
            content: { 'application/octet-stream': { schema: Type.String({ format: 'binary' }) } },
          } as never,
          404: refusal('The link is wrong, has expired, or the document is gone.'),
          416: refusal('The document has no such range of bytes.'),
        },
      },
    },
    async (request, reply) => {
      const link = openDownload(key, request.params.token)
      const company = link && (await deps.access.company(link.companyId))
      if (!link || !company) throw notFound('document')
      const ctx = contextOf(deps, request, company, { kind: 'system', id: 'download', permissions: 'all' })
      if (link.expiresAt <= ctx.now)
        throw new BalieError('not_found', 'document', 'The link has expired: ask for a new one.')
      return sendDocument(request, reply, deps, company.companyId, await getDocument(ctx, link.documentId))
    },
  )
}
