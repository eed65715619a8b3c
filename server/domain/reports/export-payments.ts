import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Payment } from '../payments/payment.ts'
import { checkDays, exportRows, onDays, type Consume, type Days } from './export-rows.ts'

/** A payment as it is kept beside the provider's own administration. */
export interface PaymentRow extends Pick<
  Payment,
  | 'provider'
  | 'providerId'
  | 'status'
  | 'method'
  | 'description'
  | 'subjectKind'
  | 'amountCents'
  | 'refundedCents'
  | 'chargedBackCents'
  | 'currency'
  | 'payerName'
  | 'failure'
> {
  createdAt: Instant
  paidAt: Instant | null
  /** Of the invoice that it is for, where it is for one itself. */
  externalNumber: string | null
}

/** Payments through providers, oldest first, whatever became of them. Throws `forbidden`, `invalid`. */
export async function exportPayments(
  ctx: Ctx,
  { format, days }: { format: string; days: Days },
  consume: Consume<PaymentRow>,
): Promise<void> {
  allow(ctx.actor, 'invoices:read')
  checkDays(days)
  await exportRows<PaymentRow>(
    ctx,
    { what: 'payments', format, choice: days },
    (sql) => ({
      columns: sql`
        p.created_at as "createdAt", p.paid_at as "paidAt", p.provider, p.provider_id as "providerId", p.status, p.method,
        p.description, p.subject_kind as "subjectKind", p.amount_cents as "amountCents",
        p.refunded_cents as "refundedCents", p.charged_back_cents as "chargedBackCents", p.currency,
        p.payer_name as "payerName", p.failure, i.external_number as "externalNumber"`,
      from: sql`
        from payments p
        left join invoices i on p.subject_kind = 'invoice' and i.company_id = p.company_id and i.id = p.subject_id
       where p.company_id = ${ctx.company.companyId} ${onDays(ctx, sql`p.created_at`, days)}`,
      order: sql`p.created_at, p.id`,
    }),
    consume,
  )
}
