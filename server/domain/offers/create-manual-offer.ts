import type { Ctx } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { findCustomer } from '../customers/get-customer.ts'
import { grossCents, vatBreakdown } from '../invoices/vat.ts'
import { checkOffer, insertOffer, unanswered, type NewOffer } from './insert-offer.ts'
import type { Offer, OfferLine } from './offer.ts'

/**
 * Makes an offer of its lines, its amount with VAT per EN 16931. Throws `forbidden`, and `invalid` for an unknown customer, a
 * negative total or dates the wrong way round.
 */
export async function createManualOffer(
  ctx: Ctx,
  input: NewOffer & { lines: Omit<OfferLine, 'amountCents'>[] },
): Promise<Offer> {
  allow(ctx.actor, 'offers:write')
  const { grossCents: amountCents } = vatBreakdown(input.lines)
  checkOffer(input, amountCents, 'lines')
  const gross = grossCents(input.lines)
  const lines = input.lines.map((line, i) => ({ ...line, amountCents: gross[i]! }))
  const customer = await findCustomer(ctx, input.customerId)
  const offer =
    customer &&
    (await insertOffer(
      ctx,
      { ...input, customer, amountCents, lines, answer: unanswered },
      ctx.sql`document as (select null::uuid as id)`,
    ))
  if (!offer) throw invalid('customerId', 'must be the ID of an existing customer')
  return offer
}
