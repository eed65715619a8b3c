import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { messagesJson } from '../collection/messages-json.ts'
import { attachmentsJson } from '../tickets/messages-json.ts'
import type { InvoiceDetails } from './invoice.ts'

/** One invoice of the company with its lines in the order they were added, and what was said. Throws `forbidden`, `not_found`. */
export async function getInvoiceDetails(ctx: Ctx, id: string): Promise<InvoiceDetails> {
  allow(ctx.actor, 'invoices:read')
  const [invoice] = await ctx.sql<InvoiceDetails[]>`
    select id, batch_id as "batchId", customer_id as "customerId", number, external_number as "externalNumber",
           reference, locale, direct_debit_iban as "directDebitIban",
           federation_membership_number as "federationMembershipNumber",
           club_membership_number as "clubMembershipNumber", member_external_id as "memberExternalId",
           external_membership_number as "externalMembershipNumber", recipient, currency, issued_on as "issuedOn",
           due_on as "dueOn", amount_cents as "amountCents", outstanding_cents as "outstandingCents",
           paid_at as "paidAt", retracted_at as "retractedAt", retraction_reason as "retractionReason",
           show_retraction_reason_to_customer as "showRetractionReasonToCustomer", link_token as "linkToken",
           created_at as "createdAt",
           (select coalesce(json_agg(json_build_object('id', l.id, 'externalId', l.external_id, 'kind', l.kind,
                     'subtype', l.subtype, 'amountCents', l.amount_cents, 'description', l.description,
                     'paymentMethod', l.payment_method, 'netCents', l.net_cents, 'vatRate', l.vat_rate,
                     'occurredAt', l.occurred_at) order by l.id), '[]')
              from invoice_lines l where l.company_id = i.company_id and l.invoice_id = i.id) as lines,
           (select coalesce(json_agg(json_build_object('id', m.id, 'text', m.body_text, 'byCustomer', m.by_customer,
                     'postedAt', m.posted_at, 'attachments', ${attachmentsJson(ctx)})
                     order by m.posted_at, m.id), '[]')
              from tickets t join ticket_messages m on m.company_id = t.company_id and m.ticket_id = t.id
             where t.company_id = i.company_id and t.invoice_id = i.id) as conversation,
           ${messagesJson(ctx)} as messages
      from invoices i where company_id = ${ctx.company.companyId} and id = ${id}`
  if (!invoice) throw notFound('invoice')
  return invoice
}
