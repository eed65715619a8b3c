import type { FastifyPluginAsync } from 'fastify'
import { getPublicFileShare } from '../../../domain/file-shares/get-file-share.ts'
import { getSharedDocument, listSharedFiles } from '../../../domain/file-shares/list-shared-files.ts'
import type { Deps } from '../../edge.ts'
import { sendDocument } from '../../send-document.ts'
import { asPage } from '../html.ts'
import { enterByLink, uuidOf } from '../links.ts'
import { notNow, usePages } from '../page-app.ts'
import { opens } from './enter.ts'
import { renderFileShare } from './page.ts'
import { presentPublicFileShare } from './present.ts'

interface Link {
  id: string
  token: string
}

/** The page behind a file share's link, at `/file-shares`: what is shared, to download. It has no script. */
export const fileSharePages: FastifyPluginAsync<{ deps: Deps }> = async (app, { deps }) => {
  await usePages(app, deps, (locale) => notNow[locale])
  const pathOf = ({ id, token }: Link) => `/file-shares/${id}/${token}`

  app.get<{ Params: Link }>('/:id/:token', { config: { open: true } }, async (request, reply) => {
    const { params } = request
    const { ctx, id } = await enterByLink(deps, request, params, opens)
    await getPublicFileShare(ctx, id, params.token)
    const shared = presentPublicFileShare(await listSharedFiles(ctx, id), ctx.company)
    return asPage(reply, ctx.company).send(renderFileShare(shared, ctx.company, pathOf(params)))
  })

  app.get<{ Params: Link & { fileId: string } }>(
    '/:id/:token/files/:fileId',
    { config: { open: true } },
    async (request, reply) => {
      const { params } = request
      const { ctx, id } = await enterByLink(deps, request, params, opens)
      await getPublicFileShare(ctx, id, params.token)
      const document = await getSharedDocument(ctx, id, uuidOf('fsf_', params.fileId, 'file'))
      return sendDocument(request, reply, deps, ctx.company.companyId, document)
    },
  )
}
