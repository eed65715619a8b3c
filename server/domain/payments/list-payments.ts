import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Page, type PageRequest } from '../../kernel/page.ts'
import { paymentColumns, type Payment, type PaymentSubject } from './payment.ts'

/** The payments of one thing that its provider knows of, newest first. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for the permission of what is paid
export async function listPayments(
  ctx: Ctx,
  subject: PaymentSubject,
  { offset, limit }: PageRequest,
): Promise<Page<Payment>> {
  const rows = await ctx.sql<Payment[]>`
    select ${paymentColumns(ctx)} from payments
     where company_id = ${ctx.company.companyId} and subject_kind = ${subject.kind} and subject_id = ${subject.id}
       and provider_id is not null
     order by created_at desc, id desc limit ${limit + 1} offset ${offset}`
  return toPage(rows, limit)
}
