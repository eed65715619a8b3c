import type { Ctx } from '../../kernel/context.ts'

/** What the event of a thing's deletion keeps of it; undefined when it was not deleted. For readers of events. */
// oxlint-disable-next-line house/ask-permission -- its callers act as the system
export async function findDeletedState(ctx: Ctx, subjectId: string): Promise<unknown> {
  const [event] = await ctx.sql<{ before: unknown }[]>`
    select before from events
     where company_id = ${ctx.company.companyId} and subject_id = ${subjectId} and type like '%.deleted'
     order by seq desc limit 1`
  return event?.before ?? undefined
}
