import type { Ctx } from '../../kernel/context.ts'
import { conflict } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { addPrivacyJob, getPrivacyRequest } from './request.ts'

/**
 * Tries what failed once more, from where it broke off. Throws `forbidden`, `not_found`, `conflict` (it did not fail, or one
 * like it is under way).
 */
export async function retryRequest(ctx: Ctx, id: string): Promise<void> {
  allow(ctx.actor, 'privacy:write')
  const { companyId } = ctx.company
  const { state } = await getPrivacyRequest(ctx, id)
  if (state !== 'failed') throw conflict('privacy_request_not_failed', 'Only what failed can be tried again.')
  // A new one for the same customer may begin at the same moment: then this one stays as it is.
  const [retried] = await ctx.sql`
    with failed as (
      select company_id, id, customer_id, kind from privacy_requests f
       where company_id = ${companyId} and id = ${id} and state = 'failed'
         and not exists (select from privacy_requests r
                          where r.company_id = f.company_id and r.kind = f.kind and r.customer_id = f.customer_id
                            and r.state = 'running')
    ), retried as (
      update privacy_requests r set state = 'running', error = null, finished_at = null, steps_done = 0
        from failed f where r.company_id = f.company_id and r.id = f.id and r.state = 'failed'
      returning r.company_id, r.id, r.customer_id
    ), told as (select company_id, customer_id as id, null as before, null as after from retried),
    event as (${insertEvent(ctx, 'privacy.retried')} from told),
    job as (select ${addPrivacyJob(ctx.sql)} as job from retried)
    select id, (select count(*) from job) as jobs from retried`
  if (!retried)
    throw conflict('privacy_request_running', 'The same is being done for this customer at this moment.')
}
