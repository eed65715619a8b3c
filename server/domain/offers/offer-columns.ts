import type { Ctx } from '../../kernel/context.ts'

/** The columns of an `Offer`, of the row `o`. */
export const offerColumns = (ctx: Ctx) => ctx.sql`
  o.id, o.customer_id as "customerId", o.offer_number as "number", o.issued_on as "issuedOn", o.expires_on as "expiresOn",
  o.currency, o.amount_cents as "amountCents", o.accepted_at as "acceptedAt", o.accepted_via_ip as "acceptedViaIp",
  o.accepted_via_user_agent as "acceptedViaUserAgent",
  translate(encode(o.acceptance_signature, 'base64'), E'\n', '') as "acceptanceSignature", o.rejected_at as "rejectedAt",
  o.link_token as "linkToken", o.created_at as "createdAt"`
