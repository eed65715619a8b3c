import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Page, type PageRequest } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Vault } from '../../kernel/vault.ts'
import { toWebhook, webhookColumns, type Webhook, type WebhookRow } from './webhook.ts'

/** The company's webhooks, newest first. Throws `forbidden`. */
export async function listWebhooks(
  ctx: Ctx,
  vault: Vault,
  { offset, limit }: PageRequest,
): Promise<Page<Webhook>> {
  allow(ctx.actor, 'webhooks:read')
  const rows = await ctx.sql<WebhookRow[]>`
    with start as materialized (select * from page_start(${ctx.company.companyId}, 'webhooks', true, ${offset}))
    select ${webhookColumns(ctx)} from webhooks
     where company_id = ${ctx.company.companyId} and created_at < (select boundary from start)
     order by created_at desc, id desc
     limit ${limit + 1} offset (select remaining from start)`
  const page = toPage(rows, limit)
  return { ...page, rows: page.rows.map((row) => toWebhook(row, vault)) }
}
