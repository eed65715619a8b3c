import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { getPublicFileShare } from '../../../domain/file-shares/get-file-share.ts'
import { getSharedDocument, listSharedFiles } from '../../../domain/file-shares/list-shared-files.ts'
import type { Deps } from '../../edge.ts'
import { file, ref, share } from '../../openapi.ts'
import { sendDocument } from '../../send-document.ts'
import type { Door } from '../door.ts'
import { refusal, uuidOf } from '../links.ts'
import { presentPublicFileShare } from './present.ts'
import { publicFileShare } from './schema.ts'

const missing = refusal('There is no such file share or file, or the link is wrong.')

/** A file share over one of its doors: to see and to download. */
export const publicFileShareRoutes: FastifyPluginAsyncTypebox<{ deps: Deps; door: Door }> = async (
  app,
  { deps, door },
) => {
  share(app, [publicFileShare])
  const tags = [door.tag]

  app.get(
    door.path,
    {
      config: door.config('fileshare:read'),
      schema: {
        operationId: door.named('get-public-file-share'),
        tags,
        summary: 'Read a file share',
        description: 'The files and directories that are shared, with all that is in the directories.',
        params: Type.Object(door.params),
        response: { 200: ref(publicFileShare), 404: missing },
      },
    },
    async (request) => {
      const { ctx, id, token } = await door.enter(request)
      await getPublicFileShare(ctx, id, token)
      return presentPublicFileShare(await listSharedFiles(ctx, id), ctx.company)
    },
  )

  app.get(
    `${door.path}/files/:fileId`,
    {
      config: door.config('fileshare:read'),
      schema: {
        operationId: door.named('download-shared-file'),
        tags,
        summary: 'Download a shared file',
        description: 'The bytes of a file of the share, or a range of them.',
        params: Type.Object({
          ...door.params,
          fileId: Type.String({ description: 'The ID of the file, starting with `fsf_`.' }),
        }),
        response: {
          200: file('The file, as an attachment.', 'application/octet-stream'),
          404: missing,
          416: refusal('The file has no such range of bytes.'),
        },
      },
    },
    async (request, reply) => {
      const { ctx, id, token } = await door.enter(request)
      await getPublicFileShare(ctx, id, token)
      const document = await getSharedDocument(ctx, id, uuidOf('fsf_', request.params.fileId, 'file'))
      return sendDocument(request, reply, deps, ctx.company.companyId, document)
    },
  )
}
