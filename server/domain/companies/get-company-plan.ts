import type { Ctx } from '../../kernel/context.ts'
import { allow, features, type Feature } from '../../kernel/permissions.ts'
import type { Plan } from './plan.ts'

/** What a company may use, and what more there is. */
export interface CompanyPlan extends Plan {
  /** Other plans that hold something which this one lacks, the cheapest first. */
  others: Plan[]
  lacks: Feature[]
}

/** The company's plan. Throws `forbidden`. */
export async function getCompanyPlan(ctx: Ctx): Promise<CompanyPlan> {
  allow(ctx.actor, 'company:read')
  const plans = await ctx.sql<(Plan & { own: boolean })[]>`
    select p.name, p.features, p.monthly_price_cents as "monthlyPriceCents", p.vat_rate as "vatRate",
           p.name = c.plan as own
      from plans p, companies c where c.company_id = ${ctx.company.companyId}
     order by p.monthly_price_cents, p.name`
  const { own: _, ...plan } = plans.find(({ own }) => own)!
  const lacks = features.filter((feature) => !plan.features.includes(feature))
  const others = plans
    .filter((other) => !other.own && other.features.some((feature) => lacks.includes(feature)))
    .map(({ own: _own, ...other }) => other)
  return { ...plan, lacks, others }
}
