import type { Fragment } from 'postgres'
import type { Ctx } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { newLinkToken } from '../../kernel/link-token.ts'
import { MAX_CENTS } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { recipientOf, type Customer } from '../customers/customer.ts'
import { insertEvent } from '../events/event.ts'
import { insertMail } from '../mails/insert-mail.ts'
import type { NewMail } from '../mails/mail.ts'
import { offerColumns } from './offer-columns.ts'
import type { Offer, OfferLine } from './offer.ts'

/** An offer before it is one. */
export interface NewOffer {
  customerId: string
  number: string
  issuedOn: PlainDate
  expiresOn: PlainDate
  /** The address of the offer's page: with it, the customer is told by mail. */
  linkOf?: (made: Pick<Offer, 'id' | 'linkToken'>) => string
}

/** The customer's answer, where it is known already. */
export interface Answer {
  acceptedAt: Date | null
  /** Both are left out of account without `acceptedAt`. */
  acceptedViaIp: string | null
  acceptedViaUserAgent: string | null
  rejectedAt: Date | null
}

export const unanswered: Answer = {
  acceptedAt: null,
  acceptedViaIp: null,
  acceptedViaUserAgent: null,
  rejectedAt: null,
}

/** Throws `invalid` for what no offer can be. */
export function checkOffer({ issuedOn, expiresOn }: NewOffer, amountCents: number, about: string): void {
  if (expiresOn < issuedOn) throw invalid('expiresAt', 'must not be before issuedAt')
  if (amountCents < 0) throw invalid(about, 'must not come to a negative amount')
  if (amountCents > MAX_CENTS) throw invalid(about, 'must not come to more than an offer can bear')
}

/**
 * Writes an offer, its lines and its event in one statement. `document` is a CTE of that name with a column id. Undefined
 * where the document or the customer is gone: then nothing of the offer is written.
 */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for offers:write
export async function insertOffer(ctx: Ctx, input: Written, document: Fragment): Promise<Offer | undefined> {
  const { company, now } = ctx
  const { answer } = input
  const acceptedVia = (value: string | null) => (answer.acceptedAt === null ? null : value)
  const id = newId()
  const linkToken = newLinkToken(company.companyId)
  const lines = input.lines.map((line, position) => ({
    position,
    description: line.description,
    net_cents: line.netCents,
    vat_rate: line.vatRate,
    gross_cents: line.amountCents,
  }))
  // Who has answered already is not asked to.
  const mail =
    input.linkOf && answer.acceptedAt === null && answer.rejectedAt === null
      ? ctx.sql`, mail as (${insertMail(ctx, mailOf(ctx, input, { id, linkToken }), ctx.sql`from offer`)})`
      : ctx.sql``
  const [offer] = await ctx.sql<Offer[]>`
    with ${document}, customer as (
      select id from customers where company_id = ${company.companyId} and id = ${input.customerId} for key share
    ), offer as (
      insert into offers (company_id, id, customer_id, offer_number, recipient, issued_on, expires_on, currency,
        amount_cents, document_id, accepted_at, accepted_via_ip, accepted_via_user_agent, rejected_at, link_token,
        created_at)
      select ${company.companyId}::integer, ${id}::uuid, customer.id, ${input.number},
             ${ctx.sql.json(recipientOf(input.customer) as never)}::jsonb, ${input.issuedOn}::date,
             ${input.expiresOn}::date, ${company.currency}, ${input.amountCents}::bigint, document.id,
             ${answer.acceptedAt}::timestamptz, ${acceptedVia(answer.acceptedViaIp)},
             ${acceptedVia(answer.acceptedViaUserAgent)}, ${answer.rejectedAt}::timestamptz, ${linkToken},
             ${now}::timestamptz
        from customer, document
      returning *, null as before, jsonb_build_object('number', offer_number, 'amountCents', amount_cents) as after
    ), line as (
      insert into offer_lines (company_id, offer_id, position, description, net_cents, vat_rate, gross_cents)
      select offer.company_id, offer.id, l.position, l.description, l.net_cents, l.vat_rate, l.gross_cents
        from offer, jsonb_to_recordset(${ctx.sql.json(lines)}::jsonb)
          as l (position smallint, description text, net_cents bigint, vat_rate smallint, gross_cents bigint)
    ), event as (${insertEvent(ctx, 'offer.created')} from offer)${mail}
    select ${offerColumns(ctx)} from offer o`
  return offer
}

/** An offer that was checked, and whom it is for. */
type Written = NewOffer & { customer: Customer; amountCents: number; lines: OfferLine[]; answer: Answer }

const mailOf = (
  { company }: Ctx,
  { customer, number, amountCents, expiresOn, linkOf }: Written,
  made: Pick<Offer, 'id' | 'linkToken'>,
): NewMail<'offer-created'> => ({
  template: 'offer-created',
  to: customer.email,
  locale: null,
  params: {
    name: customer.name,
    title: number,
    amountCents,
    currency: company.currency,
    expiresOn,
    url: linkOf?.(made) ?? '',
  },
  about: { kind: 'offer', id: made.id },
})
