import type { Ctx } from '../../kernel/context.ts'
import type { Instant } from '../../kernel/time.ts'

/** One file that is asked for. */
export interface RequestedFile {
  id: string
  name: string
  description: string | null
  required: boolean
  /** In units of 1024 bytes. */
  maxSizeKb: number
  /** The file that was uploaded for it. */
  fileId: string | null
}

/** A request for files, to a customer or to whoever holds its link. */
export interface FileRequest {
  id: string
  name: string
  description: string | null
  directoryId: string | null
  customerId: string | null
  linkToken: string
  requestedFiles: RequestedFile[]
  /** When all that is required was there. */
  completedAt: Instant | null
  createdAt: Instant
}

/** The columns of a `FileRequest`, of the row `r`. `source` is the table or CTE that has its requested files. */
export const fileRequestColumns = (ctx: Ctx, source = 'requested_files') => ctx.sql`
  r.id, r.name, r.description, r.directory_id as "directoryId", r.customer_id as "customerId",
  r.link_token as "linkToken",
  (select coalesce(json_agg(json_build_object('id', q.id, 'name', q.name, 'description', q.description,
            'required', q.required, 'maxSizeKb', q.max_size_kb, 'fileId', q.file_id) order by q.position), '[]')
     from ${ctx.sql(source)} q where q.company_id = r.company_id and q.request_id = r.id) as "requestedFiles",
  r.completed_at as "completedAt", r.created_at as "createdAt"`
