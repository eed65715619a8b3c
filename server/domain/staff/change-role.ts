import { atomically, type Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { lastOwner, lockOwners } from './colleague.ts'
import type { Role } from './role.ts'

/** Makes a colleague something else, in every process at once. Throws `forbidden`, `not_found`, `conflict` (the last owner). */
export async function changeRole(ctx: Ctx, id: string, role: Role): Promise<void> {
  allow(ctx.actor, 'staff:write')
  await atomically(ctx, async (inside) => {
    const owners = await lockOwners(inside)
    if (owners.length === 1 && owners[0] === id && role !== 'owner') throw lastOwner()
    const [changed] = await inside.sql`
      with old as (
        select * from memberships where company_id = ${ctx.company.companyId} and id = ${id} for update
      ), changed as (
        update memberships m set role = ${role} from old
         where m.company_id = old.company_id and m.id = old.id
        returning m.company_id, m.id, jsonb_build_object('role', old.role, 'userId', m.user_id) as before,
                  jsonb_build_object('role', m.role, 'userId', m.user_id) as after
      ), event as (${insertEvent(inside, 'colleague.role_changed')} from changed)
      select pg_notify('access_changed', '') from changed`
    if (!changed) throw notFound('colleague')
  })
}
