import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Page, type PageRequest } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import { issuedColumns } from './columns.ts'
import { getPunchCard } from './get-punch-card.ts'
import type { IssuedPunchCard } from './punch-card.ts'

/** The cards issued of a template, newest first. Throws `forbidden`, `not_found`. */
export async function listIssuedPunchCards(
  ctx: Ctx,
  punchCardId: string,
  { offset, limit }: PageRequest,
): Promise<Page<IssuedPunchCard>> {
  allow(ctx.actor, 'punchcards:read')
  const rows = await ctx.sql<IssuedPunchCard[]>`
    select ${issuedColumns(ctx)} from issued_punch_cards
     where company_id = ${ctx.company.companyId} and punch_card_id = ${punchCardId}
     order by issued_at desc, id desc limit ${limit + 1} offset ${offset}`
  if (rows.length === 0) await getPunchCard(ctx, punchCardId)
  return toPage(rows, limit)
}
