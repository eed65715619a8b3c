import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { packageColumns, packageFacts } from './columns.ts'
import type { NewSubscriptionPackage } from './create-subscription-package.ts'
import type { SubscriptionPackage } from './subscription-package.ts'

/**
 * Changes what is given. Subscriptions that were signed up for keep what was agreed. Throws `forbidden`, `not_found`.
 */
export async function changeSubscriptionPackage(
  ctx: Ctx,
  id: string,
  change: Partial<NewSubscriptionPackage>,
): Promise<SubscriptionPackage> {
  allow(ctx.actor, 'subscription:write')
  const [changed] = await ctx.sql<SubscriptionPackage[]>`
    with old as (
      select * from subscription_packages where company_id = ${ctx.company.companyId} and id = ${id} for update
    ), changed as (
      update subscription_packages p
         set name = coalesce(${change.name ?? null}, p.name),
             description = coalesce(${change.description ?? null}, p.description),
             every = coalesce(${change.every ?? null}, p.every),
             amount_cents = coalesce(${change.amountCents ?? null}::bigint, p.amount_cents),
             vat_rate = coalesce(${change.vatRate ?? null}::smallint, p.vat_rate),
             available_for_sale = coalesce(${change.availableForSale ?? null}::boolean, p.available_for_sale)
        from old where p.company_id = old.company_id and p.id = old.id
      returning p.*
    ), event as (
      ${insertEvent(ctx, 'subscription_package.changed')}
        from (select p.company_id, p.id, ${packageFacts(ctx, 'old')} as before, ${packageFacts(ctx, 'p')} as after
                from changed p join old on old.id = p.id) changes
    )
    select ${packageColumns(ctx)} from changed p`
  if (!changed) throw notFound('subscription_package')
  return changed
}
