import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { isOwner, refuseChange, userOf } from './view.ts'

/** Forgets a view. Throws `forbidden`, `not_found`. */
export async function deleteView(ctx: Ctx, id: string): Promise<void> {
  allow(ctx.actor, 'account:write')
  allow(ctx.actor, 'invoices:read')
  const [gone] = await ctx.sql`
    delete from invoice_views
     where company_id = ${ctx.company.companyId} and id = ${id}
       and (user_id = ${userOf(ctx)} or shared and ${isOwner(ctx)}::boolean)
    returning 1`
  if (!gone) await refuseChange(ctx, id)
}
