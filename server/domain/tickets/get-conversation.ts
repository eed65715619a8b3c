import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'
import { attachmentsJson } from './messages-json.ts'
import { inboxEntries, type InboxEntry } from './inbox-entry.ts'
import { survivorOf } from './survivor-of.ts'
import type { Message } from './ticket.ts'

/** A message, and who of the staff wrote it where one did. */
export interface ConversationMessage extends Message {
  colleague: string | null
}

/** What the staff say among themselves. */
export interface Note {
  id: string
  author: string
  html: string
  text: string
  postedAt: Instant
}

/** A conversation that this one has taken up. */
export interface TakenUp {
  id: string
  title: string
  mergedAt: Instant
}

/** A conversation with everything that the staff see of it. */
export interface Conversation extends Omit<InboxEntry, 'messages'> {
  createdAt: Instant
  customerEmail: string | null
  customerPhone: string | null
  /** Oldest first. */
  messages: ConversationMessage[]
  /** Oldest first. */
  notes: Note[]
  /** The last first: only that merge can be undone. */
  merges: TakenUp[]
}

/**
 * One conversation; where another has taken it up, that one. Throws `forbidden`, `not_found`.
 */
export async function getConversation(ctx: Ctx, id: string): Promise<Conversation> {
  allow(ctx.actor, 'tickets:read')
  const { sql } = ctx
  const { companyId } = ctx.company
  const one = sql`(select * from tickets where company_id = ${companyId} and id = ${id} and merged_into is null) t`
  const [conversation] = await sql<Conversation[]>`
    select e.id, e.title, e.state, e.source, e."invoiceId", e."invoiceNumber", e."customerId", e."customerName", e.assignee,
           e."assignedToSupportAt", e."snoozedUntil", e."lastMessageAt", e."surfacedAt", e."lastText", e."lastByCustomer",
           e."hasAttachments", e.unread, t.created_at as "createdAt", c.email as "customerEmail", c.phone as "customerPhone",
           (select coalesce(json_agg(json_build_object('id', m.id, 'byCustomer', m.by_customer, 'author', m.author,
                     'colleague', u.name, 'html', m.body_html, 'text', m.body_text, 'postedAt', m.posted_at,
                     'attachments', ${attachmentsJson(ctx)}) order by m.posted_at, m.id), '[]')
              from ticket_messages m left join users u on u.id = m.user_id
             where m.company_id = t.company_id and m.ticket_id = t.id) as messages,
           (select coalesce(json_agg(json_build_object('id', n.id, 'author', coalesce(u.name, n.author),
                     'html', n.body_html, 'text', n.body_text, 'postedAt', n.posted_at) order by n.posted_at, n.id), '[]')
              from ticket_notes n left join users u on u.id = n.user_id
             where n.company_id = t.company_id and n.ticket_id = t.id) as notes,
           (select coalesce(json_agg(json_build_object('id', g.id, 'title', s.title, 'mergedAt', g.merged_at)
                     order by g.merged_at desc, g.id desc), '[]')
              from ticket_merges g join tickets s on s.company_id = g.company_id and s.id = g.id
             where g.company_id = t.company_id and g.into_id = t.id) as merges
      from (${inboxEntries(ctx, one)}) e
      join tickets t on t.company_id = ${companyId} and t.id = e.id
      left join customers c on c.company_id = t.company_id and c.id = t.customer_id`
  if (conversation) return conversation
  const survivor = await survivorOf(ctx, id)
  if (survivor === undefined) throw notFound('ticket')
  return getConversation(ctx, survivor)
}
