import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'

/** Tells a missing conversation from a request that is refused for another reason. Throws `not_found`. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for tickets:write
export async function ticketMustExist(ctx: Ctx, id: string): Promise<void> {
  const [ticket] =
    await ctx.sql`select 1 from tickets where company_id = ${ctx.company.companyId} and id = ${id}`
  if (!ticket) throw notFound('ticket')
}

/** The same, where one that another has taken up is missing too. Throws `not_found`. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for tickets:write
export async function conversationMustExist(ctx: Ctx, id: string): Promise<void> {
  const [ticket] = await ctx.sql`
    select 1 from tickets where company_id = ${ctx.company.companyId} and id = ${id} and merged_into is null`
  if (!ticket) throw notFound('ticket')
}
