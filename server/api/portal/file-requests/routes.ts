import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { getPublicFileRequest } from '../../../domain/file-requests/get-file-request.ts'
import { uploadRequestedFile } from '../../../domain/file-requests/upload-requested-file.ts'
import type { Deps } from '../../edge.ts'
import { acceptUploads } from '../../multipart.ts'
import { ref } from '../../openapi.ts'
import { enterByLink, linkParams, linkedUuid, refusal, uuidOf } from '../links.ts'
import { admitUpload, opens } from './enter.ts'
import { presentPublicFileRequest } from './present.ts'
import { publicFileRequest, requestedUpload } from './schema.ts'

const tags = ['File requests']
const missing = refusal('There is no such file request, or the link is wrong.')

export const publicFileRequestRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.addSchema(publicFileRequest)

  app.get(
    '/file-requests/:id/:token',
    {
      config: { open: true },
      schema: {
        operationId: 'get-public-file-request',
        tags,
        summary: 'Read a file request by its link',
        description: 'What is asked for, and what is there already.',
        params: Type.Object(linkParams),
        response: { 200: ref(publicFileRequest), 404: missing },
      },
    },
    async (request) => {
      const { ctx, id } = await enterByLink(deps, request, request.params, opens)
      return presentPublicFileRequest(await getPublicFileRequest(ctx, id, request.params.token), ctx.company)
    },
  )

  await acceptUploads(app, deps, async (scope) => {
    scope.post(
      '/file-requests/:id/:token/files/:requestedFileId',
      {
        config: { open: true },
        onRequest: (request) => admitUpload(deps, request),
        schema: {
          operationId: 'upload-requested-file',
          tags,
          summary: 'Upload a file that is asked for',
          description: 'Each once. With the last one that is required the request is complete.',
          consumes: ['multipart/form-data'],
          params: Type.Object({
            ...linkParams,
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
