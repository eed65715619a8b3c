import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'

/** The channel of the notices that something changed, with the company's number; given only while somebody listens. */
export const INBOX_CHANGED = 'inbox_changed'

/** How long one says that one listens. */
const SECONDS = 60

/** Says that somebody listens, for a minute: on the database's own clock, which the notices go by. Throws `forbidden`. */
export async function listenToInbox(ctx: Ctx): Promise<void> {
  allow(ctx.actor, 'tickets:read')
  await ctx.sql`
    insert into inbox_listeners as l (company_id, until)
    values (${ctx.company.companyId}, clock_timestamp() + make_interval(secs => ${SECONDS}))
    on conflict (company_id) do update set until = greatest(l.until, excluded.until)`
}
