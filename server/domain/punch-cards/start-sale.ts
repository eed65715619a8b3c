import { atomically, type Ctx } from '../../kernel/context.ts'
import { conflict, invalid, notFound } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { insertPayment } from '../payments/insert-payment.ts'
import type { PaymentProviders } from '../payments/provider.ts'
import { findPunchCard } from './get-punch-card.ts'

/** A card that is to be paid. */
export interface PunchCardSale {
  id: string
  punchCardId: string
  customerId: string
  /** VAT included. */
  amountCents: number
  /** The secret of its payment's checkout page. */
  paymentToken: string
}

/**
 * Notes that a customer wants to buy a card of a template that is for sale, at its present price, and the payment of it.
 * That payment issues the card (`settlePunchCardSale`). Throws `forbidden`, `not_found` (template), `conflict` (not for
 * sale), `invalid` (customer), `unavailable` (the company takes no payments online).
 */
export async function startPunchCardSale(
  ctx: Ctx,
  providers: PaymentProviders,
  punchCardId: string,
  customerId: string,
): Promise<PunchCardSale> {
  allow(ctx.actor, 'punchcards:write')
  return atomically(ctx, async (inside) => {
    const card = await findPunchCard(inside, punchCardId)
    if (!card) throw notFound('punch_card')
    const { priceCents, vatRate } = card
    if (priceCents === null || vatRate === null || priceCents === 0)
      throw conflict('punch_card_not_for_sale', 'The punch card is not for sale.')
    const [sale] = await inside.sql<{ id: string; email: string | null; name: string }[]>`
      with customer as (
        select id, name, email from customers
         where company_id = ${ctx.company.companyId} and id = ${customerId} for key share
      ), made as (
        insert into punch_card_sales (company_id, id, punch_card_id, customer_id, amount_cents, vat_rate, created_at)
        select ${ctx.company.companyId}::integer, ${newId()}::uuid, ${punchCardId}::uuid, id, ${priceCents}::bigint,
               ${vatRate}::smallint, ${ctx.now}::timestamptz
          from customer
        returning *, null as before, jsonb_build_object('punchCardId', punch_card_id) as after
      ), event as (${insertEvent(inside, 'punch_card.sale_started')} from made)
      select made.id, customer.name, customer.email from made, customer`
    if (!sale) throw invalid('customerId', 'must be the ID of an existing customer')
    const payment = await insertPayment(inside, providers, {
      subject: { kind: 'punch_card_sale', id: sale.id },
      amountCents: priceCents,
      description: card.name,
      payerName: sale.name,
      ...(sale.email === null ? {} : { payerEmail: sale.email }),
      locale: ctx.company.locale,
    })
    return { id: sale.id, punchCardId, customerId, amountCents: priceCents, paymentToken: payment.token }
  })
}
