import type { Ctx } from '../../kernel/context.ts'

/** Whether the ledger of the invoice in the row of that name has any money that moved: such an invoice is never deleted. */
export const moneyMoved = (ctx: Pick<Ctx, 'sql'>, row: string) => ctx.sql`
  exists (select from invoice_lines l
           where l.company_id = ${ctx.sql(row)}.company_id and l.invoice_id = ${ctx.sql(row)}.id
             and l.kind in ('payment', 'chargeback', 'refund'))`
