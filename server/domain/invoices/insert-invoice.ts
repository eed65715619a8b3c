import type { Fragment } from 'postgres'
import type { Ctx } from '../../kernel/context.ts'
import { conflict, invalid } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { newLinkToken } from '../../kernel/link-token.ts'
import { MAX_CENTS } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Recipient } from '../customers/customer.ts'
import { insertEvent } from '../events/event.ts'
import { insertMail } from '../mails/insert-mail.ts'
import type { NewMail } from '../mails/mail.ts'
import type { Invoice, InvoiceDetails, NewLine } from './invoice.ts'

/** Whom an invoice is for and how it is named: what can be corrected. */
export interface InvoiceHead {
  externalNumber: string
  reference: string | null
  locale: string | null
  directDebitIban: string | null
  federationMembershipNumber: string | null
  clubMembershipNumber: string | null
  memberExternalId: string | null
  externalMembershipNumber: string | null
  recipient: Recipient
}

/** An invoice before it is one: what both APIs bring. */
export interface NewInvoice extends InvoiceHead {
  issuedOn: PlainDate
  dueOn: PlainDate | null
  lines: NewLine[]
}

const MAX_LINES = 1000

/** The sum of the lines. Throws `invalid` where there are none, too many, or an amount that no invoice can bear. */
export function totalOf(lines: readonly NewLine[], field: string): number {
  if (lines.length === 0 || lines.length > MAX_LINES)
    throw invalid(field, `must hold 1 to ${MAX_LINES} lines`)
  const total = lines.reduce((sum, line) => sum + line.amountCents, 0)
  if (lines.some((line) => Math.abs(line.amountCents) > MAX_CENTS) || Math.abs(total) > MAX_CENTS)
    throw invalid(field, 'add up to more than an invoice can bear')
  return total
}

/**
 * Writes an invoice, its lines and its event in one statement. `sources` are CTEs of the names batch and customer, each
 * with a column id; where either has no row nothing is written and the answer is undefined. `mailOf` makes the mail that
 * tells of it. Throws `conflict` for a line id that the company has already.
 */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for invoices:write
export async function insertInvoice(
  ctx: Ctx,
  input: NewInvoice,
  sources: Fragment,
  mailOf?: (made: Pick<Invoice, 'id' | 'linkToken'>) => NewMail<'invoice-created'>,
): Promise<InvoiceDetails | undefined> {
  const { company, now } = ctx
  const id = newId()
  const total = totalOf(input.lines, 'lines')
  const linkToken = newLinkToken(company.companyId)
  const lines = input.lines.map((line) => ({
    id: newId(),
    amount_cents: line.amountCents,
    description: line.description,
    external_id: line.externalId ?? null,
    net_cents: line.netCents ?? null,
    vat_rate: line.vatRate ?? null,
    occurred_at: (line.occurredAt ?? now).toISOString(),
  }))
  const mail = mailOf
    ? ctx.sql`, mail as (${insertMail(ctx, mailOf({ id, linkToken }), ctx.sql`from invoice`)})`
    : ctx.sql``
  const statement = ctx.sql<{ batchId: string; customerId: string; number: number }[]>`
    with ${sources}, invoice as (
      insert into invoices (company_id, id, batch_id, customer_id, external_number, reference, locale,
        direct_debit_iban, federation_membership_number, club_membership_number, member_external_id,
        external_membership_number, recipient, currency, issued_on, due_on, amount_cents, link_token, created_at)
      select ${company.companyId}::integer, ${id}::uuid, batch.id, customer.id, ${input.externalNumber},
             ${input.reference}, ${input.locale}, ${input.directDebitIban}, ${input.federationMembershipNumber},
             ${input.clubMembershipNumber}, ${input.memberExternalId}, ${input.externalMembershipNumber},
             ${ctx.sql.json(input.recipient as never)}::jsonb, ${company.currency}, ${input.issuedOn}::date,
             ${input.dueOn}::date, ${total}::bigint, ${linkToken}, ${now}::timestamptz
        from batch, customer
      returning company_id, id, batch_id, customer_id, number, null as before,
                jsonb_build_object('number', external_number, 'amountCents', amount_cents) as after
    ), line as (
      insert into invoice_lines (company_id, id, invoice_id, kind, amount_cents, description, external_id, net_cents,
                                 vat_rate, occurred_at, created_at)
      select i.company_id, l.id, i.id, 'charge', l.amount_cents, l.description, l.external_id, l.net_cents, l.vat_rate,
             l.occurred_at, ${now}::timestamptz
        from invoice i, jsonb_to_recordset(${ctx.sql.json(lines)}::jsonb)
          as l (id uuid, amount_cents bigint, description text, external_id text, net_cents bigint, vat_rate smallint,
                occurred_at timestamptz)
    ), event as (${insertEvent(ctx, 'invoice.created')} from invoice)${mail}
    select batch_id as "batchId", customer_id as "customerId", number from invoice`
  const [written] = await statement.catch((error: { constraint_name?: string }) => {
    if (error.constraint_name !== 'invoice_lines_external_id') throw error
    throw conflict('duplicate_invoice_line_id', 'An invoice line id is already used by another invoice line.')
  })
  if (!written) return undefined
  return {
    ...input,
    ...written,
    id,
    currency: company.currency,
    amountCents: total,
    outstandingCents: total,
    paidAt:
      total > 0
        ? null
        : lines
            .map((line) => line.occurred_at)
            .sort()
            .at(-1)!,
    linkToken,
    createdAt: now.toISOString(),
    retractedAt: null,
    retractionReason: null,
    showRetractionReasonToCustomer: false,
    conversation: [],
    messages: [],
    lines: lines.map((line) => ({
      id: line.id,
      externalId: line.external_id,
      kind: 'charge',
      subtype: null,
      amountCents: line.amount_cents,
      description: line.description,
      paymentMethod: null,
      netCents: line.net_cents,
      vatRate: line.vat_rate,
      occurredAt: line.occurred_at,
    })),
  }
}
