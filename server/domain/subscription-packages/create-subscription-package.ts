import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { packageColumns, packageFacts } from './columns.ts'
import type { SubscriptionPackage } from './subscription-package.ts'

export type NewSubscriptionPackage = Omit<SubscriptionPackage, 'id' | 'createdAt'>

/** Makes a package. Throws `forbidden`. */
export async function createSubscriptionPackage(
  ctx: Ctx,
  input: NewSubscriptionPackage,
): Promise<SubscriptionPackage> {
  allow(ctx.actor, 'subscription:write')
  const [made] = await ctx.sql<[SubscriptionPackage]>`
    with made as (
      insert into subscription_packages (company_id, id, name, description, every, amount_cents, vat_rate,
                                         available_for_sale, created_at)
      values (${ctx.company.companyId}, ${newId()}, ${input.name}, ${input.description}, ${input.every},
              ${input.amountCents}, ${input.vatRate}, ${input.availableForSale}, ${ctx.now})
      returning *
    ), event as (
      ${insertEvent(ctx, 'subscription_package.created')}
        from (select company_id, id, null as before, ${packageFacts(ctx, 'made')} as after from made) created
    )
    select ${packageColumns(ctx)} from made p`
  return made
}
