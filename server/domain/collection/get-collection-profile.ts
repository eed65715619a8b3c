import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { defaultSettings, type CollectionSettings } from './settings.ts'

/** What the company's batches are collected with unless they say otherwise. Throws `forbidden`. */
export async function getCollectionProfile(ctx: Ctx): Promise<CollectionSettings> {
  allow(ctx.actor, 'invoices:read')
  const [profile] = await ctx.sql<{ settings: CollectionSettings }[]>`
    select settings from collection_profiles where company_id = ${ctx.company.companyId}`
  return profile?.settings ?? defaultSettings
}
