import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Page, type PageRequest } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import { platformInvoiceColumns, type PlatformInvoice } from './platform-invoice.ts'

/** The operator's invoices to the company, the latest month first: there are twelve a year. Throws `forbidden`. */
export async function listPlatformInvoices(
  ctx: Ctx,
  { offset, limit }: PageRequest,
): Promise<Page<PlatformInvoice>> {
  allow(ctx.actor, 'businessoperations:read')
  const rows = await ctx.sql<PlatformInvoice[]>`
    select ${platformInvoiceColumns(ctx)} from platform_invoices i where i.company_id = ${ctx.company.companyId}
     order by i.month desc limit ${limit + 1} offset ${offset}`
  return toPage(rows, limit)
}
