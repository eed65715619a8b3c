import type { Db } from '../../kernel/context.ts'
import type { Instant } from '../../kernel/time.ts'

/** One request to a partner's endpoint. */
export interface PartnerRequest {
  at: Instant
  /** `round`, `realtime` or `payment`. */
  kind: string
  invoices: number
  imports: number
  /** Null: no answer came, and `error` says why. */
  status: number | null
  error: string | null
  durationMs: number
  url: string
}

const KEEP_DAYS = 30

/** The latest requests to a partner, newest first. */
export async function listRequests(sql: Db, partnerId: string, limit: number): Promise<PartnerRequest[]> {
  return sql<PartnerRequest[]>`
    select at, kind, invoices, imports, status, error, duration_ms as "durationMs", url from partner_requests
     where partner_id = ${partnerId} order by at desc, id desc limit ${limit}`
}

/** Forgets requests of a month ago. */
export const forgetRequests = async (sql: Db, now: Date): Promise<void> =>
  void (await sql`
    delete from partner_requests where at < ${now}::timestamptz - make_interval(days => ${KEEP_DAYS}::integer)`)
