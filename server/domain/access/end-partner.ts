import { atomically, type Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { forgetChanges } from '../notifications/forget-changes.ts'

/**
 * Lets the partner act for the company no more, in every process at once; of what it was still to be told it hears no more.
 * Payments that it began go on. Throws `forbidden`, `not_found`.
 */
export async function endPartner(ctx: Ctx, partnerId: string): Promise<void> {
  allow(ctx.actor, 'settings:write')
  await atomically(ctx, async (inside) => {
    const [ended] = await inside.sql`
      with ended as (
        delete from partner_companies g using partners p
         where g.company_id = ${ctx.company.companyId} and g.partner_id = ${partnerId} and p.id = g.partner_id
        returning g.company_id, g.partner_id as id, jsonb_build_object('name', p.name) as before, null as after
      ), event as (${insertEvent(inside, 'partner.ended')} from ended)
      select pg_notify('access_changed', '') from ended`
    if (!ended) throw notFound('partner')
    await forgetChanges(inside, partnerId)
  })
}
