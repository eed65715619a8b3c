import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { offerColumns } from './offer-columns.ts'
import type { OfferDetails } from './offer.ts'

/** One offer of the company with its recipient, its lines and its document. Throws `forbidden`, `not_found`. */
export async function getOfferDetails(ctx: Ctx, id: string): Promise<OfferDetails> {
  allow(ctx.actor, 'offers:read')
  const [offer] = await ctx.sql<OfferDetails[]>`
    select ${offerColumns(ctx)}, o.recipient, o.document_id as "documentId",
           (select coalesce(json_agg(json_build_object('description', l.description, 'netCents', l.net_cents,
                     'vatRate', l.vat_rate, 'amountCents', l.gross_cents) order by l.position), '[]')
              from offer_lines l where l.company_id = o.company_id and l.offer_id = o.id) as lines
      from offers o where o.company_id = ${ctx.company.companyId} and o.id = ${id}`
  if (!offer) throw notFound('offer')
  return offer
}
