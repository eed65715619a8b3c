import { atomically, type Ctx } from '../../kernel/context.ts'
import { conflict } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { collectionMustExist } from './collection-must-exist.ts'
import { holdCollection, releaseCollection } from './hold-collection.ts'

/**
 * Notes that a collection agency has the claim from here on, or (`back`) that it was taken back: we are silent meanwhile.
 * Throws `forbidden`, `not_found`, `conflict` (not overdue, or so already).
 */
export async function handOver(ctx: Ctx, invoiceId: string, back = false): Promise<void> {
  allow(ctx.actor, 'invoices:write')
  await atomically(ctx, async (inside) => {
    await collectionMustExist(inside, invoiceId)
    const [moved] = await inside.sql`
      with moved as (
        update collections set handed_over_at = ${back ? null : ctx.now}
         where company_id = ${ctx.company.companyId} and id = ${invoiceId} and overdue_at is not null
           and (handed_over_at is not null) = ${back}
        returning company_id, id, null as before, null as after
      ), event as (${insertEvent(inside, back ? 'invoice.taken_back' : 'invoice.handed_over')} from moved)
      select id from moved`
    if (!moved)
      throw conflict(
        'invoice_not_overdue',
        `The invoice is ${back ? 'not with an agency' : 'not overdue, or with an agency already'}.`,
      )
    if (back) await releaseCollection(inside, invoiceId, 'handed_over')
    else await holdCollection(inside, invoiceId, 'handed_over', 'a collection agency has the claim')
  })
}
