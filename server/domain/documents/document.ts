import type { Ctx } from '../../kernel/context.ts'
import type { Instant } from '../../kernel/time.ts'

/** What a document is part of. */
export type DocumentKind =
  'file' | 'attachment' | 'invoice' | 'offer' | 'agreement' | 'signature' | 'letters' | 'export'

/** What is known of stored bytes; they are in the storage under its company's number and its id. */
export interface Document {
  id: string
  /** For people; free of paths and control characters. */
  name: string
  mime: string
  sizeBytes: number
  sha256Hex: string
  kind: DocumentKind
  createdAt: Instant
}

/** The columns of a `Document`, of the row `d`. */
export const documentColumns = (ctx: Ctx) => ctx.sql`
  d.id, d.name, d.mime, d.size_bytes as "sizeBytes", d.sha256 as "sha256Hex", d.kind, d.created_at as "createdAt"`
