import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { fileName } from '../../../domain/documents/file-name.ts'
import { addFile } from '../../../domain/files/add-file.ts'
import { createDirectory } from '../../../domain/files/create-directory.ts'
import { deleteFile } from '../../../domain/files/delete-file.ts'
import { getFile } from '../../../domain/files/get-file.ts'
import { locateFile } from '../../../domain/files/locate-file.ts'
import { moveFile } from '../../../domain/files/move-file.ts'
import { searchFiles } from '../../../domain/files/search-files.ts'
import { listFiles } from '../../../domain/files/list-files.ts'
import { invalid } from '../../../kernel/errors.ts'
import { idOr404, type Deps } from '../../edge.ts'
import { acceptUploads } from '../../multipart.ts'
import { ref } from '../../openapi.ts'
import { cloudfile, presentCloudfile } from '../cloudfile.ts'
import { decodeId, encodeId } from '../ids.ts'
import { operation } from '../operation.ts'
import { pageOf, parsePage, presentPage, toPageRequest } from '../paging.ts'
import { decodeFileId, presentFile } from './present.ts'
import {
  fileMove,
  fileOrDirectory,
  filesQuery,
  inDirectory,
  newFileOrDirectory,
  placedFile,
} from './schema.ts'

const tag = 'Files API'
const pathParameters = {
  fileOrDirId: 'The ID of the file or directory, starting with `fsf_` or `fsd_`.',
}

const named = (params: { fileOrDirId: string }) => idOr404(decodeFileId(params.fileOrDirId), 'file')

/** The directory that a query names. */
function directoryOf({ directory }: { directory?: string }): string | null {
  if (directory === undefined) return null
  const id = decodeId('directory', directory)
  if (id === undefined) throw invalid('directory', 'must be the ID of an existing directory')
  return id
}

export const fileRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.addSchema(fileOrDirectory)
  app.addSchema(placedFile)

  app.get(
    '/files',
    operation({
      id: 'list-files',
      tag,
      summary: 'List files and directories',
      description:
        'What lies in a directory, or at the top, newest first unless `sort` says otherwise; or what is called so, wherever it lies (extension).',
      permission: 'files:read',
      feature: 'files',
      querystring: filesQuery,
      response: pageOf(ref(fileOrDirectory), 'The paginated files and directories'),
      errors: [404, 422],
    }),
    async ({ ctx, query }) => {
      const page = parsePage(query)
      const directory = directoryOf(query)
      const { search, sort = '-createdAt' } = query
      if (search !== undefined && directory !== null)
        throw invalid('directory', 'must be left out beside search')
      const files =
        search === undefined
          ? await listFiles(ctx, directory, toPageRequest(page), sort)
          : await searchFiles(ctx, search, toPageRequest(page))
      return presentPage(
        files,
        page,
        `${deps.publicUrl()}/v1/files`,
        (row) => presentFile(row, ctx.company),
        {
          directory: query.directory,
          sort: query.sort,
          search: search === undefined ? undefined : encodeURIComponent(search),
        },
      )
    },
  )

  await acceptUploads(app, deps, async (scope) => {
    scope.post(
      '/files',
      operation({
        id: 'post-files',
        tag,
        summary: 'Upload a file or create a directory',
        description:
          'Either a file as `multipart/form-data`, or the name of a directory as JSON; never both.',
        permission: 'files:write',
        querystring: inDirectory,
        body: newFileOrDirectory,
        alsoJson: true,
        response: ref(fileOrDirectory),
        errors: [422],
      }),
      async ({ ctx, query, body }) => {
        const directory = directoryOf(query)
        const { file, name } = body
        if (file && name !== undefined)
          throw invalid('name', 'must not come with a file: send one of the two')
        if (file) return presentFile(await addFile(ctx, file, directory), ctx.company)
        if (name === undefined)
          throw invalid('name', 'is required for a directory, or a file as multipart/form-data')
        return presentFile(await createDirectory(ctx, fileName(name), directory), ctx.company)
      },
    )
  })

  app.get(
    '/files/:fileOrDirId',
    operation({
      id: 'get-file',
      tag,
      summary: 'Get file or directory',
      description: 'One file or directory.',
      permission: 'files:read',
      feature: 'files',
      params: pathParameters,
      response: ref(placedFile),
      errors: [404],
    }),
    async ({ ctx, params }) => {
      const { type, id } = named(params)
      const file = await getFile(ctx, type, id)
      const directories = await locateFile(ctx, id)
      return {
        ...presentFile(file, ctx.company),
        directories: directories.map((one) => ({ id: encodeId('directory', one.id), name: one.name })),
      }
    },
  )

  app.patch(
    '/files/:fileOrDirId',
    operation({
      id: 'move-file',
      tag,
      summary: 'Rename or move file or directory',
      description: 'Gives a file or directory another name, another place, or both (extension).',
      permission: 'files:write',
      feature: 'files',
      params: pathParameters,
      body: fileMove,
      response: ref(fileOrDirectory),
      errors: [404, 422],
    }),
    async ({ ctx, params, body }) => {
      const { type, id } = named(params)
      const move = {
        ...(body.name === undefined ? {} : { name: fileName(body.name) }),
        ...(body.directory === undefined
          ? {}
          : { directoryId: body.directory === '-' ? null : directoryOf({ directory: body.directory }) }),
      }
      return presentFile(await moveFile(ctx, type, id, move), ctx.company)
    },
  )

  app.get(
    '/files/:fileId/download',
    operation({
      id: 'download-file',
      tag,
      summary: 'Download file',
      description: 'A link that downloads the file, for five minutes. Directories cannot be downloaded.',
      permission: 'files:read',
      feature: 'files',
      params: { fileId: 'The ID of the file, starting with `fsf_`.' },
      response: ref(cloudfile),
      errors: [404],
    }),
    async ({ ctx, params }) => {
      const { documentId } = await getFile(ctx, 'file', idOr404(decodeId('file', params.fileId), 'file'))
      return presentCloudfile(documentId!, ctx, deps)
    },
  )

  app.delete(
    '/files/:fileOrDirId',
    operation({
      id: 'delete-file',
      tag,
      summary: 'Delete file or directory',
      description: 'Deletes a file, or a directory with all that is in it. Answers it as it was (extension).',
      permission: 'files:write',
      feature: 'files',
      params: pathParameters,
      response: ref(fileOrDirectory),
      errors: [404],
    }),
    async ({ ctx, params }) => {
      const { type, id } = named(params)
      return presentFile(await deleteFile(ctx, type, id), ctx.company)
    },
  )
}
