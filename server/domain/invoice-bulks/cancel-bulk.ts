import type { Ctx } from '../../kernel/context.ts'
import { conflict } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { getBulk } from './get-bulk.ts'
import { permissionOf, type Bulk } from './bulk.ts'

/** Leaves the rest as it is. What was done stays done. Throws `forbidden`, `not_found`, `conflict` (it has ended). */
export async function cancelBulk(ctx: Ctx, id: string): Promise<Bulk> {
  allow(ctx.actor, 'invoices:read')
  const { action } = await getBulk(ctx, id)
  allow(ctx.actor, permissionOf(action))
  const [canceled] = await ctx.sql`
    with b as (
      update invoice_bulks set state = 'canceled', ended_at = ${ctx.now}::timestamptz
       where company_id = ${ctx.company.companyId} and id = ${id} and state = 'running'
      returning company_id, id, null as before, null as after
    ), event as (${insertEvent(ctx, 'invoice_bulk.canceled')} from b)
    select 1 from b`
  if (!canceled) throw conflict('bulk_ended', 'It has ended already.')
  return getBulk(ctx, id)
}
