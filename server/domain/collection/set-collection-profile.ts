import { atomically, type Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { getCollectionProfile } from './get-collection-profile.ts'
import { parseSettings } from './parse-settings.ts'
import type { CollectionSettings } from './settings.ts'

/**
 * Changes the profile by what `input` says of it; what it leaves out stays. Batches that were transmitted, or have
 * settings of their own, keep theirs. Throws `forbidden`, `invalid`.
 */
export async function setCollectionProfile(ctx: Ctx, input: unknown): Promise<CollectionSettings> {
  allow(ctx.actor, 'invoices:write')
  return atomically(ctx, async (inside) => {
    const { sql } = inside
    await sql`select 1 from companies where company_id = ${ctx.company.companyId} for no key update`
    const before = await getCollectionProfile(inside)
    const settings = parseSettings(input, before)
    await sql`
      with profile as (
        insert into collection_profiles (company_id, settings, updated_at)
        values (${ctx.company.companyId}, ${sql.json(settings as never)}::jsonb, ${ctx.now})
        on conflict (company_id) do update set settings = excluded.settings, updated_at = excluded.updated_at
        returning company_id, ${ctx.company.id}::uuid as id, ${sql.json(before as never)}::jsonb as before,
                  settings as after
      ), event as (${insertEvent(inside, 'collection_profile.changed')} from profile)
      select 1`
    return settings
  })
}
