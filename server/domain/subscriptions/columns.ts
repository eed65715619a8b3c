import type { Ctx } from '../../kernel/context.ts'

/** The columns of a `Subscription`, of the row `s`. */
export const subscriptionColumns = (ctx: Ctx) => ctx.sql`
  s.id, s.customer_id as "customerId", s.package_id as "packageId", s.description, s.starts_on as "startsOn", s.every,
  s.next_on as "nextOn", ${renewsOn(ctx)} as "renewsOn", s.amount_cents as "amountCents", s.vat_rate as "vatRate",
  s.create_invoice as "createInvoice", s.invoice_description as "invoiceDescription",
  s.create_payment as "createPayment", s.mandate_id as "mandateId",
  s.follow_up_failed_payment as "followUpFailedPayment", s.terminated_at as "terminatedAt",
  s.last_start_on as "lastStartOn", s.created_at as "createdAt"`

const renewsOn = (ctx: Ctx) => ctx.sql`
  (case when s.next_on = s.starts_on then s.starts_on + s.every::interval else s.next_on end)::date`

/** All of the row, named as in `Subscription`, for an event: whoever reads it can show the subscription as it was. */
export const subscriptionFacts = (ctx: Ctx, row: string) => ctx.sql`
  (select to_jsonb(facts) from (select ${subscriptionColumns(ctx)} from (select (${ctx.sql(row)}).*) s) facts)`
