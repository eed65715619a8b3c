import type { Ctx, Db } from '../../kernel/context.ts'
import type { Vault } from '../../kernel/vault.ts'
import { notFound } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import type { IssuedKey } from './create-api-key.ts'
import { hashOf, hintOf, newPartnerKey } from './key.ts'

/** Registers an integrating software vendor. Returns its id. */
export async function createPartner(sql: Db, now: Date, name: string): Promise<string> {
  const id = newId()
  await sql`insert into partners (id, name, created_at) values (${id}, ${name}, ${now})`
  return id
}

/**
 * Issues a partner's key, and seals a copy: payments and notifications are signed with it. Throws `not_found` for an
 * unknown partner.
 */
export async function createPartnerKey(
  sql: Db,
  vault: Pick<Vault, 'seal'>,
  now: Date,
  partnerId: string,
  name: string,
): Promise<IssuedKey> {
  const key = newPartnerKey()
  const id = newId()
  const [created] = await sql`
    insert into partner_keys (id, partner_id, name, hash, hint, sealed, created_at)
    select ${id}::uuid, p.id, ${name}, ${hashOf(key)}::bytea, ${hintOf(key)}, ${vault.seal(key)}::bytea,
           ${now}::timestamptz
      from partners p where p.id = ${partnerId}
    returning id`
  if (!created) throw notFound('partner')
  return { id, key }
}

/** Lets the partner act for the company of the context. Granting twice is granting once. Throws `forbidden`, `not_found`. */
export async function grantPartner(ctx: Ctx, partnerId: string): Promise<void> {
  allow(ctx.actor, 'settings:write')
  const [partner] = await ctx.sql`
    with partner as (select id, name from partners where id = ${partnerId}), granted as (
      insert into partner_companies (company_id, partner_id, granted_at)
      select ${ctx.company.companyId}, id, ${ctx.now}::timestamptz from partner
      on conflict do nothing returning company_id, partner_id
    ), event as (
      ${insertEvent(ctx, 'partner.granted')}
        from (select g.company_id, g.partner_id as id, null as before, jsonb_build_object('name', p.name) as after
                from granted g, partner p) grant_row
    )
    select pg_notify('access_changed', '') from partner`
  if (!partner) throw notFound('partner')
}
