import type { Db } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { dayIn } from '../../kernel/time.ts'
import type { Vault } from '../../kernel/vault.ts'
import { BookkeepingError, type Bookkeeping } from './bookkeeping.ts'
import type { BookkeepingSecrets } from './connect-bookkeeping.ts'
import { addRegisterPaymentJob, type RegisterPaymentJob } from './insert-update.ts'

/** How a connection becomes a bookkeeping: the provider is the caller's to choose. */
export type OpenBookkeeping = (provider: string, baseUrl: string, secrets: BookkeepingSecrets) => Bookkeeping

interface Pending {
  provider: string
  baseUrl: string
  secrets: Uint8Array
  invoiceId: string
  invoiceNumber: string
  currency: string
  amountCents: number
  paidAt: string
  timeZone: string
  attempts: number
}

/** The outcome of one attempt. `later`: another one is planned; `gone`: there is nothing to do (any more). */
export type Attempt = 'done' | 'failed' | 'later' | 'gone'

const MAX_ATTEMPTS = 25

/**
 * One attempt at registering a payment line in the company's bookkeeping. The provider finds its own earlier payment by
 * the line's id, so an attempt whose answer was lost costs nothing but another look. A failed attempt and the job for
 * the next are one statement; the gaps grow to six hours, some four days in all.
 */
export async function registerPayment(
  { sql, vault, now, open }: { sql: Db; vault: Vault; now: Date; open: OpenBookkeeping },
  { companyId, lineId }: RegisterPaymentJob,
): Promise<Attempt> {
  const [pending] = await sql<Pending[]>`
    select b.provider, b.base_url as "baseUrl", b.secrets, i.id as "invoiceId", i.external_number as "invoiceNumber",
           i.currency, -l.amount_cents as "amountCents", l.occurred_at as "paidAt", c.time_zone as "timeZone",
           u.attempts
      from bookkeeping_updates u
      join bookkeeping_connections b on b.company_id = u.company_id
      join invoice_lines l on l.company_id = u.company_id and l.id = u.id
      join invoices i on i.company_id = u.company_id and i.id = u.invoice_id
      join companies c on c.company_id = u.company_id
     where u.company_id = ${companyId} and u.id = ${lineId} and u.state = 'pending'`
  if (!pending) return 'gone'
  try {
    const secrets = vault.open(pending.secrets) as BookkeepingSecrets
    const registered = await open(pending.provider, pending.baseUrl, secrets).registerPayment({
      invoiceNumber: pending.invoiceNumber,
      reference: lineId,
      paidOn: dayIn(new Date(pending.paidAt), pending.timeZone),
      amountCents: pending.amountCents,
      currency: pending.currency,
    })
    await sql`
      with done as (
        update bookkeeping_updates
           set state = 'done', attempts = attempts + 1, last_error = null, updated_at = ${now},
               external_invoice_id = ${registered.externalInvoiceId},
               external_payment_id = ${registered.externalPaymentId}
         where company_id = ${companyId} and id = ${lineId} and state = 'pending'
        returning company_id, invoice_id, external_payment_id
      )
      insert into events (company_id, id, type, subject_id, actor, at, after)
      select company_id, ${newId()}::uuid, 'bookkeeping.payment_registered', invoice_id, 'system:register-payment',
             ${now}::timestamptz, jsonb_build_object('lineId', ${lineId}::text, 'paymentId', external_payment_id)
        from done`
    return 'done'
  } catch (error) {
    if (!(error instanceof BookkeepingError)) throw error
    const attempts = pending.attempts + 1
    const state = attempts >= MAX_ATTEMPTS || error.kind === 'refused' ? 'failed' : 'pending'
    const runAt = new Date(now.getTime() + 1000 * gapSeconds(attempts, error))
    await sql`
      with attempt as (
        update bookkeeping_updates
           set state = ${state}, attempts = attempts + 1, last_error = ${error.message}, updated_at = ${now}
         where company_id = ${companyId} and id = ${lineId} and state = 'pending'
        returning company_id, id, state
      ), job as (select ${addRegisterPaymentJob(sql, runAt)} from attempt where state = 'pending')
      select (select count(*) from job)`
    return state === 'failed' ? 'failed' : 'later'
  }
}

/**
 * Seconds until the next attempt: 3, 7, 20, 55 … to six hours, never sooner than the bookkeeping asked. After an answer
 * that did not come at least a minute: a request that timed out may still be taking effect, and must show at the next look.
 */
function gapSeconds(attempts: number, { kind, retryAfterSeconds }: BookkeepingError): number {
  const least = retryAfterSeconds ?? (kind === 'unavailable' ? UNAVAILABLE_SECONDS : 0)
  return Math.max(least, Math.round(Math.exp(Math.min(attempts, 10))))
}

const UNAVAILABLE_SECONDS = 60
