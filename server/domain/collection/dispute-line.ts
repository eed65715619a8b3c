import { atomically, type Ctx } from '../../kernel/context.ts'
import { conflict, notFound } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { lockInvoice } from '../invoices/lock-invoice.ts'
import { readReason } from './reason.ts'

/**
 * Notes that the customer does not accept one line of an invoice: its amount is not asked for until that is settled, the
 * rest is. Returns the dispute's id. Throws `forbidden`, `not_found`, `invalid`, `conflict` (disputed already, or a line
 * that asks for nothing).
 */
export async function disputeLine(
  ctx: Ctx,
  invoiceId: string,
  lineId: string,
  reason: unknown,
): Promise<string> {
  allow(ctx.actor, 'invoices:write')
  const why = readReason(reason)
  const { companyId } = ctx.company
  return atomically(ctx, async (inside) => {
    const { sql } = inside
    await lockInvoice(inside, invoiceId)
    const [line] = await sql<{ amountCents: number; isDisputed: boolean }[]>`
      select l.amount_cents as "amountCents",
             exists (select from line_disputes d where d.company_id = l.company_id and d.line_id = l.id
                      and d.settled_at is null) as "isDisputed"
        from invoice_lines l
       where l.company_id = ${companyId} and l.id = ${lineId} and l.invoice_id = ${invoiceId}`
    if (!line) throw notFound('line')
    if (line.amountCents <= 0)
      throw conflict('line_not_disputable', 'The line asks for nothing, so there is nothing to dispute.')
    if (line.isDisputed) throw conflict('line_already_disputed', 'The line is disputed already.')
    const id = newId()
    await sql`
      with dispute as (
        insert into line_disputes (company_id, id, invoice_id, line_id, reason, amount_cents, actor, opened_at)
        values (${companyId}, ${id}, ${invoiceId}, ${lineId}, ${why}, ${line.amountCents},
                ${`${ctx.actor.kind}:${ctx.actor.id}`}, ${ctx.now})
        returning company_id, invoice_id as id, null as before,
                  jsonb_build_object('disputeId', id, 'lineId', line_id, 'amountCents', amount_cents, 'reason', reason) as after
      ), event as (${insertEvent(inside, 'invoice.line_disputed')} from dispute)
      select 1`
    return id
  })
}
