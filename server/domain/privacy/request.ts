import type { Ctx, Db, Tx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { toPage, type Keyed, type Page, type Stretch } from '../../kernel/page.ts'
import type { Instant } from '../../kernel/time.ts'

/** The job that does what is asked. Its payload names the row. */
export const ANSWER_PRIVACY = 'answer-privacy'

export interface PrivacyJob {
  companyId: number
  requestId: string
}

/** `erased`: deleted; `pseudonymised`: kept without whose it is; `kept`: kept as it is; `elsewhere`: not ours to erase. */
export type Fate = 'erased' | 'pseudonymised' | 'kept' | 'elsewhere'

/** What became, or will become, of one kind of thing. */
export interface ErasureItem {
  kind: string
  count: number
  fate: Fate
  /** Why it is kept: the law of taxes, a contract, the history of changes; null where it is not. */
  reason: 'tax_law' | 'contract' | 'history' | 'others' | null
  /** The last day on which it must be kept. */
  until: string | null
}

/** A person's request, and how far it got. */
export interface PrivacyRequest {
  id: string
  kind: 'export' | 'erasure'
  customerId: string
  customerName: string | null
  state: 'running' | 'done' | 'failed'
  stepsDone: number
  steps: number
  documentId: string | null
  expiresAt: Instant | null
  items: ErasureItem[] | null
  error: string | null
  createdAt: Instant
  finishedAt: Instant | null
}

const columns = (sql: Db | Tx) => sql`
  r.id, r.kind, r.customer_id as "customerId",
  (select name from customers c where c.company_id = r.company_id and c.id = r.customer_id) as "customerName", r.state,
  r.steps_done as "stepsDone", r.steps, r.document_id as "documentId", r.expires_at as "expiresAt", r.items, r.error,
  r.created_at as "createdAt", r.finished_at as "finishedAt"`

/** Throws `forbidden`, `not_found`. */
export async function getPrivacyRequest(ctx: Ctx, id: string): Promise<PrivacyRequest> {
  allow(ctx.actor, 'privacy:read')
  const [request] = await ctx.sql<PrivacyRequest[]>`
    select ${columns(ctx.sql)} from privacy_requests r where r.company_id = ${ctx.company.companyId} and r.id = ${id}`
  if (!request) throw notFound('privacy_request')
  return request
}

/** Exports or erasures, the newest first. Throws `forbidden`. */
export async function listPrivacyRequests(
  ctx: Ctx,
  kind: PrivacyRequest['kind'],
  { after, limit }: Stretch,
): Promise<Page<Keyed<PrivacyRequest>>> {
  allow(ctx.actor, 'privacy:read')
  const { sql } = ctx
  const rows = await sql<Keyed<PrivacyRequest>[]>`
    select ${columns(sql)}, r.created_at as key from privacy_requests r
     where r.company_id = ${ctx.company.companyId} and r.kind = ${kind}
       ${after ? sql`and (r.created_at, r.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql``}
     order by r.created_at desc, r.id desc limit ${limit + 1}`
  return toPage(rows, limit)
}

/** Adds the job for the row at hand (columns company_id and id): one at a time for a company. */
export const addPrivacyJob = (sql: Db | Tx) => sql`
  graphile_worker.add_job(${ANSWER_PRIVACY}::text, json_build_object('companyId', company_id, 'requestId', id),
    queue_name := 'privacy ' || company_id, job_key := 'privacy ' || id::text, max_attempts := 5)`
