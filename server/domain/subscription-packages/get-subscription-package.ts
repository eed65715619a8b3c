import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { packageColumns } from './columns.ts'
import type { SubscriptionPackage } from './subscription-package.ts'

/** One package of the company. Throws `forbidden`, `not_found`. */
export async function getSubscriptionPackage(ctx: Ctx, id: string): Promise<SubscriptionPackage> {
  allow(ctx.actor, 'subscription:read')
  const found = await findSubscriptionPackage(ctx, id)
  if (!found) throw notFound('subscription_package')
  return found
}

/** The same for verbs that have asked for another permission already. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function findSubscriptionPackage(
  ctx: Ctx,
  id: string,
): Promise<SubscriptionPackage | undefined> {
  const [found] = await ctx.sql<SubscriptionPackage[]>`
    select ${packageColumns(ctx)} from subscription_packages p
     where p.company_id = ${ctx.company.companyId} and p.id = ${id}`
  return found
}
