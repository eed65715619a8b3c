import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { dayIn } from '../../kernel/time.ts'
import { ofOwnCustomer, ownAddress, ownAppointment, ownInvoice, ownTicket } from './own.ts'

/** How many things there are of each kind, and how many of them wait for the customer. */
export interface OwnOverview {
  invoices: number
  openInvoices: number
  /** What is left to pay of them, in the company's currency. */
  openCents: number
  offers: number
  openOffers: number
  agreements: number
  openAgreements: number
  appointments: number
  comingAppointments: number
  subscriptions: number
  punchCards: number
  fileShares: number
  fileRequests: number
  openFileRequests: number
  conversations: number
  pages: number
  forms: number
}

/** What there is of who asks, in one look. Throws `forbidden`. */
export async function getOwnOverview(ctx: Ctx): Promise<OwnOverview> {
  allow(ctx.actor, 'invoices:read')
  const { sql } = ctx
  const { companyId, currency, timeZone } = ctx.company
  const today = dayIn(ctx.now, timeZone)
  const open = sql`i.outstanding_cents > 0 and i.retracted_at is null`
  const [counts] = await sql<[OwnOverview]>`
    with invoice as (
      select count(*) as "invoices", count(*) filter (where ${open}) as "openInvoices",
             coalesce(sum(i.outstanding_cents) filter (where ${open} and i.currency = ${currency}), 0)::bigint as "openCents"
        from invoices i where ${ownInvoice(ctx)}
    ), offer as (
      select count(*) as "offers",
             count(*) filter (where o.accepted_at is null and o.rejected_at is null and o.expires_on >= ${today}::date)
               as "openOffers"
        from offers o where o.company_id = ${companyId} and ${ofOwnCustomer(ctx, sql`o.customer_id`)}
    ), agreement as (
      select count(*) as "agreements", count(*) filter (where s.signed_at is null) as "openAgreements"
        from agreement_signers s where s.company_id = ${companyId} and lower(s.email) = ${ownAddress(ctx)}
    ), appointment as (
      select count(*) as "appointments",
             count(*) filter (where a.ends_at > ${ctx.now} and a.status <> 'canceled') as "comingAppointments"
        from appointments a where ${ownAppointment(ctx)}
    ), request as (
      select count(*) as "fileRequests", count(*) filter (where r.completed_at is null) as "openFileRequests"
        from file_requests r where r.company_id = ${companyId} and ${ofOwnCustomer(ctx, sql`r.customer_id`)}
    )
    select *,
      (select count(*) from subscriptions s
        where s.company_id = ${companyId} and ${ofOwnCustomer(ctx, sql`s.customer_id`)}) as "subscriptions",
      (select count(*) from issued_punch_cards p
        where p.company_id = ${companyId} and ${ofOwnCustomer(ctx, sql`p.customer_id`)}) as "punchCards",
      (select count(*) from file_shares f
        where f.company_id = ${companyId} and ${ofOwnCustomer(ctx, sql`f.customer_id`)}) as "fileShares",
      (select count(*) from tickets t where ${ownTicket(ctx)}) as "conversations",
      (select count(*) from cms_pages where company_id = ${companyId}) as "pages",
      (select count(*) from cms_forms where company_id = ${companyId}) as "forms"
      from invoice, offer, agreement, appointment, request`
  return counts
}
