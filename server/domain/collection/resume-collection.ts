import { atomically, type Ctx } from '../../kernel/context.ts'
import { conflict } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { addCollectJob } from './collect-job.ts'
import { collectionMustExist } from './collection-must-exist.ts'
import { releaseCollection } from './hold-collection.ts'

/**
 * Lets the messages of an invoice go on where they stood: what was left of the wait is still to be waited. A question
 * that is not answered still stops them. Throws `forbidden`, `not_found`, `conflict`.
 */
export async function resumeCollection(ctx: Ctx, invoiceId: string): Promise<void> {
  allow(ctx.actor, 'invoices:write')
  await atomically(ctx, async (inside) => {
    await collectionMustExist(inside, invoiceId)
    if (!(await releaseCollection(inside, invoiceId, 'pause')))
      throw conflict('collection_not_paused', 'The collection of the invoice is not paused.')
    await inside.sql`
      with event as (${insertEvent(inside, 'invoice.collection_resumed')}
        from (select ${ctx.company.companyId}::integer as company_id, ${invoiceId}::uuid as id, null as before,
                     null as after) pause)
      select ${addCollectJob(inside.sql, ctx)}`
  })
}
