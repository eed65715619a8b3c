import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'
import type { TicketSource, TicketState } from '../tickets/ticket.ts'
import { checkDays, exportRows, onDays, type Consume, type Days } from './export-rows.ts'

/** Something that was said, with the conversation that it was said in. */
export interface ConversationRow {
  /** UUID of the conversation. */
  id: string
  title: string
  state: TicketState
  source: TicketSource
  externalNumber: string | null
  customerName: string | null
  postedAt: Instant
  byCustomer: boolean
  author: string
  text: string
}

/** What was said in some days, conversation by conversation, oldest first. Throws `forbidden`, `invalid`. */
export async function exportConversations(
  ctx: Ctx,
  { format, days }: { format: string; days: Days },
  consume: Consume<ConversationRow>,
): Promise<void> {
  allow(ctx.actor, 'tickets:read')
  checkDays(days)
  await exportRows<ConversationRow>(
    ctx,
    { what: 'conversations', format, choice: days },
    (sql) => ({
      columns: sql`
        t.id, t.title, t.state, t.source, i.external_number as "externalNumber", c.name as "customerName",
        m.posted_at as "postedAt", m.by_customer as "byCustomer", m.author, m.body_text as text`,
      from: sql`
        from ticket_messages m
        join tickets t on t.company_id = m.company_id and t.id = m.ticket_id
        left join invoices i on i.company_id = t.company_id and i.id = t.invoice_id
        left join customers c on c.company_id = t.company_id and c.id = coalesce(t.customer_id, i.customer_id)
       where m.company_id = ${ctx.company.companyId} ${onDays(ctx, sql`m.posted_at`, days)}`,
      order: sql`t.created_at, t.id, m.posted_at, m.id`,
    }),
    consume,
  )
}
