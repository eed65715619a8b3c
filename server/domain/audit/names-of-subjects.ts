import type { Ctx } from '../../kernel/context.ts'

/** What the things with these ids are called, those that still exist and have a name that people know. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for what they name things in
export async function namesOfSubjects(ctx: Ctx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { sql } = ctx
  const { companyId } = ctx.company
  const of = (table: string, name: string) => sql`
    select t.id, t.${sql(name)} as name from ${sql(table)} t
     where t.company_id = ${companyId} and t.id = any(${[...new Set(ids)]}::uuid[])`
  const rows = await sql<{ id: string; name: string | null }[]>`
    ${of('customers', 'name')} union all ${of('invoices', 'external_number')} union all ${of('tickets', 'title')}
    union all ${of('batches', 'title')} union all ${of('offers', 'offer_number')}
    union all ${of('agreements', 'name')} union all ${of('appointments', 'name')} union all ${of('api_keys', 'name')}
    union all ${of('webhooks', 'type')} union all ${of('customer_groups', 'name')} union all ${of('files', 'name')}
    union all ${of('punch_cards', 'name')} union all ${of('payment_links', 'description')}
    union all ${of('subscription_packages', 'name')} union all ${of('invitations', 'email')}
    union all select m.id, u.name from memberships m join users u on u.id = m.user_id
               where m.company_id = ${companyId} and m.id = any(${ids}::uuid[])
    union all select u.id, u.name from users u join memberships m on m.user_id = u.id
               where m.company_id = ${companyId} and u.id = any(${ids}::uuid[])
    union all select c.id, c.name from companies c
               where c.company_id = ${companyId} and c.id = any(${ids}::uuid[])
    union all select p.id, p.name from partners p where p.id = any(${ids}::uuid[])
    union all select g.id, a.name from oauth_grants g join oauth_apps a on a.id = g.app_id
               where g.company_id = ${companyId} and g.id = any(${ids}::uuid[])`
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])))
}
