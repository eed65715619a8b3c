import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Keyed, type Page, type Stretch } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import { inboxEntries, ownMembership, type InboxEntry } from './inbox-entry.ts'
import { ticketStates } from './ticket.ts'

/**
 * `mine`: assigned to who asks; `support`: with the support team; neither holds what is archived. What is snoozed is in
 * `snoozed` alone.
 */
export const inboxBoxes = [...ticketStates, 'mine', 'support', 'snoozed'] as const
export type InboxBox = (typeof inboxBoxes)[number]

/** The condition that a row `t` of tickets is in a box. */
export function inBox(ctx: Ctx, box: InboxBox) {
  const { sql } = ctx
  const awake = sql`t.snoozed_until is null and t.merged_into is null`
  switch (box) {
    case 'mine':
      return sql`t.assignee_id = ${ownMembership(ctx)} and t.state <> 'archived' and ${awake}`
    case 'support':
      return sql`t.assigned_to_support_at is not null and t.state <> 'archived' and ${awake}`
    case 'snoozed':
      return sql`t.snoozed_until is not null and t.merged_into is null`
    case 'unanswered':
    case 'answered':
    case 'archived':
      return sql`t.state = ${box} and ${awake}`
  }
}

/** One box of the inbox: what came up last, first. Throws `forbidden`. */
export async function browseInbox(
  ctx: Ctx,
  { box }: { box: InboxBox },
  { after, limit }: Stretch,
): Promise<Page<Keyed<InboxEntry>>> {
  allow(ctx.actor, 'tickets:read')
  const { sql } = ctx
  const rows = await sql<Keyed<InboxEntry>[]>`
    ${inboxEntries(
      ctx,
      sql`(
        select * from tickets t
         where t.company_id = ${ctx.company.companyId} and ${inBox(ctx, box)}
           ${after ? sql`and (t.surfaced_at, t.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql``}
         order by t.surfaced_at desc, t.id desc limit ${limit + 1}) t`,
    )}`
  return toPage(rows, limit)
}
