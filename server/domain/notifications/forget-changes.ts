import type { Ctx, Tx } from '../../kernel/context.ts'

/** Forgets what a partner was still to be told of the company. */
// oxlint-disable-next-line house/ask-permission -- its caller has ended the partner's grant
export async function forgetChanges(ctx: Ctx & { sql: Tx }, partnerId: string): Promise<void> {
  const { companyId } = ctx.company
  await ctx.sql`
    with changes as (
      delete from partner_changes where company_id = ${companyId} and partner_id = ${partnerId}
    )
    delete from partner_payment_notices where company_id = ${companyId} and partner_id = ${partnerId}`
}
