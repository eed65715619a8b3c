import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Keyed, type Page, type Stretch } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import { dayIn } from '../../kernel/time.ts'
import { offerColumns } from './offer-columns.ts'
import type { Offer, OfferState } from './offer.ts'

export interface OfferFilter {
  customerId?: string
  state?: OfferState
}

/** A minus is descending. */
export const offerOrders = ['-createdAt', 'createdAt'] as const
export type OfferOrder = (typeof offerOrders)[number]

function ofState(ctx: Ctx, state: OfferState) {
  const { sql } = ctx
  const answer = sql`(case when o.accepted_at is not null then 1 when o.rejected_at is not null then 2 else 0 end)`
  const today = dayIn(ctx.now, ctx.company.timeZone)
  switch (state) {
    case 'open':
      return sql`and ${answer} = 0 and o.expires_on >= ${today}::date`
    case 'expired':
      return sql`and ${answer} = 0 and o.expires_on < ${today}::date`
    case 'accepted':
      return sql`and ${answer} = 1`
    case 'rejected':
      return sql`and ${answer} = 2`
  }
}

/** Some of the company's offers, in order. Throws `forbidden`. */
export async function searchOffers(
  ctx: Ctx,
  { customerId, state }: OfferFilter,
  order: OfferOrder,
  { after, offset, limit }: Stretch,
): Promise<Page<Keyed<Offer>>> {
  allow(ctx.actor, 'offers:read')
  const { sql } = ctx
  const descending = order.startsWith('-')
  const rows = await sql<Keyed<Offer>[]>`
    select ${offerColumns(ctx)}, o.created_at as key from offers o
     where o.company_id = ${ctx.company.companyId}
       ${customerId === undefined ? sql`` : sql`and o.customer_id = ${customerId}`}
       ${state === undefined ? sql`` : ofState(ctx, state)}
       ${after ? sql`and (o.created_at, o.id) ${descending ? sql`<` : sql`>`} (${after.key}::timestamptz, ${after.id}::uuid)` : sql``}
     order by ${descending ? sql`o.created_at desc, o.id desc` : sql`o.created_at, o.id`}
     limit ${limit + 1} offset ${offset}`
  return toPage(rows, limit)
}
