import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'

/** A payment on its way to the bookkeeping, and how far it got. */
export interface BookkeepingUpdate {
  id: string
  invoiceId: string
  invoiceNumber: string
  amountCents: number
  state: 'pending' | 'done' | 'failed'
  attempts: number
  lastError: string | null
  externalPaymentId: string | null
  updatedAt: Instant
}

/** The company's latest updates, newest first. Throws `forbidden`. */
export async function listBookkeepingUpdates(ctx: Ctx, limit: number): Promise<BookkeepingUpdate[]> {
  allow(ctx.actor, 'invoices:read')
  return ctx.sql<BookkeepingUpdate[]>`
    select u.id, u.invoice_id as "invoiceId", i.external_number as "invoiceNumber", -l.amount_cents as "amountCents",
           u.state, u.attempts, u.last_error as "lastError", u.external_payment_id as "externalPaymentId",
           u.updated_at as "updatedAt"
      from bookkeeping_updates u
      join invoices i on i.company_id = u.company_id and i.id = u.invoice_id
      join invoice_lines l on l.company_id = u.company_id and l.id = u.id
     where u.company_id = ${ctx.company.companyId}
     order by u.id desc limit ${limit}`
}
