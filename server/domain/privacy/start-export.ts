import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { addPrivacyJob } from './request.ts'

/**
 * Begins to put together everything that is held about a customer. Where that is under way already, answers the one that
 * is. Throws `forbidden`, `not_found`.
 */
export async function startExport(ctx: Ctx, customerId: string): Promise<string> {
  allow(ctx.actor, 'privacy:write')
  const { companyId } = ctx.company
  const [row] = await ctx.sql<{ id: string | null; known: boolean }[]>`
    with customer as (
      select id from customers where company_id = ${companyId} and id = ${customerId}
    ), started as (
      insert into privacy_requests (company_id, id, kind, customer_id, state, created_at)
      select ${companyId}::integer, ${newId()}::uuid, 'export', id, 'running', ${ctx.now}::timestamptz from customer
      on conflict (company_id, kind, customer_id) where state = 'running' do nothing
      returning *
    ), told as (select company_id, customer_id as id, null as before, null as after from started),
    event as (${insertEvent(ctx, 'privacy.exported')} from told),
    job as (select ${addPrivacyJob(ctx.sql)} as job from started)
    select coalesce((select id from started),
                    (select id from privacy_requests
                      where company_id = ${companyId} and kind = 'export' and customer_id = ${customerId}
                        and state = 'running')) as id,
           exists (select from customer) as known, (select count(*) from job) as jobs`
  if (!row?.known || row.id === null) throw notFound('customer')
  return row.id
}
