import type { Ctx } from '../../kernel/context.ts'

/** The columns of a `PunchCard`. */
export const punchCardColumns = (ctx: Ctx) => ctx.sql`
  id, name, description, punches, punch_label as "punchLabel", for_sale as "forSale", price_cents as "priceCents",
  vat_rate as "vatRate", expiry_value as "expiryValue", expiry_period as "expiryPeriod", created_at as "createdAt"`

/** The columns of an `IssuedPunchCard`. */
export const issuedColumns = (ctx: Ctx) => ctx.sql`
  id, punch_card_id as "punchCardId", customer_id as "customerId", punches_left as "punchesLeft",
  expires_at as "expiresAt", issued_at as "issuedAt"`
