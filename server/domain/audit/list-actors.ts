import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'

/** Somebody, or some software, that may have done something at the company. */
export interface KnownActor {
  /** As events keep it. */
  actor: string
  name: string
}

/** Staff, keys, partners and apps of the company, by name: whom to look for in the audit trail. Throws `forbidden`. */
export async function listActors(ctx: Ctx): Promise<KnownActor[]> {
  allow(ctx.actor, 'audit:read')
  const { companyId } = ctx.company
  return ctx.sql<KnownActor[]>`
    select * from (
      select 'user:' || u.id as actor, u.name from memberships m join users u on u.id = m.user_id
       where m.company_id = ${companyId}
      union all
      select 'api_key:' || id, name from api_keys where company_id = ${companyId}
      union all
      select 'partner:' || p.id, p.name from partner_companies c join partners p on p.id = c.partner_id
       where c.company_id = ${companyId}
      union all
      select 'oauth_grant:' || g.id, a.name from oauth_grants g join oauth_apps a on a.id = g.app_id
       where g.company_id = ${companyId} and g.exchanged_at is not null
    ) known order by lower(name), actor limit 1000`
}
