import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import type { InboxBox } from './browse-inbox.ts'
import { ownMembership } from './inbox-entry.ts'

export type InboxCounts = Record<InboxBox, number>

/** How many conversations each box holds; some are in several. Throws `forbidden`. */
export async function countInbox(ctx: Ctx): Promise<InboxCounts> {
  allow(ctx.actor, 'tickets:read')
  const { companyId } = ctx.company
  const total = (box: string) => ctx.sql`list_total(${companyId}, ${`inbox ${box}`})`
  const [counts] = await ctx.sql<[InboxCounts]>`
    select ${total('unanswered')} as unanswered, ${total('answered')} as answered, ${total('archived')} as archived,
           ${total('support')} as support, ${total('snoozed')} as snoozed,
           coalesce(list_total(${companyId}, 'inbox of ' || ${ownMembership(ctx)}), 0) as mine`
  return counts
}
