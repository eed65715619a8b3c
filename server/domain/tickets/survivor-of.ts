import type { Ctx } from '../../kernel/context.ts'

/**
 * The conversation that has taken up this one, at the end of all merges; undefined where it was not taken up, or is not
 * there.
 */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function survivorOf(ctx: Ctx, id: string): Promise<string | undefined> {
  const { companyId } = ctx.company
  const [survivor] = await ctx.sql<{ id: string }[]>`
    with recursive way as (
      select id, merged_into from tickets where company_id = ${companyId} and id = ${id} and merged_into is not null
      union all
      select t.id, t.merged_into from way w join tickets t on t.company_id = ${companyId} and t.id = w.merged_into
    )
    select id from way where merged_into is null`
  return survivor?.id
}

/**
 * For a verb that did nothing to a conversation: does it to the one that has taken it up, if one has; returns undefined if
 * none has. So a merged conversation can still be named by those who know it by its old name.
 */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function inItsPlace<T>(
  ctx: Ctx,
  id: string,
  again: (survivor: string) => Promise<T>,
): Promise<{ done: T } | undefined> {
  const survivor = await survivorOf(ctx, id)
  return survivor === undefined ? undefined : { done: await again(survivor) }
}
