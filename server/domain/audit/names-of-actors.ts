import type { Ctx } from '../../kernel/context.ts'
import { isUuid } from '../../kernel/ids.ts'

/** The names of actors as events keep them: of staff, keys, partners, apps. What is nobody's is left out. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for what they name actors in
export async function namesOfActors(ctx: Ctx, actors: string[]): Promise<Map<string, string>> {
  const { companyId } = ctx.company
  const idsOf = (kind: string) =>
    [
      ...new Set(
        actors.filter((actor) => actor.startsWith(`${kind}:`)).map((actor) => actor.slice(kind.length + 1)),
      ),
    ].filter(isUuid)
  const [users, keys, partners, grants] = ['user', 'api_key', 'partner', 'oauth_grant'].map(idsOf) as [
    string[],
    string[],
    string[],
    string[],
  ]
  if (users.length + keys.length + partners.length + grants.length === 0) return new Map()
  const rows = await ctx.sql<{ actor: string; name: string }[]>`
    select 'user:' || u.id as actor, u.name from users u where u.id = any(${users}::uuid[])
    union all
    select 'api_key:' || k.id, k.name from api_keys k where k.company_id = ${companyId} and k.id = any(${keys}::uuid[])
    union all
    select 'partner:' || p.id, p.name from partners p where p.id = any(${partners}::uuid[])
    union all
    select 'oauth_grant:' || g.id, a.name from oauth_grants g join oauth_apps a on a.id = g.app_id
     where g.company_id = ${companyId} and g.id = any(${grants}::uuid[])`
  return new Map(rows.map(({ actor, name }) => [actor, name]))
}
