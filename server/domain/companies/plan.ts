import type { Db } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { MAX_CENTS } from '../../kernel/money.ts'
import { features as knownFeatures, type Feature } from '../../kernel/permissions.ts'

/** What companies may use, and what the operator asks for it. */
export interface Plan {
  name: string
  features: Feature[]
  /** Before VAT; 0 is never billed. */
  monthlyPriceCents: number
  vatRate: number
}

/** Every plan, with how many companies are on it. Unscoped: the operator's. */
export async function listPlans(sql: Db): Promise<(Plan & { companies: number })[]> {
  return sql<(Plan & { companies: number })[]>`
    select name, features, monthly_price_cents as "monthlyPriceCents", vat_rate as "vatRate",
           (select count(*) from companies c where c.plan = p.name) as companies
      from plans p order by monthly_price_cents, name`
}

/**
 * Defines a plan, or changes what is given of one; every process forgets what it knew. A price counts from the next
 * month that is billed. Throws `invalid`.
 */
export async function setPlan(
  sql: Db,
  name: string,
  given: { features?: string[]; monthlyPriceCents?: number },
): Promise<Plan> {
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(name))
    throw invalid('name', 'must be lower-case letters, digits and hyphens, at most 40')
  const unknown = given.features?.find((feature) => !knownFeatures.includes(feature as Feature))
  if (unknown !== undefined)
    throw invalid('features', `must be of ${knownFeatures.join(', ')}; ${unknown} is none of them`)
  const price = given.monthlyPriceCents
  if (price !== undefined && (!Number.isSafeInteger(price) || price < 0 || price > MAX_CENTS))
    throw invalid('price', 'must be an amount in euros with at most two decimals, such as 12.95')
  const features = given.features && [...new Set(given.features)].sort()
  const [plan] = await sql<[Plan]>`
    with plan as (
      insert into plans as p (name, features, monthly_price_cents)
      values (${name}, ${features ?? []}, ${price ?? 0})
      on conflict (name) do update
         set features = coalesce(${features ?? null}::text[], p.features),
             monthly_price_cents = coalesce(${price ?? null}::bigint, p.monthly_price_cents)
      returning name, features, monthly_price_cents as "monthlyPriceCents", vat_rate as "vatRate"
    )
    select plan.*, pg_notify('access_changed', '')::text as told from plan`
  return {
    name: plan.name,
    features: plan.features,
    monthlyPriceCents: plan.monthlyPriceCents,
    vatRate: plan.vatRate,
  }
}
