import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { hashOf } from '../access/key.ts'
import { insertEvent } from '../events/event.ts'
import { newSecret } from './secret.ts'

const LIFETIME_MINUTES = 30

/**
 * A code with which whoever decides for the company opens the consent page, once and within half an hour. The operator
 * hands it over: until staff have accounts of their own, that is how somebody is known to speak for a company.
 */
// oxlint-disable-next-line house/ask-permission -- the command line asks, as the operator
export async function createConsentCode(ctx: Ctx): Promise<{ code: string; expiresAt: Date }> {
  const code = newSecret('consent', ctx.company.companyId)
  const expiresAt = new Date(ctx.now.getTime() + LIFETIME_MINUTES * 60_000)
  await ctx.sql`
    with forgotten as (
      delete from consent_codes where company_id = ${ctx.company.companyId}
         and expires_at < ${ctx.now} and coalesce(session_expires_at, '-infinity') < ${ctx.now}
    ), made as (
      insert into consent_codes (company_id, id, hash, expires_at, created_at)
      values (${ctx.company.companyId}, ${newId()}, ${hashOf(code)}, ${expiresAt}, ${ctx.now})
      returning company_id, id, null as before, null as after
    )
    ${insertEvent(ctx, 'consent_code.created')} from made`
  return { code, expiresAt }
}
