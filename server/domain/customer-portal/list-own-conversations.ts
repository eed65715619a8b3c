import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { toPage, type Keyed, type Page, type Stretch } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'
import { documentColumns, type Document } from '../documents/document.ts'
import { messagesJson } from '../tickets/messages-json.ts'
import type { TicketState, TicketWithMessages } from '../tickets/ticket.ts'
import { ownTicket } from './own.ts'

/** A conversation as a list of one's own shows it. */
export interface OwnConversation {
  id: string
  title: string
  state: TicketState
  invoiceId: string | null
  lastMessageAt: Instant
  /** The beginning of what was said last, in plain text. */
  lastText: string
  lastByCustomer: boolean
}

/** The conversations of who asks, the last word first. Throws `forbidden`. */
export async function listOwnConversations(
  ctx: Ctx,
  { after, limit }: Stretch,
): Promise<Page<Keyed<OwnConversation>>> {
  allow(ctx.actor, 'tickets:read')
  const { sql } = ctx
  // One that was taken up by another has no messages left.
  const rows = await sql<Keyed<OwnConversation>[]>`
    select t.id, t.title, t.state, t.invoice_id as "invoiceId", t.last_message_at as "lastMessageAt",
           m.text as "lastText", m.by_customer as "lastByCustomer", t.last_message_at as key
      from tickets t
      join lateral (
        select left(m.body_text, 200) as text, m.by_customer from ticket_messages m
         where m.company_id = t.company_id and m.ticket_id = t.id order by m.posted_at desc, m.id desc limit 1
      ) m on true
     where ${ownTicket(ctx)}
       ${after ? sql`and (t.last_message_at, t.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql``}
     order by t.last_message_at desc, t.id desc limit ${limit + 1}`
  return toPage(rows, limit)
}

/** One of them with its messages, oldest first. Throws `forbidden`, `not_found`. */
export async function getOwnConversation(ctx: Ctx, id: string): Promise<TicketWithMessages> {
  allow(ctx.actor, 'tickets:read')
  const [ticket] = await ctx.sql<TicketWithMessages[]>`
    select t.id, t.invoice_id as "invoiceId", t.customer_id as "customerId", t.title, t.source, t.state,
           t.created_at as "createdAt",
           (select ${messagesJson(ctx)} from ticket_messages m
             where m.company_id = t.company_id and m.ticket_id = t.id) as messages
      from tickets t where t.id = ${id} and ${ownTicket(ctx)}
       and exists (select from ticket_messages m where m.company_id = t.company_id and m.ticket_id = t.id)`
  if (!ticket) throw notFound('ticket')
  return ticket
}

/** The document of an attachment of one of them. Throws `forbidden`, `not_found`. */
export async function getOwnAttachment(ctx: Ctx, ticketId: string, id: string): Promise<Document> {
  allow(ctx.actor, 'tickets:read')
  const [document] = await ctx.sql<Document[]>`
    select ${documentColumns(ctx)}
      from tickets t
      join ticket_messages m on m.company_id = t.company_id and m.ticket_id = t.id
      join ticket_attachments a on a.company_id = m.company_id and a.message_id = m.id
      join documents d on d.company_id = a.company_id and d.id = a.document_id
     where t.id = ${ticketId} and a.id = ${id} and ${ownTicket(ctx)}`
  if (!document) throw notFound('attachment')
  return document
}
