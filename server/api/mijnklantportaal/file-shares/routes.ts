import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { createFileShare } from '../../../domain/file-shares/create-file-share.ts'
import { deleteFileShare } from '../../../domain/file-shares/delete-file-share.ts'
import { getFileShare } from '../../../domain/file-shares/get-file-share.ts'
import { listFileShares } from '../../../domain/file-shares/list-file-shares.ts'
import type { FileOrDirectory } from '../../../domain/files/file.ts'
import { invalid } from '../../../kernel/errors.ts'
import { idOr404, type Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { decodeFileId } from '../files/present.ts'
import { decodeId } from '../ids.ts'
import { operation } from '../operation.ts'
import { pageOfCustomer, customerOf } from '../of-customer.ts'
import { pageOf, parsePage, presentPage, toPageRequest } from '../paging.ts'
import { presentFileShare } from './present.ts'
import { fileShare, newFileShare } from './schema.ts'

const tag = 'File Share API'
const pathParameters = { shareId: 'The ID of the file share, starting with `fss_`.' }

const shareId = (params: { shareId: string }) => idOr404(decodeId('fileShare', params.shareId), 'file_share')

/** What a body names, each once. */
function contentOf(content: readonly string[]): Pick<FileOrDirectory, 'id' | 'type'>[] {
  const named = new Map<string, Pick<FileOrDirectory, 'id' | 'type'>>()
  for (const [index, given] of content.entries()) {
    const file = decodeFileId(given)
    if (!file) throw invalid(`content[${index}]`, 'must be the ID of an existing file or directory')
    named.set(`${file.type} ${file.id}`, file)
  }
  return [...named.values()]
}

export const fileShareRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.addSchema(fileShare)

  app.get(
    '/file-shares',
    operation({
      id: 'list-file-shares',
      tag,
      summary: 'List file shares',
      description: 'The file shares of the portal, newest first.',
      permission: 'fileshare:read',
      feature: 'files',
      querystring: pageOfCustomer,
      response: pageOf(ref(fileShare), 'The paginated file shares'),
    }),
    async ({ ctx, query }) => {
      const page = parsePage(query)
      const url = deps.publicUrl()
      const shares = await listFileShares(ctx, toPageRequest(page), customerOf(query.customerId))
      return presentPage(
        shares,
        page,
        `${url}/v1/file-shares`,
        (row) => presentFileShare(row, ctx.company, url),
        { customerId: query.customerId },
      )
    },
  )

  app.get(
    '/file-shares/:shareId',
    operation({
      id: 'get-file-share',
      tag,
      summary: 'Get file share',
      description: 'One file share (extension).',
      permission: 'fileshare:read',
      feature: 'files',
      params: pathParameters,
      response: ref(fileShare),
      errors: [404],
    }),
    async ({ ctx, params }) =>
      presentFileShare(await getFileShare(ctx, shareId(params)), ctx.company, deps.publicUrl()),
  )

  app.post(
    '/file-shares',
    operation({
      id: 'create-file-share',
      tag,
      summary: 'Create file share',
      description: 'Shares files and directories with a customer, or with whoever holds the link.',
      permission: 'fileshare:write',
      feature: 'files',
      body: newFileShare,
      response: ref(fileShare),
      errors: [422],
    }),
    async ({ ctx, body }) => {
      const customerId = body.customerId === undefined ? null : decodeId('customer', body.customerId)
      if (customerId === undefined) throw invalid('customerId', 'must be the ID of an existing customer')
      const share = await createFileShare(ctx, contentOf(body.content), customerId)
      return presentFileShare(share, ctx.company, deps.publicUrl())
    },
  )

  app.delete(
    '/file-shares/:shareId',
    operation({
      id: 'delete-file-share',
      tag,
      summary: 'Delete file share',
      description: 'Ends a share; its files stay. Answers it as it was (extension).',
      permission: 'fileshare:write',
      feature: 'files',
      params: pathParameters,
      response: ref(fileShare),
      errors: [404],
    }),
    async ({ ctx, params }) =>
      presentFileShare(await deleteFileShare(ctx, shareId(params)), ctx.company, deps.publicUrl()),
  )
}
