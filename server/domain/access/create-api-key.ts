import type { Ctx } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { allow, permissions, type Permission } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { hashOf, hintOf, newApiKey } from './key.ts'

/** `key` is the only time it is seen. */
export interface IssuedKey {
  id: string
  key: string
}

/** Issues a key for the company of the context. Throws `forbidden`, `invalid` (an unknown scope or none, the name). */
export async function createApiKey(
  ctx: Ctx,
  name: string,
  scopes: readonly (Permission | '*')[],
): Promise<IssuedKey> {
  allow(ctx.actor, 'settings:write')
  if (name.trim() === '' || name.length > 100) throw invalid('name', 'must have 1 to 100 characters')
  const unknown = scopes.find((scope) => scope !== '*' && !(permissions as readonly string[]).includes(scope))
  if (unknown !== undefined || scopes.length === 0)
    throw invalid('scopes', `must be * or some of ${permissions.join(', ').replaceAll(':', '.')}`)
  const key = newApiKey(ctx.company.companyId)
  const id = newId()
  await ctx.sql`
    with key as (
      insert into api_keys (company_id, id, name, hash, hint, scopes, created_at)
      values (${ctx.company.companyId}, ${id}, ${name.trim()}, ${hashOf(key)}, ${hintOf(key)}, ${scopes as string[]}, ${ctx.now})
      returning company_id, id, null as before, jsonb_build_object('name', name, 'scopes', scopes) as after
    ), event as (${insertEvent(ctx, 'api_key.created')} from key)
    select pg_notify('access_changed', '')`
  return { id, key }
}
