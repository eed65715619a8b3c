import { atomically, type Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { lastOwner, lockOwners } from './colleague.ts'

/**
 * Takes somebody off the staff: from then on their sessions reach nothing of the company, in any process. Throws
 * `forbidden`, `not_found`, `conflict` (the last owner).
 */
export async function removeColleague(ctx: Ctx, id: string): Promise<void> {
  allow(ctx.actor, 'staff:write')
  await atomically(ctx, async (inside) => {
    const owners = await lockOwners(inside)
    if (owners.length === 1 && owners[0] === id) throw lastOwner()
    const [gone] = await inside.sql`
      with gone as (
        delete from memberships where company_id = ${ctx.company.companyId} and id = ${id}
        returning company_id, id, jsonb_build_object('role', role, 'userId', user_id) as before, null as after
      ), event as (${insertEvent(inside, 'colleague.removed')} from gone)
      select pg_notify('access_changed', '') from gone`
    if (!gone) throw notFound('colleague')
  })
}
