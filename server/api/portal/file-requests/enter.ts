import type { FastifyRequest } from 'fastify'
import { getPublicFileRequest } from '../../../domain/file-requests/get-file-request.ts'
import { notFound } from '../../../kernel/errors.ts'
import type { Permission } from '../../../kernel/permissions.ts'
import type { Deps } from '../../edge.ts'
import { enterByLink, uuidOf } from '../links.ts'

/** What a link opens: this request, to read and to fill. */
const permissions: ReadonlySet<Permission> = new Set(['filerequest:read', 'filerequest:write'])
export const opens = { prefix: 'frq_', thing: 'file_request', permissions } as const

/** Before the body is read: the link must be right, and says how large the file may be. Throws `not_found`. */
export async function admitUpload(deps: Deps, request: FastifyRequest): Promise<void> {
  const link = request.params as { id: string; token: string; requestedFileId: string }
  const { ctx, id } = await enterByLink(deps, request, link, opens)
  const { requestedFiles } = await getPublicFileRequest(ctx, id, link.token)
  const fileId = uuidOf('fqf_', link.requestedFileId, 'file')
  const asked = requestedFiles.find((file) => file.id === fileId)
  if (!asked) throw notFound('file')
  request.ctx = ctx
  request.uploadLimitBytes = Math.min(asked.maxSizeKb * 1024, deps.uploadLimitBytes)
}
