import type { Fragment } from 'postgres'
import type { Ctx } from '../../kernel/context.ts'
import type { Instant } from '../../kernel/time.ts'
import type { TicketSource, TicketState } from './ticket.ts'

/** One of the staff, by their membership. */
export interface Person {
  id: string
  name: string
}

/** A conversation as the inbox shows it. */
export interface InboxEntry {
  id: string
  title: string
  state: TicketState
  source: TicketSource
  invoiceId: string | null
  /** The company's own. */
  invoiceNumber: string | null
  customerId: string | null
  customerName: string | null
  assignee: Person | null
  assignedToSupportAt: Instant | null
  snoozedUntil: Instant | null
  lastMessageAt: Instant
  /** When it last came up: the last word, or the end of a snooze. */
  surfacedAt: Instant
  /** The beginning of what was said last, in plain text. */
  lastText: string | null
  lastByCustomer: boolean | null
  messages: number
  hasAttachments: boolean
  /** The customer's last word is later than the caller's last look. */
  unread: boolean
}

/** The membership of the user who asks; null for any other caller. */
export const ownMembership = (ctx: Ctx) => ctx.sql`
  (select id from memberships
    where company_id = ${ctx.company.companyId} and user_id = ${ctx.actor.kind === 'user' ? ctx.actor.id : null}::uuid)`

/** The entries of the rows of tickets that `from` brings as `t`, which are few. */
export const inboxEntries = (ctx: Ctx, from: Fragment) => ctx.sql`
  select t.id, t.title, t.state, t.source, t.invoice_id as "invoiceId", i.external_number as "invoiceNumber",
         t.customer_id as "customerId", c.name as "customerName",
         case when a.id is not null then jsonb_build_object('id', a.id, 'name', u.name) end as assignee,
         t.assigned_to_support_at as "assignedToSupportAt", t.snoozed_until as "snoozedUntil",
         t.last_message_at as "lastMessageAt", t.surfaced_at as "surfacedAt", m.text as "lastText",
         m.by_customer as "lastByCustomer", n.messages,
         exists (select from ticket_messages h join ticket_attachments x on x.company_id = h.company_id and x.message_id = h.id
                  where h.company_id = t.company_id and h.ticket_id = t.id) as "hasAttachments",
         coalesce(m.by_customer, false)
           and t.last_message_at > coalesce(r.read_at, '-infinity') as unread, t.surfaced_at as key
    from ${from}
    left join customers c on c.company_id = t.company_id and c.id = t.customer_id
    left join invoices i on i.company_id = t.company_id and i.id = t.invoice_id
    left join memberships a on a.company_id = t.company_id and a.id = t.assignee_id
    left join users u on u.id = a.user_id
    left join ticket_reads r on r.company_id = t.company_id and r.ticket_id = t.id
                            and r.membership_id = ${ownMembership(ctx)}
    left join lateral (
      select left(m.body_text, 200) as text, m.by_customer from ticket_messages m
       where m.company_id = t.company_id and m.ticket_id = t.id order by m.posted_at desc, m.id desc limit 1
    ) m on true
    left join lateral (
      select count(*) as messages from ticket_messages m where m.company_id = t.company_id and m.ticket_id = t.id
    ) n on true
   order by t.surfaced_at desc, t.id desc`
