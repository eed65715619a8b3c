import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'

/** Something that changed about a conversation. */
export interface InboxChange {
  /** Of the event; unique. */
  seq: number
  ticketId: string
  /** The event's. */
  type: string
  /** `user:0198…` */
  actor: string
  at: Instant
  /** The transaction that did it. */
  transaction: string
}

/** So much is told one by one; who has missed more looks at everything anew. */
export const MOST_CHANGES = 500

/**
 * What transactions that were not over at `since` have changed, and since when to look the next time. What was told may
 * come again, nothing is left out: transactions do not end in the order in which they begin. Without `since` nothing but
 * the present. Throws `forbidden`.
 */
export async function listInboxChanges(
  ctx: Ctx,
  since: string | undefined,
): Promise<{ now: string; changes: InboxChange[] }> {
  allow(ctx.actor, 'tickets:read')
  const rows = await ctx.sql<({ now: string } & (InboxChange | { seq: null }))[]>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as now, c.*
      from (values (1)) one
      left join lateral (
        select seq, ticket_id as "ticketId", type, actor, at, transaction::text as transaction
          from inbox_changes
         where company_id = ${ctx.company.companyId} and transaction >= ${since ?? null}::text::xid8
         order by seq limit ${MOST_CHANGES + 1}
      ) c on true
     order by c.seq`
  return {
    now: rows[0]!.now,
    changes: rows.filter((row): row is { now: string } & InboxChange => row.seq !== null),
  }
}
