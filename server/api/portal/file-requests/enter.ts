import type { FastifyRequest } from 'fastify'
import { getPublicFileRequest } from '../../../domain/file-requests/get-file-request.ts'
import { notFound } from '../../../kernel/errors.ts'
import type { Permission } from '../../../kernel/permissions.ts'
import type { Deps } from '../../edge.ts'
import type { Door } from '../door.ts'
import { enterByLink, linkParams, uuidOf } from '../links.ts'

/** What a link opens: this request, to read and to fill. */
const permissions: ReadonlySet<Permission> = new Set(['filerequest:read', 'filerequest:write'])
export const opens = { prefix: 'frq_', thing: 'file_request', permissions } as const

/** The door of whoever holds a file request's link. */
export const linkToFileRequest = (deps: Deps): Door => ({
  path: '/file-requests/:id/:token',
  params: linkParams,
  config: () => ({ open: true }),
  tag: 'File requests',
  named: (operation) => operation,
  async enter(request) {
    const link = request.params as { id: string; token: string }
    const { ctx, id } = await enterByLink(deps, request, link, opens)
    return { ctx, id, token: link.token, home: `/file-requests/${link.id}/${link.token}` }
  },
})

/** Before the body is read: who sends it must be right, and what is asked for says how large it may be. Throws `not_found`. */
export async function admitUpload(deps: Deps, door: Door, request: FastifyRequest): Promise<void> {
  const { ctx, id, token } = await door.enter(request)
  const { requestedFiles } = await getPublicFileRequest(ctx, id, token)
  const fileId = uuidOf('fqf_', (request.params as { requestedFileId: string }).requestedFileId, 'file')
  const asked = requestedFiles.find((file) => file.id === fileId)
  if (!asked) throw notFound('file')
  request.ctx = ctx
  request.uploadLimitBytes = Math.min(asked.maxSizeKb * 1024, deps.uploadLimitBytes)
}
