import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { platformInvoiceColumns, type PlatformInvoice } from './platform-invoice.ts'

/** One of the operator's invoices to the company. Throws `forbidden`, `not_found`. */
export async function getPlatformInvoice(ctx: Ctx, id: string): Promise<PlatformInvoice> {
  allow(ctx.actor, 'businessoperations:read')
  const [invoice] = await ctx.sql<PlatformInvoice[]>`
    select ${platformInvoiceColumns(ctx)} from platform_invoices i
     where i.company_id = ${ctx.company.companyId} and i.id = ${id}`
  if (!invoice) throw notFound('platform_invoice')
  return invoice
}
