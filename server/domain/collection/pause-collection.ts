import { atomically, type Ctx } from '../../kernel/context.ts'
import { conflict } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { collectionMustExist } from './collection-must-exist.ts'
import { holdCollection } from './hold-collection.ts'
import { readReason } from './reason.ts'

/**
 * Stops the messages of one invoice until somebody lets them go on; the reason is for everybody who may see the invoice.
 * What is queued stays queued. Throws `forbidden`, `not_found`, `invalid`, `conflict`.
 */
export async function pauseCollection(ctx: Ctx, invoiceId: string, reason: unknown): Promise<void> {
  allow(ctx.actor, 'invoices:write')
  const why = readReason(reason)
  await atomically(ctx, async (inside) => {
    await collectionMustExist(inside, invoiceId)
    if (!(await holdCollection(inside, invoiceId, 'pause', why)))
      throw conflict('collection_already_paused', 'The collection of the invoice is paused already.')
    await inside.sql`
      with event as (${insertEvent(inside, 'invoice.collection_paused')}
        from (select ${ctx.company.companyId}::integer as company_id, ${invoiceId}::uuid as id, null as before,
                     jsonb_build_object('reason', ${why}::text) as after) pause)
      select 1`
  })
}
