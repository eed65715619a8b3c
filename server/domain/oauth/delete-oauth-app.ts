import type { Db } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'

/** Deletes an app: what it was granted ends with it, in every process at once. Throws `not_found`. */
export async function deleteOAuthApp(sql: Db, now: Date, id: string): Promise<void> {
  const [app] = await sql`
    with app as (update oauth_apps set deleted_at = ${now} where id = ${id} and deleted_at is null returning id),
    ended as (
      update oauth_grants g set revoked_at = ${now} from app where g.app_id = app.id and g.revoked_at is null
      returning g.company_id, g.id
    ), event as (
      insert into events (company_id, id, type, subject_id, actor, at, before, after)
      select company_id, gen_random_uuid(), 'oauth_grant.revoked', id, 'operator:cli', ${now}, null, null from ended
    )
    select pg_notify('access_changed', '') from app`
  if (!app) throw notFound('oauth_app')
}
