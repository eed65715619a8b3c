import { atomically, type Ctx } from '../../kernel/context.ts'
import { conflict, notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { getBatchSettings } from './get-batch-settings.ts'
import { harmless, parseSettings } from './parse-settings.ts'
import type { CollectionSettings } from './settings.ts'

/**
 * Changes what a batch is collected with; what `input` leaves out stays. Once it is transmitted only the note, the
 * salutation, the throttle and the sending window can be changed: customers were told the rest. Throws `forbidden`,
 * `not_found`, `invalid`, `conflict`.
 */
export async function setBatchSettings(
  ctx: Ctx,
  batchId: string,
  input: unknown,
): Promise<CollectionSettings> {
  allow(ctx.actor, 'invoices:write')
  const { companyId } = ctx.company
  return atomically(ctx, async (inside) => {
    const { sql } = inside
    const [batch] = await sql<{ transmittedAt: string | null }[]>`
      select transmitted_at as "transmittedAt" from batches
       where company_id = ${companyId} and id = ${batchId} for update`
    if (!batch) throw notFound('batch')
    const before = await getBatchSettings(inside, batchId)
    const settings = parseSettings(input, before)
    if (batch.transmittedAt !== null && !Object.keys(input as object).every((name) => harmless.has(name)))
      throw conflict(
        'batch_already_transmitted',
        `The import was transmitted already; only ${[...harmless].join(', ')} can be changed.`,
      )
    await sql`
      with own as (
        insert into batch_settings (company_id, id, settings)
        values (${companyId}, ${batchId}, ${sql.json(settings as never)}::jsonb)
        on conflict (company_id, id) do update set settings = excluded.settings
        returning company_id, id, ${sql.json(before as never)}::jsonb as before, settings as after
      ), event as (${insertEvent(inside, 'batch.settings_changed')} from own)
      select 1`
    return settings
  })
}
