import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Page } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import { ageingColumns, parseReportDay, standingOn, type Ageing } from './ageing.ts'

/** What a row of the report is about. */
export const ageingSubjects = ['customer', 'import'] as const
export type AgeingSubject = (typeof ageingSubjects)[number]

export interface AgeingRow extends Ageing {
  /** Of the customer or the import. */
  id: string
  /** Null: an import without a title. */
  name: string | null
}

/** Behind the row with that total and id. */
export interface AfterAgeing {
  totalCents: number
  id: string
}

/**
 * What was outstanding at the end of a day per customer or per import, most first. Throws `forbidden`, `invalid`.
 */
export async function listAgeing(
  ctx: Ctx,
  { asOf, by }: { asOf: string | undefined; by: AgeingSubject },
  { after, limit }: { after: AfterAgeing | undefined; limit: number },
): Promise<Page<AgeingRow>> {
  allow(ctx.actor, 'invoices:read')
  const { sql } = ctx
  const { companyId } = ctx.company
  const ofCustomers = by === 'customer'
  const rows = await sql<AgeingRow[]>`
    with ${standingOn(ctx, parseReportDay(ctx, asOf))}, report as (
      select ${ofCustomers ? sql`customer_id` : sql`batch_id`} as id, ${ageingColumns(ctx)} from standing group by 1
    ), page as (
      select * from report
       ${after ? sql`where (-"totalCents", id) > (${-after.totalCents}::bigint, ${after.id}::uuid)` : sql``}
       order by "totalCents" desc, id limit ${limit + 1}
    )
    select p.*, ${ofCustomers ? sql`s.name` : sql`s.title`} as name
      from page p
      left join ${ofCustomers ? sql`customers` : sql`batches`} s on s.company_id = ${companyId} and s.id = p.id
     order by p."totalCents" desc, p.id`
  return toPage(rows, limit)
}
