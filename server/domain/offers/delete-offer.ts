import type { Ctx } from '../../kernel/context.ts'
import { conflict, notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { deletingDocuments } from '../documents/delete-documents.ts'
import { insertEvent } from '../events/event.ts'
import { findOffer } from './get-offer.ts'
import { offerColumns } from './offer-columns.ts'
import type { Offer } from './offer.ts'

/**
 * Deletes an offer that was not accepted, with its lines and its own PDF. Returns it as it was. Throws `forbidden`,
 * `not_found`, `conflict` (accepted: the two have an agreement).
 */
export async function deleteOffer(ctx: Ctx, id: string): Promise<Offer> {
  allow(ctx.actor, 'offers:write')
  const [offer] = await ctx.sql<Offer[]>`
    with gone as (
      delete from offers
       where company_id = ${ctx.company.companyId} and id = ${id} and accepted_at is null
      returning *
    ), ${deletingDocuments(ctx, 'gone')}, deleted as (
      select company_id, id, null as after,
             jsonb_build_object('id', id, 'customerId', customer_id, 'number', offer_number, 'issuedOn', issued_on,
               'expiresOn', expires_on, 'currency', currency, 'amountCents', amount_cents, 'acceptedAt', accepted_at,
               'acceptedViaIp', accepted_via_ip, 'acceptedViaUserAgent', accepted_via_user_agent,
               'acceptanceSignature', null, 'rejectedAt', rejected_at, 'linkToken', link_token,
               'createdAt', created_at) as before
        from gone
    ), event as (${insertEvent(ctx, 'offer.deleted')} from deleted)
    select ${offerColumns(ctx)} from gone o`
  if (offer) return offer
  if (!(await findOffer(ctx, id))) throw notFound('offer')
  throw conflict('offer_already_accepted', 'The offer was accepted and cannot be deleted.')
}
