import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { defaultSettings, type CollectionSettings } from './settings.ts'

/** What a batch is collected with: its own settings, else the company's profile. Throws `forbidden`, `not_found`. */
export async function getBatchSettings(ctx: Ctx, batchId: string): Promise<CollectionSettings> {
  allow(ctx.actor, 'invoices:read')
  const [batch] = await ctx.sql<{ settings: CollectionSettings | null }[]>`
    select coalesce(s.settings, p.settings) as settings
      from batches b
      left join batch_settings s on s.company_id = b.company_id and s.id = b.id
      left join collection_profiles p on p.company_id = b.company_id
     where b.company_id = ${ctx.company.companyId} and b.id = ${batchId}`
  if (!batch) throw notFound('batch')
  return batch.settings ?? defaultSettings
}
