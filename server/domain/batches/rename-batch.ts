import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { refuseUnlessOpen } from './open-batch.ts'

/** Gives an open batch another title; null: none. Throws `forbidden`, `not_found`, `conflict` (transmitted). */
export async function renameBatch(ctx: Ctx, id: string, title: string | null): Promise<void> {
  allow(ctx.actor, 'invoices:write')
  const [renamed] = await ctx.sql`
    with old as (
      select * from batches
       where company_id = ${ctx.company.companyId} and id = ${id} and transmitted_at is null for update
    ), b as (
      update batches n set title = ${title} from old where n.company_id = old.company_id and n.id = old.id
      returning n.company_id, n.id, jsonb_build_object('title', old.title) as before,
                jsonb_build_object('title', n.title) as after
    ), event as (${insertEvent(ctx, 'batch.changed')} from b)
    select 1 from b`
  if (!renamed) await refuseUnlessOpen(ctx, id)
}
