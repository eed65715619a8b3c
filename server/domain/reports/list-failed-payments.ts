import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { addPeriod, type Instant } from '../../kernel/time.ts'
import { joinInvoiceOf } from '../payments/invoice-of.ts'

/** A payment that failed, and what it was for. */
export interface FailedPayment {
  id: string
  at: Instant
  invoiceId: string | null
  externalNumber: string | null
  description: string
  payerName: string | null
  amountCents: number
  method: string | null
  provider: string
  failure: string | null
}

/** What failed longer ago than this was seen. */
const RECENT_DAYS = 30
const MOST = 100

export const lately = (ctx: Ctx): Date => addPeriod(ctx.now, ctx.company.timeZone, { days: -RECENT_DAYS })

/**
 * A query for payments that failed since, the last of each thing that was to be paid, as long as nobody has paid or is paying
 * it in another way.
 */
export const failedLately = ({
  sql,
  companyId,
  since,
}: {
  sql: Ctx['sql']
  companyId: number
  since: Date
}) => sql`
  select p.*, i.id as invoice_id, i.external_number
    from (select distinct on (f.subject_kind, f.subject_id) f.* from payments f
           where f.company_id = ${companyId} and f.status = 'failed' and f.changed_at >= ${since}
           order by f.subject_kind, f.subject_id, f.changed_at desc) p
    ${joinInvoiceOf({ sql })}
   where not exists (select from payments later
                      where later.company_id = p.company_id and later.subject_kind = p.subject_kind
                        and later.subject_id = p.subject_id and later.created_at > p.created_at
                        and later.status not in ('failed', 'canceled', 'expired'))
     and (i.id is null or (i.outstanding_cents > 0 and i.retracted_at is null))`

/** Payments that failed lately and wait for somebody, latest first; at most 100. Throws `forbidden`. */
export async function listFailedPayments(ctx: Ctx): Promise<FailedPayment[]> {
  allow(ctx.actor, 'invoices:read')
  const { sql } = ctx
  return sql<FailedPayment[]>`
    select id, changed_at as at, invoice_id as "invoiceId", external_number as "externalNumber", description,
           payer_name as "payerName", amount_cents as "amountCents", method, provider, failure
      from (${failedLately({ sql, companyId: ctx.company.companyId, since: lately(ctx) })}) p
     order by changed_at desc, id limit ${MOST}`
}
