import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'

/** A key of the company, as it may be shown: all but the key. */
export interface ApiKeyListing {
  id: string
  name: string
  /** Its last four characters. */
  hint: string
  /** Permissions, or `*`. */
  scopes: string[]
  createdAt: Instant
  /** To a few minutes. */
  lastUsedAt: Instant | null
  revokedAt: Instant | null
}

/** The company's keys: those that are valid first, each part with the newest first. Throws `forbidden`. */
export async function listApiKeys(ctx: Ctx): Promise<ApiKeyListing[]> {
  allow(ctx.actor, 'settings:read')
  return ctx.sql<ApiKeyListing[]>`
    select k.id, k.name, k.hint, k.scopes, k.created_at as "createdAt", u.last_used_at as "lastUsedAt",
           k.revoked_at as "revokedAt"
      from api_keys k left join api_key_uses u on u.company_id = k.company_id and u.id = k.id
     where k.company_id = ${ctx.company.companyId}
     order by k.revoked_at is not null, k.created_at desc, k.id desc limit 500`
}
