import Type from 'typebox'
import { LINK_MINUTES, signDownload } from '../../domain/documents/download-link.ts'
import type { Ctx } from '../../kernel/context.ts'
import { formatAtom } from '../../kernel/time.ts'
import type { Deps } from '../edge.ts'
import { paperKey, type PaperKind } from '../paper-link.ts'

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
export const presentCloudfile = (documentId: string, ctx: Ctx, deps: Deps) =>
  presentLink('downloads', deps.vault.derive('downloads'), documentId, ctx, deps)

/** A link to the PDF that is rendered of an invoice or offer that the caller may read: check that before. */
export const presentPaper = (kind: PaperKind, id: string, ctx: Ctx, deps: Deps) =>
  presentLink(`${kind}-pdfs`, paperKey(deps, kind), id, ctx, deps)

function presentLink(path: string, key: Buffer, id: string, { company, now }: Ctx, deps: Deps) {
  // Whole seconds, as the link has them.
  const expiresAt = new Date(Math.floor(now.getTime() / 1000) * 1000 + LINK_MINUTES * 60_000)
  const token = signDownload(key, { companyId: company.companyId, documentId: id, expiresAt })
  return {
    link: `${deps.publicUrl()}/api/portal/${path}/${token}`,
    expiresAt: formatAtom(expiresAt.toISOString(), company.timeZone),
  }
}
