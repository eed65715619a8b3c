import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { toPage, type Page, type PageRequest } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Delivery, DeliveryState } from './delivery.ts'

/** The columns of a `Delivery`, of the row `d`. */
const deliveryColumns = (ctx: Ctx) => ctx.sql`
  d.id, d.event_id as "eventId", d.state, d.body, d.created_at as "createdAt",
  case when d.state = 'pending' and d.next_attempt_at < 'infinity' then d.next_attempt_at end as "nextAttemptAt",
  (select coalesce(json_agg(json_build_object('at', a.at, 'durationMs', a.duration_ms, 'url', a.url, 'status', a.status,
                                              'error', a.error, 'answer', a.answer) order by a.at, a.id), '[]')
     from webhook_attempts a where a.company_id = d.company_id and a.delivery_id = d.id) as attempts`

/** What a webhook was owed, newest event first; of one state only if so asked. Throws `forbidden`, `not_found`. */
export async function listDeliveries(
  ctx: Ctx,
  webhookId: string,
  state: DeliveryState | undefined,
  { offset, limit }: PageRequest,
): Promise<Page<Delivery>> {
  allow(ctx.actor, 'webhooks:read')
  const rows = await ctx.sql<Delivery[]>`
    select ${deliveryColumns(ctx)} from webhook_deliveries d
     where d.company_id = ${ctx.company.companyId} and d.webhook_id = ${webhookId}
       and (${state ?? null}::text is null or d.state = ${state ?? null})
     order by d.event_seq desc limit ${limit + 1} offset ${offset}`
  if (rows.length === 0) {
    const [webhook] = await ctx.sql`
      select 1 from webhooks where company_id = ${ctx.company.companyId} and id = ${webhookId}`
    if (!webhook) throw notFound('webhook')
  }
  return toPage(rows, limit)
}

/** One of them, for verbs that have asked for another permission already. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function findDelivery(ctx: Ctx, webhookId: string, id: string): Promise<Delivery | undefined> {
  const [delivery] = await ctx.sql<Delivery[]>`
    select ${deliveryColumns(ctx)} from webhook_deliveries d
     where d.company_id = ${ctx.company.companyId} and d.webhook_id = ${webhookId} and d.id = ${id}`
  return delivery
}
