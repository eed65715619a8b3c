import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { getPublicFileRequest } from '../../../domain/file-requests/get-file-request.ts'
import { uploadRequestedFile } from '../../../domain/file-requests/upload-requested-file.ts'
import type { Deps } from '../../edge.ts'
import { acceptUploads } from '../../multipart.ts'
import { ref, share } from '../../openapi.ts'
import type { Door } from '../door.ts'
import { linkedUuid, refusal, uuidOf } from '../links.ts'
import { admitUpload } from './enter.ts'
import { presentPublicFileRequest } from './present.ts'
import { publicFileRequest, requestedUpload } from './schema.ts'

const missing = refusal('There is no such file request, or the link is wrong.')

/** A file request over one of its doors: to read and to fill. */
export const publicFileRequestRoutes: FastifyPluginAsyncTypebox<{ deps: Deps; door: Door }> = async (
  app,
  { deps, door },
) => {
  share(app, [publicFileRequest])
  const tags = [door.tag]

  app.get(
    door.path,
    {
      config: door.config('filerequest:read'),
      schema: {
        operationId: door.named('get-public-file-request'),
        tags,
        summary: 'Read a file request',
        description: 'What is asked for, and what is there already.',
        params: Type.Object(door.params),
        response: { 200: ref(publicFileRequest), 404: missing },
      },
    },
    async (request) => {
      const { ctx, id, token } = await door.enter(request)
      return presentPublicFileRequest(await getPublicFileRequest(ctx, id, token), ctx.company)
    },
  )

  await acceptUploads(app, deps, async (scope) => {
    scope.post(
      `${door.path}/files/:requestedFileId`,
      {
        config: door.config('filerequest:write'),
        onRequest: (request) => admitUpload(deps, door, request),
        schema: {
          operationId: door.named('upload-requested-file'),
          tags,
          summary: 'Upload a file that is asked for',
          description: 'Each once. With the last one that is required the request is complete.',
          consumes: ['multipart/form-data'],
          params: Type.Object({
            ...door.params,
            requestedFileId: Type.String({
              description: 'The ID of the requested file, starting with `fqf_`.',
            }),
          }),
          body: requestedUpload,
          response: {
            200: ref(publicFileRequest),
            404: missing,
            409: refusal('The file was uploaded already.'),
            413: refusal('The file is larger than it may be.'),
            422: refusal('There is no file in the body.'),
          },
        },
      },
      async ({ ctx, params, body }) => {
        const request = await uploadRequestedFile(
          ctx,
          linkedUuid('frq_', params.id, 'file_request'),
          uuidOf('fqf_', params.requestedFileId, 'file'),
          body.file,
        )
        return presentPublicFileRequest(request, ctx.company)
      },
    )
  })
}
