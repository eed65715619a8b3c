import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { addFetchPayoutsJob } from './fetch-job.ts'

/** Has the provider asked for payouts now; asked again meanwhile, it is one look. Throws `forbidden`. */
export async function askPayouts(ctx: Ctx): Promise<void> {
  allow(ctx.actor, 'invoices:write')
  await ctx.sql`
    with asked as (
      insert into payout_looks (company_id, asked_at) values (${ctx.company.companyId}, ${ctx.now})
      on conflict (company_id) do update set asked_at = excluded.asked_at
      returning company_id
    )
    select ${addFetchPayoutsJob(ctx.sql)} from asked`
}
