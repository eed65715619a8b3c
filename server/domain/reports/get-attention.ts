import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { dayIn, type Instant } from '../../kernel/time.ts'
import { ageingColumns, standingOn, type Ageing } from './ageing.ts'
import { failedLately, lately } from './list-failed-payments.ts'

/** What can ask for somebody's attention, the most pressing first. */
export const attentionKinds = [
  'questions',
  'paymentsFailed',
  'payoutsFailed',
  'plansFailed',
  'disputes',
  'overdue',
  'drafts',
  'messagesFailed',
  'mailsFailed',
  'bookkeepingFailed',
  'webhooksDisabled',
  'appointments',
] as const
export type AttentionKind = (typeof attentionKinds)[number]

/** Things of one kind that wait for somebody. */
export interface AttentionItem {
  kind: AttentionKind
  count: number
  /** What they are about, where that is money. */
  cents: number | null
  /** How long the first has waited, where that says something. */
  since: Instant | null
}

/** What a company has done of what it needs to begin. */
export interface Beginning {
  hasInvoices: boolean
  /** Paid online: a provider is connected. */
  paymentsConnected: boolean
  /** Paid by transfer: the account is known. */
  ibanKnown: boolean
  hasColleagues: boolean
}

type Row = {
  [Kind in Exclude<AttentionKind, 'overdue'>]: [count: number, cents: number | null, since: Instant | null]
} & Beginning

/** What needs somebody's attention today: only what is there. Throws `forbidden`. */
export async function getAttention(ctx: Ctx): Promise<{ items: AttentionItem[]; beginning: Beginning }> {
  allow(ctx.actor, 'invoices:read')
  allow(ctx.actor, 'tickets:read')
  const { sql } = ctx
  const { timeZone } = ctx.company
  const recent = lately(ctx)
  const [row, [ageing]] = await Promise.all([
    waiting(ctx, recent),
    sql<[Ageing]>`
      with ${standingOn(ctx, dayIn(ctx.now, timeZone))} select ${ageingColumns(ctx)} from standing where days_late > 0`,
  ])
  const overdue = { kind: 'overdue', count: ageing.invoices, cents: ageing.totalCents, since: null } as const
  const items = attentionKinds.map((kind): AttentionItem => {
    if (kind === 'overdue') return overdue
    const [count, cents, since] = row[kind]
    return { kind, count, cents, since }
  })
  const { hasInvoices, paymentsConnected, ibanKnown, hasColleagues } = row
  return {
    items: items.filter(({ count }) => count > 0),
    beginning: { hasInvoices, paymentsConnected, ibanKnown, hasColleagues },
  }
}

async function waiting({ sql, company: { companyId }, now }: Ctx, recent: Date): Promise<Row> {
  const [found] = await sql<[Row]>`
    select
      (select jsonb_build_array(count(*), null, min(last_message_at)) from tickets
        where company_id = ${companyId} and state = 'unanswered') as questions,
      (select jsonb_build_array(count(*), sum(p.amount_cents), max(p.changed_at))
         from (${failedLately({ sql, companyId, since: recent })}) p) as "paymentsFailed",
      (select jsonb_build_array(count(*), sum(amount_cents), max(created_at)) from payouts
        where company_id = ${companyId} and status = 'failed' and created_at >= ${recent}) as "payoutsFailed",
      (select jsonb_build_array(count(*), sum(i.outstanding_cents), min(f.ended_at))
         from installment_plans f
         join invoices i on i.company_id = f.company_id and i.id = f.invoice_id
        where f.company_id = ${companyId} and f.state = 'failed' and i.outstanding_cents > 0
          and i.retracted_at is null) as "plansFailed",
      (select jsonb_build_array(count(*), sum(amount_cents), min(opened_at)) from line_disputes
        where company_id = ${companyId} and settled_at is null) as disputes,
      (select jsonb_build_array(count(distinct b.id), sum(i.amount_cents), min(b.created_at))
         from batches b
         join invoices i on i.company_id = b.company_id and i.batch_id = b.id
        where b.company_id = ${companyId} and b.transmitted_at is null) as drafts,
      (select jsonb_build_array(count(distinct m.invoice_id), null, max(m.queued_at))
         from collection_messages m
         join invoices i on i.company_id = m.company_id and i.id = m.invoice_id
        where m.company_id = ${companyId} and (m.state = 'failed' or m.report = 'bounced') and m.queued_at >= ${recent}
          and i.outstanding_cents > 0 and i.retracted_at is null) as "messagesFailed",
      (select jsonb_build_array(count(*), null, max(created_at)) from mails
        where company_id = ${companyId} and created_at >= ${recent} and state = 'failed'
          and template <> 'collection-message') as "mailsFailed",
      (select jsonb_build_array(count(*), null, min(updated_at)) from bookkeeping_updates
        where company_id = ${companyId} and state <> 'done' and state = 'failed') as "bookkeepingFailed",
      (select jsonb_build_array(count(*), null, min(disabled_at)) from webhooks
        where company_id = ${companyId} and disabled_reason in ('gone', 'failing')) as "webhooksDisabled",
      (select jsonb_build_array(count(*), null, min(starts_at)) from appointments
        where company_id = ${companyId} and status = 'pending' and starts_at >= ${now}) as appointments,
      exists (select from invoices where company_id = ${companyId}) as "hasInvoices",
      exists (select from payment_connections
               where company_id = ${companyId} and disconnected_at is null) as "paymentsConnected",
      exists (select from companies where company_id = ${companyId} and iban is not null) as "ibanKnown",
      (select count(*) > 1 from memberships where company_id = ${companyId}) as "hasColleagues"`
  return found
}
