import type { Ctx, Tx } from '../../kernel/context.ts'

/** Finds conversations by what is said in them now, where messages went from one to another. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for tickets:write
export async function keepSaidWords(ctx: Ctx & { sql: Tx }, ids: string[]): Promise<void> {
  await ctx.sql`
    update ticket_words set said = said_words(company_id, id)
     where company_id = ${ctx.company.companyId} and id = any(${ids}::uuid[])`
}
