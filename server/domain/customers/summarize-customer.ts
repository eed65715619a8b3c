import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'

/** How much there is of everything about a customer. */
export interface CustomerSummary {
  /** The partner's own id of the member. */
  externalId: string | null
  outstandingCents: number
  invoices: number
  unpaidInvoices: number
  offers: number
  subscriptions: number
  appointments: number
  punchCards: number
  /** To which somebody with the customer's address was invited. */
  agreements: number
  /** Requests and shares. */
  files: number
  conversations: number
}

/** Throws `forbidden`, `not_found`. */
export async function summarizeCustomer(ctx: Ctx, id: string): Promise<CustomerSummary> {
  allow(ctx.actor, 'customers:read')
  const { sql } = ctx
  const its = (table: string) => sql`
    (select count(*)::integer from ${sql(table)} t where t.company_id = c.company_id and t.customer_id = c.id)`
  const [summary] = await sql<CustomerSummary[]>`
    select c.external_id as "externalId", coalesce(i.outstanding, 0)::bigint as "outstandingCents",
           coalesce(i.all, 0)::integer as invoices, coalesce(i.unpaid, 0)::integer as "unpaidInvoices",
           ${its('offers')} as offers, ${its('subscriptions')} as subscriptions,
           ${its('appointments')} as appointments, ${its('issued_punch_cards')} as "punchCards",
           (select count(distinct s.agreement_id)::integer from agreement_signers s
             where s.company_id = c.company_id and lower(s.email) = lower(c.email)) as agreements,
           ${its('file_requests')} + ${its('file_shares')} as files, ${its('tickets')} as conversations
      from customers c left join lateral (
        select sum(outstanding_cents) filter (where retracted_at is null) as outstanding, count(*) as all,
               count(*) filter (where paid_at is null and retracted_at is null) as unpaid
          from invoices i where i.company_id = c.company_id and i.customer_id = c.id
      ) i on true
     where c.company_id = ${ctx.company.companyId} and c.id = ${id}`
  if (!summary) throw notFound('customer')
  return summary
}
