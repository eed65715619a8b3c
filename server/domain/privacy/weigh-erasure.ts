import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { findPersonRows, type PersonRows } from './person.ts'
import type { ErasureItem } from './request.ts'

/** What stands between a person and being forgotten. */
export interface Obstacle {
  kind: 'open_invoices' | 'payments_under_way' | 'running_subscriptions'
  count: number
}

export interface Weighed {
  name: string
  erased: boolean
  items: ErasureItem[]
  obstacles: Obstacle[]
}

/** Books and what belongs to them are kept for seven years, counted from the end of the year (art. 52 AWR). */
const YEARS = 7

/**
 * What an erasure of the customer would do, thing by thing, and what stands in its way. Throws `forbidden`, `not_found`.
 */
export async function weighErasure(ctx: Ctx, customerId: string): Promise<Weighed> {
  allow(ctx.actor, 'privacy:read')
  const [customer] = await ctx.sql<{ name: string; erased: boolean }[]>`
    select name, erased_at is not null as erased from customers
     where company_id = ${ctx.company.companyId} and id = ${customerId}`
  if (!customer) throw notFound('customer')
  const rows = await findPersonRows(ctx, customerId)
  return { ...customer, items: await itemsOf(ctx, rows), obstacles: await obstaclesOf(ctx, rows) }
}

/** Whether money or a contract is still between the two. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for privacy
export async function obstaclesOf(ctx: Ctx, rows: PersonRows): Promise<Obstacle[]> {
  const { companyId } = ctx.company
  const ids = (table: string) => [...(rows.get(table) ?? [])]
  const [found] = await ctx.sql<[Record<Obstacle['kind'], number>]>`
    select (select count(*) from invoices where company_id = ${companyId} and id = any(${ids('invoices')}::uuid[])
               and outstanding_cents > 0 and retracted_at is null) as open_invoices,
           (select count(*) from payments where company_id = ${companyId} and id = any(${ids('payments')}::uuid[])
               and (status in ('pending', 'authorized')
                    or (status = 'open' and (expires_at is null or expires_at > ${ctx.now})))) as payments_under_way,
           (select count(*) from subscriptions where company_id = ${companyId}
               and id = any(${ids('subscriptions')}::uuid[])
               and (last_start_on is null or next_on <= last_start_on)) as running_subscriptions`
  return (Object.entries(found) as [Obstacle['kind'], number][])
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => ({ kind, count }))
}

type Rule = Pick<ErasureItem, 'fate' | 'reason'> & { tables: string[] }
const erased = (...tables: string[]): Rule => ({ tables, fate: 'erased', reason: null })
const pseudonymised = (reason: ErasureItem['reason'], ...tables: string[]): Rule => ({
  tables,
  fate: 'pseudonymised',
  reason,
})

/** What happens to which tables. A table that is not named here loses the person's words, and is counted as the rest. */
const rules: Record<string, Rule> = {
  customer: pseudonymised('tax_law', 'customers'),
  invoices: pseudonymised('tax_law', 'invoices'),
  ledger: pseudonymised('tax_law', 'invoice_lines'),
  payments: pseudonymised('tax_law', 'payments'),
  subscriptions: pseudonymised('tax_law', 'subscriptions', 'pending_sign_ups'),
  punch_cards: pseudonymised('tax_law', 'issued_punch_cards', 'punch_card_sales'),
  agreements: pseudonymised('contract', 'agreement_signers'),
  conversations: erased('tickets'),
  messages: erased('ticket_messages'),
  attachments: erased('ticket_attachments'),
  mails: erased('mails', 'collection_messages'),
  appointments: erased('appointments'),
  files: erased('files', 'file_requests', 'file_shares'),
  forms: erased('form_submissions'),
  mandates: erased('mandates'),
  own_page: erased(
    'customer_sessions',
    'customer_login_links',
    'customer_contact_changes',
    'contact_changes',
    'agreement_codes',
  ),
  history: pseudonymised('history', 'events'),
  webhook_deliveries: erased('webhook_deliveries'),
}

/** The rows by what becomes of them; nothing of which there is none. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for privacy
export async function itemsOf(ctx: Ctx, rows: PersonRows): Promise<ErasureItem[]> {
  const { sql } = ctx
  const { companyId } = ctx.company
  const ids = (table: string) => [...(rows.get(table) ?? [])]
  const [facts] = await sql<
    [
      {
        until: string | null
        papers: number
        accepted: number
        offers: number
        elsewhere: number
        sealed: number
        letters: number
      },
    ]
  >`
    select to_char(max(make_date(extract(year from issued_on)::integer + ${YEARS}::integer, 12, 31)), 'YYYY-MM-DD') as until,
           count(*) filter (where document_id is not null) as papers,
           (select count(*) from offers where company_id = ${companyId} and id = any(${ids('offers')}::uuid[])
               and accepted_at is not null) as accepted,
           (select count(*) from offers where company_id = ${companyId} and id = any(${ids('offers')}::uuid[])
               and accepted_at is null) as offers,
           (select count(*) from payments where company_id = ${companyId} and id = any(${ids('payments')}::uuid[])
               and provider <> 'sandbox' and provider_id is not null)
             + (select count(*) from bookkeeping_updates where company_id = ${companyId}
                   and id = any(${ids('bookkeeping_updates')}::uuid[]) and state = 'done') as elsewhere,
           (select count(*) from agreement_documents where company_id = ${companyId} and sealed_document_id is not null
               and agreement_id in (select agreement_id from agreement_signers
                                     where company_id = ${companyId} and id = any(${ids('agreement_signers')}::uuid[])))
             as sealed,
           (select count(distinct r.id) from collection_messages m
              join letter_runs r on r.company_id = m.company_id and r.id = m.letter_run_id and r.document_id is not null
             where m.company_id = ${companyId} and m.id = any(${ids('collection_messages')}::uuid[])) as letters
      from invoices where company_id = ${companyId} and id = any(${ids('invoices')}::uuid[])`
  const counted = Object.entries(rules).map(([kind, { tables, fate, reason }]) => ({
    kind,
    count: tables.reduce((sum, table) => sum + ids(table).length, 0),
    fate,
    reason,
    until: reason === 'tax_law' ? facts.until : null,
  }))
  const item = (
    kind: string,
    count: number,
    fate: ErasureItem['fate'],
    reason: ErasureItem['reason'],
  ): ErasureItem => ({ kind, count, fate, reason, until: reason === 'tax_law' ? facts.until : null })
  return [
    ...counted,
    item('invoice_documents', facts.papers, 'kept', 'tax_law'),
    item('accepted_offers', facts.accepted, 'pseudonymised', 'contract'),
    item('offers', facts.offers, 'erased', null),
    // What was signed is proof for all who signed it, and nothing can be taken out of what is sealed.
    item('sealed_agreements', facts.sealed, 'kept', 'contract'),
    // Letters that were printed together, as they went out: part of the books like the invoices that they ask for.
    item('letters', facts.letters, 'kept', 'tax_law'),
    item('elsewhere', facts.elsewhere, 'elsewhere', 'others'),
  ].filter(({ count }) => count > 0)
}
