import { conflict } from '../../kernel/errors.ts'
import type { Recipient } from '../customers/customer.ts'
import { insertEvent } from '../events/event.ts'
import type { TxCtx } from '../payments/payment.ts'

/** Changes whom an invoice is for, and tells of it. The caller holds its lock. Throws `conflict` (retracted). */
// oxlint-disable-next-line house/ask-permission -- a part of verbs that have asked
export async function changeRecipient(
  ctx: TxCtx,
  id: string,
  change: (current: Recipient) => Recipient,
): Promise<void> {
  const { companyId } = ctx.company
  const [invoice] = await ctx.sql<[{ recipient: Recipient; retracted: boolean; externalNumber: string }]>`
    select recipient, retracted_at is not null as retracted, external_number as "externalNumber"
      from invoices where company_id = ${companyId} and id = ${id}`
  if (invoice.retracted)
    throw conflict('invoice_already_retracted', 'The invoice was retracted and cannot be changed.')
  const recipient = change(invoice.recipient)
  const facts = (of: Recipient) =>
    ctx.sql.json({ externalNumber: invoice.externalNumber, recipient: of } as never)
  await ctx.sql`
    with invoice as (
      update invoices set recipient = ${ctx.sql.json(recipient as never)}::jsonb
       where company_id = ${companyId} and id = ${id}
      returning company_id, id, ${facts(invoice.recipient)}::jsonb as before, ${facts(recipient)}::jsonb as after
    ) ${insertEvent(ctx, 'invoice.recipient_changed')} from invoice`
}
