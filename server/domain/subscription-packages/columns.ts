import type { Ctx } from '../../kernel/context.ts'

/** The columns of a `SubscriptionPackage`, of the row `p`. */
export const packageColumns = (ctx: Ctx) => ctx.sql`
  p.id, p.name, p.description, p.every, p.amount_cents as "amountCents", p.vat_rate as "vatRate",
  p.available_for_sale as "availableForSale", p.created_at as "createdAt"`

/** All of the row, named as in `SubscriptionPackage`, for an event. */
export const packageFacts = (ctx: Ctx, row: string) => ctx.sql`
  (select to_jsonb(facts) from (select ${packageColumns(ctx)} from (select (${ctx.sql(row)}).*) p) facts)`
