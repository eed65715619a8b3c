import { atomically, type Ctx } from '../../kernel/context.ts'
import { conflict, invalid, notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { keepSaidWords } from './said-words.ts'
import type { TicketSource, TicketState } from './ticket.ts'

interface Row {
  id: string
  invoiceId: string | null
  customerId: string | null
  source: TicketSource
  state: TicketState
}

/** Whoever waits for an answer in either waits for it in the one that is left. */
function stateOf(one: TicketState, other: TicketState): TicketState {
  if (one === 'archived' && other === 'archived') return 'archived'
  return one === 'unanswered' || other === 'unanswered' ? 'unanswered' : 'answered'
}

function check(one: Row, other: Row): void {
  if (one.source === 'chat' || other.source === 'chat')
    throw conflict('ticket_is_chat', 'A conversation from the live chat is not merged with another.')
  if (one.invoiceId !== null && other.invoiceId !== null)
    throw conflict('tickets_of_two_invoices', 'Both are about an invoice, and each invoice has its own.')
  // What one customer said would be read by the other, at the link of the invoice.
  if (one.customerId !== null && other.customerId !== null && one.customerId !== other.customerId)
    throw conflict('tickets_of_two_customers', 'They are with two different customers.')
}

/**
 * Makes two conversations one, in the order of what was said: the one about an invoice takes up the other, else `id` takes
 * up `otherId`. The other is archived and named by its old name still. Returns the one that is left. Throws `forbidden`,
 * `not_found`, `invalid` (with itself), `conflict` (two invoices, two customers, a chat).
 */
export async function mergeTickets(ctx: Ctx, id: string, otherId: string): Promise<string> {
  allow(ctx.actor, 'tickets:write')
  if (id === otherId) throw invalid('ticketId', 'must be the ID of another conversation')
  const { companyId } = ctx.company
  return atomically(ctx, async (inside) => {
    const { sql } = inside
    const rows = await sql<Row[]>`
      select id, invoice_id as "invoiceId", customer_id as "customerId", source, state
        from tickets where company_id = ${companyId} and id in (${id}, ${otherId}) and merged_into is null
       order by id for update`
    const [asked, other] = [rows.find((row) => row.id === id), rows.find((row) => row.id === otherId)]
    if (!asked) throw notFound('ticket')
    if (!other) throw invalid('ticketId', 'must be the ID of another conversation')
    check(asked, other)
    const swapped =
      (asked.invoiceId === null && other.invoiceId !== null) ||
      (asked.customerId === null && other.customerId !== null)
    const [into, gone] = swapped ? [other, asked] : [asked, other]
    const state = stateOf(into.state, gone.state)
    // The insert sees both as they were: parts of one statement do not see each other's changes.
    await sql`
      with moment as (
        insert into ticket_merges (company_id, id, into_id, message_ids, note_ids, state, snoozed_until, into_state,
                                   into_last_message_at, into_surfaced_at, merged_state, merged_last_message_at, merged_at)
        select g.company_id, g.id, t.id,
               array(select id from ticket_messages where company_id = g.company_id and ticket_id = g.id),
               array(select id from ticket_notes where company_id = g.company_id and ticket_id = g.id),
               g.state, g.snoozed_until, t.state, t.last_message_at, t.surfaced_at, ${state},
               greatest(t.last_message_at, g.last_message_at), ${inside.now}::timestamptz
          from tickets g, tickets t
         where g.company_id = ${companyId} and g.id = ${gone.id} and t.company_id = g.company_id and t.id = ${into.id}
      )
      update tickets t
         set state = ${state}, last_message_at = greatest(t.last_message_at, g.last_message_at),
             surfaced_at = greatest(t.surfaced_at, g.surfaced_at)
        from tickets g
       where t.company_id = ${companyId} and t.id = ${into.id} and g.company_id = ${companyId} and g.id = ${gone.id}`
    await sql`
      update tickets set state = 'archived', merged_into = ${into.id} where company_id = ${companyId} and id = ${gone.id}`
    await sql`
      with said as (
        update ticket_messages set ticket_id = ${into.id}, invoice_id = ${into.invoiceId}::uuid, state = ${state}
         where company_id = ${companyId} and ticket_id = ${gone.id}
      ), noted as (
        update ticket_notes set ticket_id = ${into.id} where company_id = ${companyId} and ticket_id = ${gone.id}
      ), event as (
        ${insertEvent(inside, 'ticket.merged')}
          from (select ${companyId}::integer as company_id, ${into.id}::uuid as id,
                       jsonb_build_object('state', ${into.state}::text) as before,
                       jsonb_build_object('state', ${state}::text, 'mergedTicketId', ${gone.id}::text) as after) merged
      )
      select 1`
    await keepSaidWords(inside, [into.id, gone.id])
    return into.id
  })
}
