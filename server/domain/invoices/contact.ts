import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import { atomically, type Ctx, type Db } from '../../kernel/context.ts'
import { BalieError, conflict, invalid } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'
import { personName, type Recipient } from '../customers/customer.ts'
import { insertMail } from '../mails/insert-mail.ts'
import { changeRecipient } from './change-recipient.ts'
import { getPublicInvoice } from './get-public-invoice.ts'
import { invoicePagePath } from './invoice-page-path.ts'
import { lockInvoice } from './lock-invoice.ts'

const CODE_MINUTES = 60
const MAX_ATTEMPTS = 5
const GAP_SECONDS = 60
/** With five attempts each: fifty guesses a day at a million codes. */
const MAX_CODES_A_DAY = 10

const hashOf = (id: string, code: string) => createHash('sha256').update(`${id} ${code}`).digest()

interface Link {
  id: string
  token: string
}

export interface ContactChange {
  /** Undefined: it stays. */
  email?: string | undefined
  address?: Partial<Recipient['address']> | undefined
}

/** An e-mail address that waits to be confirmed. */
export interface PendingEmail {
  email: string
  expiresAt: Instant
}

/**
 * What whoever holds the link says of how to reach the payer. A postal address counts at once; a new e-mail address when
 * the code is entered that goes there. Throws `not_found`, `invalid`, `conflict` (retracted), `rate_limited` (codes).
 */
// oxlint-disable-next-line house/ask-permission -- getPublicInvoice asks
export async function correctContact(
  ctx: Ctx,
  { id, token }: Link,
  { email, address }: ContactChange,
): Promise<void> {
  await getPublicInvoice(ctx, id, token)
  await atomically(ctx, async (tx) => {
    await lockInvoice(tx, id)
    const invoice = await getPublicInvoice(tx, id, token)
    if (invoice.retractedAt !== null) throw conflict('invoice_retracted', 'The invoice was retracted.')
    if (address !== undefined)
      await changeRecipient(tx, id, ({ ...recipient }) => ({
        ...recipient,
        address: { ...recipient.address, ...address },
      }))
    if (email === undefined || email === invoice.recipient.email) return
    if (email === '') throw invalid('email', 'must not be empty')
    await sendCode(tx, invoice, email)
  })
}

async function sendCode(
  ctx: Ctx,
  invoice: Awaited<ReturnType<typeof getPublicInvoice>>,
  email: string,
): Promise<void> {
  const { companyId } = ctx.company
  const id = newId()
  const digits = String(randomInt(1_000_000)).padStart(6, '0')
  const before = (seconds: number) => new Date(ctx.now.getTime() - seconds * 1000)
  const mail = insertMail(
    ctx,
    {
      template: 'contact-code',
      to: email,
      locale: invoice.locale,
      params: { name: personName(invoice.recipient), code: digits, url: invoicePagePath(invoice) },
      about: { kind: 'invoice', id: invoice.id },
    },
    ctx.sql`from change`,
  )
  const [sent] = await ctx.sql`
    with change as (
      insert into contact_changes (company_id, id, invoice_id, email, code_hash, sent_at, expires_at)
      select ${companyId}::integer, ${id}::uuid, ${invoice.id}::uuid, ${email}, ${hashOf(id, digits)},
             ${ctx.now}::timestamptz, ${before(-CODE_MINUTES * 60)}::timestamptz
        from contact_changes
       where company_id = ${companyId} and invoice_id = ${invoice.id} and sent_at > ${before(86_400)}
      having count(*) < ${MAX_CODES_A_DAY} and count(*) filter (where sent_at > ${before(GAP_SECONDS)}) = 0
      returning id
    ), mail as (${mail})
    select id from change`
  if (!sent)
    throw new BalieError(
      'rate_limited',
      'email',
      `A code is sent once a minute, and at most ${MAX_CODES_A_DAY} times a day.`,
      GAP_SECONDS,
    )
}

/** The address that waits to be confirmed, if one does. */
// oxlint-disable-next-line house/ask-permission -- its callers hold the invoice
export async function findPendingEmail(ctx: Ctx, invoiceId: string): Promise<PendingEmail | undefined> {
  const [newest] = await ctx.sql<(PendingEmail & { waits: boolean })[]>`
    select email, expires_at as "expiresAt", confirmed_at is null and expires_at > ${ctx.now} as waits
      from contact_changes where company_id = ${ctx.company.companyId} and invoice_id = ${invoiceId}
     order by sent_at desc, id desc limit 1`
  return newest?.waits ? { email: newest.email, expiresAt: newest.expiresAt } : undefined
}

/**
 * Uses the new address from now on, if the code is the newest that was mailed there. Every attempt counts, whatever becomes
 * of the request: `outside` is no transaction. Throws `not_found`, `invalid`, `conflict` (retracted).
 */
// oxlint-disable-next-line house/ask-permission -- getPublicInvoice asks
export async function confirmEmail(ctx: Ctx, outside: Db, { id, token }: Link, code: string): Promise<void> {
  await getPublicInvoice(ctx, id, token)
  // What no code looks like is no guess at one.
  if (!/^\d{6}$/.test(code.trim())) throw invalid('code', 'must be the six digits that were mailed to you')
  const { companyId } = ctx.company
  const [newest] = await outside<{ id: string; hash: Uint8Array; email: string }[]>`
    update contact_changes set attempts = attempts + 1
     where company_id = ${companyId}
       and id = (select id from contact_changes where company_id = ${companyId} and invoice_id = ${id}
                  order by sent_at desc, id desc limit 1)
       and attempts < ${MAX_ATTEMPTS} and expires_at > ${ctx.now} and confirmed_at is null
    returning id, code_hash as hash, email`
  if (!newest) throw invalid('code', 'is no longer valid: ask for a new one')
  if (!timingSafeEqual(hashOf(newest.id, code.trim()), newest.hash))
    throw invalid('code', 'is not the one that was mailed to you')
  await atomically(ctx, async (tx) => {
    await lockInvoice(tx, id)
    const [confirmed] = await tx.sql`
      update contact_changes set confirmed_at = ${tx.now}
       where company_id = ${companyId} and id = ${newest.id} and confirmed_at is null returning 1`
    if (confirmed) await changeRecipient(tx, id, (recipient) => ({ ...recipient, email: newest.email }))
  })
}
