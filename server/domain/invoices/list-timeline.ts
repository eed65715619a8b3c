import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Keyed, type Page, type Stretch } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'
import { invoiceMustExist } from './invoice-must-exist.ts'

/** Something that happened to an invoice, in the conversation about it, to a payment of it, or that was sent about it. */
export interface TimelineEntry {
  id: string
  at: Instant
  /** `event`: its type is the event's; `mail`: its template; `message` of the collection: its step. */
  kind: 'event' | 'mail' | 'message'
  type: string
  /** `user:0198…`; null where the system did it. */
  actor: string | null
  /** Of a person, a key or a partner. */
  actorName: string | null
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  /** What was said, where something was. */
  said: { text: string; byCustomer: boolean; author: string } | null
}

/**
 * All that happened to one invoice, oldest first unless the newest are wanted: each change, message, payment and letter. Throws
 * `forbidden`, `not_found`.
 */
export async function listTimeline(
  ctx: Ctx,
  invoiceId: string,
  { after, limit }: Stretch,
  order: 'oldest' | 'newest' = 'oldest',
): Promise<Page<Keyed<TimelineEntry>>> {
  allow(ctx.actor, 'invoices:read')
  await invoiceMustExist(ctx, invoiceId)
  const { sql } = ctx
  const { companyId } = ctx.company
  const [beyond, direction] = order === 'oldest' ? [sql`>`, sql`asc`] : [sql`<`, sql`desc`]
  const rows = await sql<Keyed<TimelineEntry>[]>`
    with subject as (
      select ${invoiceId}::uuid as id
      union all select id from tickets where company_id = ${companyId} and invoice_id = ${invoiceId}
      union all select id from payments
                 where company_id = ${companyId} and subject_kind = 'invoice' and subject_id = ${invoiceId}
    ), entry as (
      select e.at, e.id, 'event' as kind, e.type, e.actor, e.before, e.after
        from subject s join events e on e.company_id = ${companyId} and e.subject_id = s.id
      union all
      select e.at, e.id, 'event', e.type, e.actor, e.before, e.after
        from invoices i join events e on e.company_id = i.company_id and e.subject_id = i.batch_id
       where i.company_id = ${companyId} and i.id = ${invoiceId} and e.type = 'batch.transmitted'
      union all
      select m.created_at, m.id, 'mail', m.template, null, null,
             jsonb_build_object('to', m.to_address, 'state', m.state, 'sentAt', m.sent_at,
                                'report', case when m.complained_at is not null then 'complained'
                                               when m.bounced_at is not null then 'bounced' end,
                                'error', coalesce(m.last_error, m.bounce_reason))
        from mails m
       where m.company_id = ${companyId} and m.about_id = ${invoiceId}
         and not exists (select from collection_messages o where o.company_id = m.company_id and o.id = m.id)
      union all
      select o.queued_at, o.id, 'message', o.step, null, null,
             jsonb_build_object('channel', o.channel, 'to', o.to_address, 'state', coalesce(m.state, o.state),
                                'sentAt', coalesce(m.sent_at, o.sent_at), 'report', o.report, 'error', o.error)
        from collection_messages o
        left join mails m on o.channel = 'EMAIL' and m.company_id = o.company_id and m.id = o.id
       where o.company_id = ${companyId} and o.invoice_id = ${invoiceId}
    ), page as (
      select * from entry
       where ${after ? sql`(at, id) ${beyond} (${after.key}::timestamptz, ${after.id}::uuid)` : sql`true`}
       order by at ${direction}, id ${direction} limit ${limit + 1}
    )
    select p.id, p.at, p.kind, p.type, p.actor, coalesce(u.name, k.name, r.name) as "actorName", p.before, p.after,
           (select jsonb_build_object('text', m.body_text, 'byCustomer', m.by_customer, 'author', m.author)
              from ticket_messages m
             where m.company_id = ${companyId} and p.type like 'ticket.%' and m.id::text = p.after ->> 'messageId') as said,
           p.at as key
      from page p
      left join users u on p.actor = 'user:' || u.id
      left join api_keys k on k.company_id = ${companyId} and p.actor = 'api_key:' || k.id
      left join partners r on p.actor = 'partner:' || r.id
     order by p.at ${direction}, p.id ${direction}`
  return toPage(rows, limit)
}
