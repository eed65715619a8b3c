import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { createFileRequest } from '../../../domain/file-requests/create-file-request.ts'
import { deleteFileRequest } from '../../../domain/file-requests/delete-file-request.ts'
import { getFileRequest } from '../../../domain/file-requests/get-file-request.ts'
import { listFileRequests } from '../../../domain/file-requests/list-file-requests.ts'
import { invalid } from '../../../kernel/errors.ts'
import { idOr404, type Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { decodeId } from '../ids.ts'
import { operation } from '../operation.ts'
import { pageOfCustomer, customerOf } from '../of-customer.ts'
import { pageOf, parsePage, presentPage, toPageRequest } from '../paging.ts'
import { presentFileRequest } from './present.ts'
import { fileRequest, newFileRequest } from './schema.ts'

const tag = 'File Request API'
const pathParameters = { requestId: 'The ID of the file request, starting with `frq_`.' }

const requestId = (params: { requestId: string }) =>
  idOr404(decodeId('fileRequest', params.requestId), 'file_request')

/** The id of a thing that a body may name. */
function optionalId(kind: 'customer' | 'directory', field: string, id: string | undefined): string | null {
  if (id === undefined) return null
  const decoded = decodeId(kind, id)
  if (decoded === undefined) throw invalid(field, `must be the ID of an existing ${kind}`)
  return decoded
}

export const fileRequestRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.addSchema(fileRequest)

  app.get(
    '/file-requests',
    operation({
      id: 'list-file-requests',
      tag,
      summary: 'List file requests',
      description: 'The file requests of the portal, newest first.',
      permission: 'filerequest:read',
      feature: 'files',
      querystring: pageOfCustomer,
      response: pageOf(ref(fileRequest), 'The paginated file requests'),
    }),
    async ({ ctx, query }) => {
      const page = parsePage(query)
      const url = deps.publicUrl()
      const requests = await listFileRequests(ctx, toPageRequest(page), customerOf(query.customerId))
      return presentPage(
        requests,
        page,
        `${url}/v1/file-requests`,
        (row) => presentFileRequest(row, ctx.company, url),
        { customerId: query.customerId },
      )
    },
  )

  app.get(
    '/file-requests/:requestId',
    operation({
      id: 'get-file-request',
      tag,
      summary: 'Get file request',
      description: 'One file request, with what was uploaded so far.',
      permission: 'filerequest:read',
      feature: 'files',
      params: pathParameters,
      response: ref(fileRequest),
      errors: [404],
    }),
    async ({ ctx, params }) =>
      presentFileRequest(await getFileRequest(ctx, requestId(params)), ctx.company, deps.publicUrl()),
  )

  app.post(
    '/file-requests',
    operation({
      id: 'create-file-request',
      tag,
      summary: 'Create file request',
      description: 'Asks a customer, or whoever holds the link, for one to ten files.',
      permission: 'filerequest:write',
      feature: 'files',
      body: newFileRequest,
      response: ref(fileRequest),
      errors: [422],
    }),
    async ({ ctx, body }) => {
      const mostKb = Math.max(1, Math.floor(deps.uploadLimitBytes / 1024))
      const request = await createFileRequest(ctx, {
        name: body.name,
        description: body.description ?? null,
        customerId: optionalId('customer', 'customerId', body.customerId),
        directoryId: optionalId('directory', 'directoryId', body.directoryId),
        requestedFiles: body.requestedFiles.map(({ name, description, required, maxFileSize }) => ({
          name,
          description: description ?? null,
          required: required ?? true,
          maxSizeKb: Math.min(maxFileSize ?? mostKb, mostKb),
        })),
      })
      return presentFileRequest(request, ctx.company, deps.publicUrl())
    },
  )

  app.delete(
    '/file-requests/:requestId',
    operation({
      id: 'delete-file-request',
      tag,
      summary: 'Delete file request',
      description: 'Withdraws a request; uploaded files stay. Answers it as it was (extension).',
      permission: 'filerequest:write',
      feature: 'files',
      params: pathParameters,
      response: ref(fileRequest),
      errors: [404],
    }),
    async ({ ctx, params }) =>
      presentFileRequest(await deleteFileRequest(ctx, requestId(params)), ctx.company, deps.publicUrl()),
  )
}
