import type { Ctx } from '../../kernel/context.ts'

/**
 * What of an invoice is being processed by a bank, in cents: payments of it or of its installments, and charges that were
 * ordered. A checkout that is merely open is none: its payer may never come back.
 */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for the permission of what is paid
export async function centsAtBank(ctx: Ctx, invoiceId: string): Promise<number> {
  const { companyId } = ctx.company
  const [{ cents }] = await ctx.sql<[{ cents: number }]>`
    select coalesce(sum(amount_cents), 0)::bigint as cents from payments
     where company_id = ${companyId}
       and (status in ('pending', 'authorized') or (sequence = 'recurring' and status in ('created', 'open')))
       and ((subject_kind = 'invoice' and subject_id = ${invoiceId})
         or (subject_kind = 'installment' and subject_id in (
              select i.id from installments i join installment_plans p on p.company_id = i.company_id and p.id = i.plan_id
               where p.company_id = ${companyId} and p.invoice_id = ${invoiceId})))`
  return cents
}
