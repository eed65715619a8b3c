import type { Ctx } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { getBatchSettings } from '../collection/get-batch-settings.ts'
import { insertEvent } from '../events/event.ts'
import { firstDues, type CompanyTerms, type PlanTerms } from './plan.ts'

const unset: CompanyTerms = { firstDue: 'at_once', announceDays: 7, holdsMandates: false }

/** The company's part of what members may choose. Throws `forbidden`. */
export async function getCompanyTerms(ctx: Ctx): Promise<CompanyTerms> {
  allow(ctx.actor, 'invoices:read')
  const [terms] = await ctx.sql<CompanyTerms[]>`
    select first_due as "firstDue", announce_days as "announceDays", holds_mandates as "holdsMandates"
      from plan_terms where company_id = ${ctx.company.companyId}`
  return terms ?? unset
}

/** What members may choose for an invoice of that batch; undefined: no plan. Throws `forbidden`, `not_found`. */
export async function findPlanTerms(ctx: Ctx, batchId: string): Promise<PlanTerms | undefined> {
  allow(ctx.actor, 'invoices:read')
  const { installments, fees, paymentMethods } = await getBatchSettings(ctx, batchId)
  if (installments === null) return undefined
  return {
    ...(await getCompanyTerms(ctx)),
    counts: installments.numbers,
    intervals: [installments.intervalDays],
    feeCents: fees.installmentCents,
    surchargeCents: fees.surchargeCents,
    chargebackFeeCents: fees.chargebackCents,
    mayCharge: paymentMethods.includes('sdd'),
  }
}

/**
 * Changes the company's part by what is given, and returns all of it; plans that run keep what was agreed. Throws
 * `forbidden`, `invalid`.
 */
export async function setCompanyTerms(ctx: Ctx, changes: Partial<CompanyTerms>): Promise<CompanyTerms> {
  allow(ctx.actor, 'invoices:write')
  const { firstDue, announceDays, holdsMandates } = changes
  if (firstDue !== undefined && !firstDues.includes(firstDue))
    throw invalid('firstDue', `must be one of ${firstDues.join(', ')}`)
  if (
    announceDays !== undefined &&
    (!Number.isInteger(announceDays) || announceDays < 0 || announceDays > 30)
  )
    throw invalid('announceDays', 'must be from 0 to 30 days')
  const first = { ...unset, ...changes }
  const [terms] = await ctx.sql<[CompanyTerms]>`
    with terms as (
      insert into plan_terms as t (company_id, first_due, announce_days, holds_mandates, changed_at)
      values (${ctx.company.companyId}, ${first.firstDue}, ${first.announceDays}, ${first.holdsMandates}, ${ctx.now})
      on conflict (company_id) do update
        set first_due = coalesce(${firstDue ?? null}::text, t.first_due),
            announce_days = coalesce(${announceDays ?? null}::smallint, t.announce_days),
            holds_mandates = coalesce(${holdsMandates ?? null}::boolean, t.holds_mandates), changed_at = excluded.changed_at
      returning t.*, ${ctx.company.id}::uuid as id, null as before,
                jsonb_build_object('firstDue', t.first_due, 'announceDays', t.announce_days,
                                   'holdsMandates', t.holds_mandates) as after
    ), event as (${insertEvent(ctx, 'company.plan_terms_changed')} from terms)
    select first_due as "firstDue", announce_days as "announceDays", holds_mandates as "holdsMandates" from terms`
  return terms
}
