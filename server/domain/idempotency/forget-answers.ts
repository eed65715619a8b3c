import type { Ctx } from '../../kernel/context.ts'

/**
 * Takes what fits `own` out of answers that were kept and hold what fits `anywhere`: of those to the company's own keys, apps and staff, and of
 * those to partners and links that name one of the ids. What no request can get any more is deleted.
 */
// oxlint-disable-next-line house/ask-permission -- its caller has asked for privacy
export async function forgetAnswers(
  ctx: Ctx,
  ids: string[],
  { own, anywhere }: { own: string; anywhere: string },
): Promise<void> {
  const { companyId } = ctx.company
  await ctx.sql`
    with old as (delete from idempotency_keys where created_at < ${ctx.now}::timestamptz - interval '24 hours')
    update idempotency_keys k set answer = without_words(k.answer::jsonb, ${own})
     where k.created_at >= ${ctx.now}::timestamptz - interval '24 hours' and k.answer::text ~* ${anywhere}
       and (k.actor in (select 'api_key:' || id from api_keys where company_id = ${companyId}
                        union all select 'oauth_grant:' || id from oauth_grants where company_id = ${companyId})
            or k.actor like 'user:% ' || ${companyId}::text
            or k.actor like 'link:%'
            or (k.actor like 'partner:%'
                and exists (select from unnest(${ids.map((id) => id.replaceAll('-', ''))}::text[]) id
                             where strpos(k.answer::text, id) > 0)))`
}
