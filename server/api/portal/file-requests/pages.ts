import type { FastifyPluginAsync } from 'fastify'
import Type from 'typebox'
import { getPublicFileRequest } from '../../../domain/file-requests/get-file-request.ts'
import { uploadRequestedFile } from '../../../domain/file-requests/upload-requested-file.ts'
import type { Deps } from '../../edge.ts'
import { toBalieError } from '../../errors.ts'
import { acceptUploads } from '../../multipart.ts'
import { asPage } from '../html.ts'
import { enterByLink, linkedUuid, uuidOf } from '../links.ts'
import { notNow, usePages } from '../page-app.ts'
import { admitUpload, opens } from './enter.ts'
import { renderFileRequest } from './page.ts'
import { presentPublicFileRequest } from './present.ts'
import { requestedUpload } from './schema.ts'
import { problems, type Problem } from './words.ts'

interface Link {
  id: string
  token: string
}

/** What the sender is told; undefined where the fault is not in the form. */
function problemOf(error: unknown): Problem | undefined {
  const known = toBalieError(error)
  if (known?.code === 'too_large') return 'too_large'
  if (known?.code === 'conflict') return 'there'
  if (known?.code === 'invalid' || known?.code === 'unsupported_media_type') return 'none'
  return undefined
}

/** The page behind a file request's link, at `/file-requests`: what is asked, and a form for each file. It has no script. */
export const fileRequestPages: FastifyPluginAsync<{ deps: Deps }> = async (app, { deps }) => {
  await usePages(app, deps, (locale) => notNow[locale])
  app.decorateRequest('ctx', null as never)
  const pathOf = ({ id, token }: Link) => `/file-requests/${id}/${token}`

  app.get<{ Params: Link; Querystring: { problem?: unknown; file?: unknown } }>(
    '/:id/:token',
    { config: { open: true } },
    async (request, reply) => {
      const { params, query } = request
      const { ctx, id } = await enterByLink(deps, request, params, opens)
      const asked = presentPublicFileRequest(await getPublicFileRequest(ctx, id, params.token), ctx.company)
      const problem = problems.find((known) => known === query.problem)
      return asPage(reply, ctx.company).send(
        renderFileRequest(asked, ctx.company, pathOf(params), problem && { problem, file: query.file }),
      )
    },
  )

  await acceptUploads(app, deps, async (scope) => {
    scope.post(
      '/:id/:token/files/:requestedFileId',
      {
        config: { open: true },
        onRequest: (request) => admitUpload(deps, request),
        // Whatever is wrong with the form is said where it stands.
        errorHandler: (error, request, reply) => {
          const problem = problemOf(error)
          if (!problem) throw error
          const { requestedFileId, ...link } = request.params as Link & { requestedFileId: string }
          return reply.redirect(
            `${pathOf(link)}?problem=${problem}&file=${requestedFileId}#${requestedFileId}`,
            303,
          )
        },
        schema: {
          params: Type.Object({ id: Type.String(), token: Type.String(), requestedFileId: Type.String() }),
          body: requestedUpload,
        },
      },
      async ({ ctx, params, body }, reply) => {
        await uploadRequestedFile(
          ctx,
          linkedUuid('frq_', params.id, 'file_request'),
          uuidOf('fqf_', params.requestedFileId, 'file'),
          body.file,
        )
        return reply.redirect(pathOf(params), 303)
      },
    )
  })
}
