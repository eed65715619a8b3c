import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Page, type PageRequest } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import { offerColumns } from './offer-columns.ts'
import type { Offer } from './offer.ts'

/** The company's offers, newest first. Throws `forbidden`. */
export async function listOffers(ctx: Ctx, { offset, limit }: PageRequest): Promise<Page<Offer>> {
  allow(ctx.actor, 'offers:read')
  const rows = await ctx.sql<Offer[]>`
    with start as materialized (select * from page_start(${ctx.company.companyId}, 'offers', true, ${offset}))
    select ${offerColumns(ctx)} from offers o
     where o.company_id = ${ctx.company.companyId} and o.created_at < (select boundary from start)
     order by o.created_at desc, o.id desc
     limit ${limit + 1} offset (select remaining from start)`
  return toPage(rows, limit)
}
