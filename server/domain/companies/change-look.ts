import type { Ctx, Look } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { checkColour } from './look.ts'

/**
 * Changes the company's colours; null: none of its own. Pages, mails and PDFs have them at once, in every process. Throws
 * `forbidden`, `invalid`.
 */
export async function changeLook(
  ctx: Ctx,
  given: { accent: string | null; band: string | null },
): Promise<Look> {
  allow(ctx.actor, 'company:write')
  const colours = { accent: checkColour('accent', given.accent), band: checkColour('band', given.band) }
  return writeLook(ctx, colours)
}

/** Replaces what is given of the look. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for company:write
export async function writeLook(ctx: Ctx, change: Partial<Look>): Promise<Look> {
  const [{ look }] = await ctx.sql<[{ look: Look }]>`
    with changed as (
      update companies c set look = old.look || ${ctx.sql.json(change as never)}::jsonb
        from (select * from companies where company_id = ${ctx.company.companyId} for update) old
       where c.company_id = old.company_id
      returning c.company_id, c.id, old.look as before, c.look as after
    ), event as (${insertEvent(ctx, 'company.look_changed')} from changed),
    told as (select pg_notify('access_changed', '') from changed)
    select after as look, (select count(*) from told) as told from changed`
  return look
}
