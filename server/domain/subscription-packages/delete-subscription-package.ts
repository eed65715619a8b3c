import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { packageColumns, packageFacts } from './columns.ts'
import type { SubscriptionPackage } from './subscription-package.ts'

/**
 * Forgets a package. Subscriptions that were signed up for go on, and who is signing up may still pay. Returns it as it
 * was. Throws `forbidden`, `not_found`.
 */
export async function deleteSubscriptionPackage(ctx: Ctx, id: string): Promise<SubscriptionPackage> {
  allow(ctx.actor, 'subscription:write')
  const [gone] = await ctx.sql<SubscriptionPackage[]>`
    with gone as (
      delete from subscription_packages where company_id = ${ctx.company.companyId} and id = ${id} returning *
    ), event as (
      ${insertEvent(ctx, 'subscription_package.deleted')}
        from (select company_id, id, ${packageFacts(ctx, 'gone')} as before, null as after from gone) deleted
    )
    select ${packageColumns(ctx)} from gone p`
  if (!gone) throw notFound('subscription_package')
  return gone
}
