import type { Ctx } from '../../kernel/context.ts'
import type { Instant } from '../../kernel/time.ts'
import { fileJson, joinDocument, type FileOrDirectory } from '../files/file.ts'

/** Files and directories that a customer, or whoever holds the link, may see. */
export interface FileShare {
  id: string
  /** Null: anyone with the link. */
  customerId: string | null
  linkToken: string
  content: FileOrDirectory[]
  createdAt: Instant
}

/** The columns of a `FileShare`, of the row `s`. */
export const fileShareColumns = (ctx: Ctx) => ctx.sql`
  s.id, s.customer_id as "customerId", s.link_token as "linkToken",
  (select coalesce(json_agg(${fileJson(ctx)} order by c.position), '[]')
     from file_share_content c join files f on f.company_id = c.company_id and f.id = c.file_id ${joinDocument(ctx)}
    where c.company_id = s.company_id and c.share_id = s.id) as content,
  s.created_at as "createdAt"`
