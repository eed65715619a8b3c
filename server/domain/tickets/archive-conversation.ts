import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { invoiceMustExist } from '../invoices/invoice-must-exist.ts'

/** Closes the conversation of an invoice, if there is one that is open. Throws `forbidden`, `not_found` (invoice). */
export async function archiveConversation(ctx: Ctx, invoiceId: string): Promise<void> {
  allow(ctx.actor, 'tickets:write')
  const [closed] = await ctx.sql`
    with old as (
      select id, state from tickets
       where company_id = ${ctx.company.companyId} and invoice_id = ${invoiceId} and state <> 'archived' for update
    ), closed as (
      update tickets t set state = 'archived' from old where t.company_id = ${ctx.company.companyId} and t.id = old.id
      returning t.*, jsonb_build_object('state', old.state) as before, jsonb_build_object('state', t.state) as after
    ), event as (${insertEvent(ctx, 'ticket.closed')} from closed)
    select id from closed`
  if (!closed) await invoiceMustExist(ctx, invoiceId)
}
