import Type from 'typebox'
import { LINK_MINUTES, signDownload } from '../../domain/documents/download-link.ts'
import type { Ctx } from '../../kernel/context.ts'
import { formatAtom } from '../../kernel/time.ts'
import type { Deps } from '../edge.ts'

export const cloudfile = Type.Object(
  {
    link: Type.String({ description: 'Downloads the file; no key is needed.', examples: ['https://…'] }),
    expiresAt: Type.String({
      description: 'ATOM; the link works for five minutes.',
      examples: ['2025-04-29T21:00:00+02:00'],
    }),
  },
  { $id: 'Api_Cloudfile', description: 'A file to download.' },
)

/** A link to a document that the caller may read: check that before. */
export function presentCloudfile(documentId: string, { company, now }: Ctx, deps: Deps) {
  // Whole seconds, as the link has them.
  const expiresAt = new Date(Math.floor(now.getTime() / 1000) * 1000 + LINK_MINUTES * 60_000)
  const token = signDownload(deps.vault.derive('downloads'), {
    companyId: company.companyId,
    documentId,
    expiresAt,
  })
  return {
    link: `${deps.publicUrl()}/api/portal/downloads/${token}`,
    expiresAt: formatAtom(expiresAt.toISOString(), company.timeZone),
  }
}
