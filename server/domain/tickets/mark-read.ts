import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { ownMembership } from './inbox-entry.ts'
import { conversationMustExist } from './ticket-must-exist.ts'

/** Notes up to which message the caller has read; null: not at all. Throws `forbidden`, `not_found` (conversation, message). */
export async function markRead(ctx: Ctx, ticketId: string, messageId: string | null): Promise<void> {
  allow(ctx.actor, 'tickets:read')
  const { companyId } = ctx.company
  await conversationMustExist(ctx, ticketId)
  if (messageId === null) {
    await ctx.sql`
      delete from ticket_reads
       where company_id = ${companyId} and ticket_id = ${ticketId} and membership_id = ${ownMembership(ctx)}`
    return
  }
  const { count } = await ctx.sql`
    insert into ticket_reads as r (company_id, membership_id, ticket_id, read_at)
    select m.company_id, me.id, m.ticket_id, m.posted_at
      from ticket_messages m, ${ownMembership(ctx)} me
     where m.company_id = ${companyId} and m.ticket_id = ${ticketId} and m.id = ${messageId}
    on conflict (company_id, membership_id, ticket_id) do update set read_at = greatest(r.read_at, excluded.read_at)`
  if (count === 0) throw notFound('message')
}
