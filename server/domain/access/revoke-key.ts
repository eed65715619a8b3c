import type { Ctx, Db } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'

/** Revokes a key of the company, in every process at once. False when there is none that is still valid. Throws `forbidden`. */
export async function revokeApiKey(ctx: Ctx, id: string): Promise<boolean> {
  allow(ctx.actor, 'settings:write')
  const revoked = await ctx.sql`
    with key as (
      update api_keys set revoked_at = ${ctx.now}
       where company_id = ${ctx.company.companyId} and id = ${id} and revoked_at is null
      returning company_id, id, null as before, jsonb_build_object('name', name) as after
    ), event as (${insertEvent(ctx, 'api_key.revoked')} from key)
    select pg_notify('access_changed', '') from key`
  return revoked.length > 0
}

/** Revokes a key of a partner, in every process at once. False when there is none that is still valid. */
export async function revokePartnerKey(sql: Db, now: Date, id: string): Promise<boolean> {
  const revoked = await sql`
    with key as (update partner_keys set revoked_at = ${now} where id = ${id} and revoked_at is null returning id)
    select pg_notify('access_changed', '') from key`
  return revoked.length > 0
}
