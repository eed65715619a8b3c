import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { getPublicFileShare } from '../../../domain/file-shares/get-file-share.ts'
import { getSharedDocument, listSharedFiles } from '../../../domain/file-shares/list-shared-files.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { sendDocument } from '../../send-document.ts'
import { enterByLink, linkParams, refusal, uuidOf } from '../links.ts'
import { opens } from './enter.ts'
import { presentPublicFileShare } from './present.ts'
import { publicFileShare } from './schema.ts'

const tags = ['File shares']
const missing = refusal('There is no such file share or file, or the link is wrong.')

export const publicFileShareRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.addSchema(publicFileShare)

  app.get(
    '/file-shares/:id/:token',
    {
      config: { open: true },
      schema: {
        operationId: 'get-public-file-share',
        tags,
        summary: 'Read a file share by its link',
        description: 'The files and directories that are shared, with all that is in the directories.',
        params: Type.Object(linkParams),
        response: { 200: ref(publicFileShare), 404: missing },
      },
    },
    async (request) => {
      const { ctx, id } = await enterByLink(deps, request, request.params, opens)
      await getPublicFileShare(ctx, id, request.params.token)
      return presentPublicFileShare(await listSharedFiles(ctx, id), ctx.company)
    },
  )

  app.get(
    '/file-shares/:id/:token/files/:fileId',
    {
      config: { open: true },
      schema: {
        operationId: 'download-shared-file',
        tags,
        summary: 'Download a shared file',
        description: 'The bytes of a file of the share, or a range of them.',
        params: Type.Object({
          ...linkParams,
          fileId: Type.String({ description: 'The ID of the file, starting with `fsf_`.' }),
        }),
        response: {
          200: {
            description: 'The file, as an attachment.',
            content: { 'application/octet-stream': { schema: Type.String({ format: 'binary' }) } },
          } as never,
          404: missing,
          416: refusal('The file has no such range of bytes.'),
        },
      },
    },
    async (request, reply) => {
      const { ctx, id } = await enterByLink(deps, request, request.params, opens)
      await getPublicFileShare(ctx, id, request.params.token)
      const document = await getSharedDocument(ctx, id, uuidOf('fsf_', request.params.fileId, 'file'))
      return sendDocument(request, reply, deps, ctx.company.companyId, document)
    },
  )
}
