import type { Ctx } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { counts, firstDues, intervals, type PlanTerms } from './plan.ts'

/** What a company lets its members choose; null where nothing was set: no plans. Throws `forbidden`. */
export async function findPlanTerms(ctx: Ctx): Promise<PlanTerms | null> {
  allow(ctx.actor, 'invoices:read')
  const [terms] = await ctx.sql<PlanTerms[]>`
    select counts, intervals, fee_cents as "feeCents", chargeback_fee_cents as "chargebackFeeCents",
           first_due as "firstDue", announce_days as "announceDays", holds_mandates as "holdsMandates"
      from plan_terms where company_id = ${ctx.company.companyId}`
  return terms ?? null
}

const MAX_FEE_CENTS = 100_000

/** Sets what members may choose from now on; plans that run keep what was agreed. Throws `forbidden`, `invalid`. */
export async function setPlanTerms(ctx: Ctx, terms: PlanTerms): Promise<void> {
  allow(ctx.actor, 'invoices:write')
  const known = (allowed: readonly number[], values: number[]) =>
    values.every((value) => allowed.includes(value))
  if (!known(counts, terms.counts)) throw invalid('counts', 'must be numbers from 2 to 12')
  if (!known(intervals, terms.intervals))
    throw invalid('intervals', `must be some of ${intervals.join(', ')} days`)
  for (const field of ['feeCents', 'chargebackFeeCents'] as const)
    if (!Number.isInteger(terms[field]) || terms[field] < 0 || terms[field] > MAX_FEE_CENTS)
      throw invalid(field, `must be from 0 to ${MAX_FEE_CENTS} cents`)
  if (!firstDues.includes(terms.firstDue)) throw invalid('firstDue', `must be one of ${firstDues.join(', ')}`)
  if (!Number.isInteger(terms.announceDays) || terms.announceDays < 0 || terms.announceDays > 30)
    throw invalid('announceDays', 'must be from 0 to 30 days')
  const sorted = (values: number[]) => [...new Set(values)].sort((a, b) => a - b)
  const facts = { ...terms, counts: sorted(terms.counts), intervals: sorted(terms.intervals) }
  await ctx.sql`
    with terms as (
      insert into plan_terms as t (company_id, counts, intervals, fee_cents, chargeback_fee_cents, first_due,
        announce_days, holds_mandates, changed_at)
      values (${ctx.company.companyId}, ${facts.counts}, ${facts.intervals}, ${facts.feeCents},
              ${facts.chargebackFeeCents}, ${facts.firstDue}, ${facts.announceDays}, ${facts.holdsMandates}, ${ctx.now})
      on conflict (company_id) do update
        set counts = excluded.counts, intervals = excluded.intervals, fee_cents = excluded.fee_cents,
            chargeback_fee_cents = excluded.chargeback_fee_cents, first_due = excluded.first_due,
            announce_days = excluded.announce_days, holds_mandates = excluded.holds_mandates,
            changed_at = excluded.changed_at
      returning t.company_id, ${ctx.company.id}::uuid as id, null as before,
                ${ctx.sql.json(facts as never)}::jsonb as after
    ) ${insertEvent(ctx, 'company.plan_terms_changed')} from terms`
}
