import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Keyed, type Page, type Stretch } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'
import type { TicketSource, TicketState } from './ticket.ts'

/** A conversation as the inbox shows it. */
export interface InboxEntry {
  id: string
  title: string
  state: TicketState
  source: TicketSource
  invoiceId: string | null
  customerId: string | null
  customerName: string | null
  assignedToSupportAt: Instant | null
  lastMessageAt: Instant
  /** The beginning of what was said last, in plain text. */
  lastText: string | null
  lastByCustomer: boolean | null
}

export interface InboxChoice {
  /** `support`: with the support team, and not archived. */
  box: TicketState | 'support'
}

/** One box of the inbox, the last word first. Throws `forbidden`. */
export async function browseInbox(
  ctx: Ctx,
  { box }: InboxChoice,
  { after, limit }: Stretch,
): Promise<Page<Keyed<InboxEntry>>> {
  allow(ctx.actor, 'tickets:read')
  const { sql } = ctx
  const rows = await sql<Keyed<InboxEntry>[]>`
    select t.id, t.title, t.state, t.source, t.invoice_id as "invoiceId", t.customer_id as "customerId",
           c.name as "customerName", t.assigned_to_support_at as "assignedToSupportAt",
           t.last_message_at as "lastMessageAt", m.text as "lastText", m.by_customer as "lastByCustomer",
           t.last_message_at as key
      from (select * from tickets t
             where t.company_id = ${ctx.company.companyId}
               ${
                 box === 'support'
                   ? sql`and t.assigned_to_support_at is not null and t.state <> 'archived'`
                   : sql`and t.state = ${box}`
               }
               ${after ? sql`and (t.last_message_at, t.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql``}
             order by t.last_message_at desc, t.id desc limit ${limit + 1}) t
      left join customers c on c.company_id = t.company_id and c.id = t.customer_id
      left join lateral (
        select left(m.body_text, 200) as text, m.by_customer from ticket_messages m
         where m.company_id = t.company_id and m.ticket_id = t.id order by m.posted_at desc, m.id desc limit 1
      ) m on true
     order by t.last_message_at desc, t.id desc`
  return toPage(rows, limit)
}

export type InboxCounts = Record<TicketState | 'support', number>

/** How many conversations each box holds. Throws `forbidden`. */
export async function countInbox(ctx: Ctx): Promise<InboxCounts> {
  allow(ctx.actor, 'tickets:read')
  const [counts] = await ctx.sql<[InboxCounts]>`
    select count(*) filter (where state = 'unanswered') as unanswered,
           count(*) filter (where state = 'answered') as answered,
           count(*) filter (where state = 'archived') as archived,
           (select count(*) from tickets where company_id = ${ctx.company.companyId}
               and assigned_to_support_at is not null and state <> 'archived') as support
      from tickets where company_id = ${ctx.company.companyId}`
  return counts
}
