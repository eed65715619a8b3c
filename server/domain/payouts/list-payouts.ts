import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Keyed, type Page, type Stretch } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import { payoutColumns, type Payout } from './payout.ts'

/** What the providers paid out, the newest first. Throws `forbidden`. */
export async function listPayouts(ctx: Ctx, { after, limit }: Stretch): Promise<Page<Keyed<Payout>>> {
  allow(ctx.actor, 'invoices:read')
  const { sql } = ctx
  const rows = await sql<Keyed<Payout>[]>`
    select ${payoutColumns(ctx)}, o.created_at as key from payouts o
     where o.company_id = ${ctx.company.companyId}
       ${after ? sql`and (o.created_at, o.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql``}
     order by o.created_at desc, o.id desc limit ${limit + 1}`
  return toPage(rows, limit)
}
