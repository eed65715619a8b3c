import type { Ctx } from '../../kernel/context.ts'

/** Keeps the conversation about an invoice that is about to be deleted: it is about nothing then, and stays its customer's. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for invoices:write
export async function releaseFromInvoice(ctx: Ctx, invoiceId: string): Promise<void> {
  await ctx.sql`
    with released as (
      update tickets set invoice_id = null where company_id = ${ctx.company.companyId} and invoice_id = ${invoiceId}
      returning company_id, id
    )
    update ticket_messages m set invoice_id = null from released t
     where m.company_id = t.company_id and m.ticket_id = t.id`
}
