import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { toPage, type Keyed, type Page, type Stretch } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import { offerColumns } from '../offers/offer-columns.ts'
import type { Offer } from '../offers/offer.ts'
import { ofOwnCustomer } from './own.ts'

/** The offers that were made to who asks, newest first. Throws `forbidden`. */
export async function listOwnOffers(ctx: Ctx, { after, limit }: Stretch): Promise<Page<Keyed<Offer>>> {
  allow(ctx.actor, 'offers:read')
  const { sql } = ctx
  const rows = await sql<Keyed<Offer>[]>`
    select ${offerColumns(ctx)}, o.created_at as key from offers o
     where o.company_id = ${ctx.company.companyId} and ${ofOwnCustomer(ctx, sql`o.customer_id`)}
       ${after ? sql`and (o.created_at, o.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql``}
     order by o.created_at desc, o.id desc limit ${limit + 1}`
  return toPage(rows, limit)
}

/** The secret of the link of an offer to them: what it opens they may do. Throws `forbidden`, `not_found`. */
export async function ownOfferToken(ctx: Ctx, id: string): Promise<string> {
  allow(ctx.actor, 'offers:read')
  const [offer] = await ctx.sql<{ token: string }[]>`
    select o.link_token as token from offers o
     where o.company_id = ${ctx.company.companyId} and o.id = ${id} and ${ofOwnCustomer(ctx, ctx.sql`o.customer_id`)}`
  if (!offer) throw notFound('offer')
  return offer.token
}
