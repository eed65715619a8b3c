import type { Ctx } from '../../kernel/context.ts'
import { conflict, invalid, notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { dayIn } from '../../kernel/time.ts'
import { insertEvent } from '../events/event.ts'
import { insertMail } from '../mails/insert-mail.ts'
import { answeredAlready } from './answered-already.ts'
import { offerColumns } from './offer-columns.ts'
import type { Offer } from './offer.ts'

/**
 * Mails the customer the link of an offer that waits for an answer, as often as it is asked for. `linkOf` is the address of
 * its page. Throws `forbidden`, `not_found`, `conflict` (answered, or expired), `invalid` (the customer has no address).
 */
export async function sendOffer(
  ctx: Ctx,
  id: string,
  linkOf: (offer: Pick<Offer, 'id' | 'linkToken'>) => string,
): Promise<Offer> {
  allow(ctx.actor, 'offers:write')
  const [offer] = await ctx.sql<(Offer & { customerName: string; customerEmail: string | null })[]>`
    select ${offerColumns(ctx)}, k.name as "customerName", k.email as "customerEmail"
      from offers o join customers k on k.company_id = o.company_id and k.id = o.customer_id
     where o.company_id = ${ctx.company.companyId} and o.id = ${id}`
  if (!offer) throw notFound('offer')
  const { customerName, customerEmail, ...rest } = offer
  if (offer.acceptedAt !== null || offer.rejectedAt !== null) return answeredAlready(ctx, id)
  if (dayIn(ctx.now, ctx.company.timeZone) > offer.expiresOn)
    throw conflict('offer_expired', 'The offer has expired.')
  if (!customerEmail) throw invalid('customerId', 'must be a customer with an e-mail address')
  const mail = insertMail(
    ctx,
    {
      template: 'offer-created',
      to: customerEmail,
      locale: null,
      params: {
        name: customerName,
        title: offer.number,
        amountCents: offer.amountCents,
        currency: offer.currency,
        expiresOn: offer.expiresOn,
        url: linkOf(offer),
      },
      about: { kind: 'offer', id },
    },
    ctx.sql`from offer`,
  )
  const [sent] = await ctx.sql<{ id: string }[]>`
    with offer as (
      select company_id, id, null as before, jsonb_build_object('number', offer_number) as after
        from offers
       where company_id = ${ctx.company.companyId} and id = ${id} and accepted_at is null and rejected_at is null
         for share
    ), event as (${insertEvent(ctx, 'offer.sent')} from offer), mail as (${mail})
    select id from offer`
  // Answered or deleted since the look.
  return sent ? rest : sendOffer(ctx, id, linkOf)
}
