import { atomically, type Ctx } from '../../kernel/context.ts'
import { conflict } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { getInvoiceDetails } from './get-invoice-details.ts'
import type { InvoiceHead } from './insert-invoice.ts'
import type { InvoiceDetails } from './invoice.ts'
import { lockInvoice } from './lock-invoice.ts'

/**
 * Corrects whom an invoice is for; its lines never change. `change` makes the new head of the present one, under the
 * row's lock, so that of two corrections the later sees the earlier. Throws `forbidden`, `not_found`, `conflict`
 * (retracted), and what `change` throws.
 */
export async function changeInvoice(
  ctx: Ctx,
  id: string,
  change: (current: InvoiceHead) => InvoiceHead,
): Promise<InvoiceDetails> {
  allow(ctx.actor, 'invoices:write')
  return atomically(ctx, async (inside) => {
    await lockInvoice(inside, id)
    const current = await getInvoiceDetails(inside, id)
    const head = change(current)
    if (current.retractedAt !== null)
      throw conflict('invoice_already_retracted', 'The invoice was retracted and cannot be changed.')
    const { sql } = inside
    await sql`
      with invoice as (
        update invoices
           set external_number = ${head.externalNumber}, reference = ${head.reference}, locale = ${head.locale},
               direct_debit_iban = ${head.directDebitIban},
               federation_membership_number = ${head.federationMembershipNumber},
               club_membership_number = ${head.clubMembershipNumber}, member_external_id = ${head.memberExternalId},
               external_membership_number = ${head.externalMembershipNumber},
               recipient = ${sql.json(head.recipient as never)}::jsonb
         where company_id = ${ctx.company.companyId} and id = ${id}
        returning company_id, id, ${sql.json(factsOf(current))}::jsonb as before,
                  ${sql.json(factsOf(head))}::jsonb as after
      ), event as (${insertEvent(inside, 'invoice.recipient_changed')} from invoice)
      select 1`
    return { ...current, ...head }
  })
}

/** What an event keeps of a head. */
const factsOf = ({ externalNumber, recipient }: InvoiceHead) => ({ externalNumber, recipient }) as never
