import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Keyed, type Page, type Stretch } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import type { IssuedPunchCard, PunchCard } from './punch-card.ts'

/** A card with what its template says. */
export type NamedPunchCard = IssuedPunchCard & Pick<PunchCard, 'name' | 'punches' | 'punchLabel'>

/** The cards that a customer was given, newest first. An unknown customer has none. Throws `forbidden`. */
export async function listCardsOfCustomer(
  ctx: Ctx,
  customerId: string,
  { after, limit }: Stretch,
): Promise<Page<Keyed<NamedPunchCard>>> {
  allow(ctx.actor, 'punchcards:read')
  const { sql } = ctx
  const rows = await sql<Keyed<NamedPunchCard>[]>`
    select i.id, i.punch_card_id as "punchCardId", i.customer_id as "customerId", i.punches_left as "punchesLeft",
           i.expires_at as "expiresAt", i.issued_at as "issuedAt", p.name, p.punches, p.punch_label as "punchLabel",
           i.issued_at as key
      from issued_punch_cards i
      join punch_cards p on p.company_id = i.company_id and p.id = i.punch_card_id
     where i.company_id = ${ctx.company.companyId} and i.customer_id = ${customerId}
       ${after ? sql`and (i.issued_at, i.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql``}
     order by i.issued_at desc, i.id desc limit ${limit + 1}`
  return toPage(rows, limit)
}
