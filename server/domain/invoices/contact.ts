import { atomically, type Ctx, type Db } from '../../kernel/context.ts'
import { conflict, invalid } from '../../kernel/errors.ts'
import type { Instant } from '../../kernel/time.ts'
import { checkCode, MAX_ATTEMPTS } from '../codes/code.ts'
import type { Recipient } from '../customers/customer.ts'
import { takesTexts } from '../sms/connect-sms.ts'
import { toE164 } from '../sms/phone-number.ts'
import { changeRecipient } from './change-recipient.ts'
import { mailContactCode, textContactCode } from './contact-code.ts'
import { getPublicInvoice } from './get-public-invoice.ts'
import { lockInvoice } from './lock-invoice.ts'

interface Link {
  id: string
  token: string
}

export interface ContactChange {
  /** Undefined: it stays. */
  email?: string | undefined
  /** As it is dialled; where it says no country, that of `countryCode` or of what is known of the payer is meant. */
  phone?: { number: string; countryCode?: string | undefined } | undefined
  address?: Partial<Recipient['address']> | undefined
}

/** What waits to be confirmed: one of the two. */
export interface PendingContact {
  email: string | null
  phone: Recipient['phone'] | null
  expiresAt: Instant
}

/**
 * What whoever holds the link says of how to reach the payer. A postal address counts at once; a new e-mail address or
 * telephone number when the code is entered that goes there. Throws `not_found`, `invalid`, `conflict` (retracted, or
 * the company sends no texts), `rate_limited` (codes).
 */
// oxlint-disable-next-line house/ask-permission -- getPublicInvoice asks
export async function correctContact(
  ctx: Ctx,
  { id, token }: Link,
  { email, phone, address }: ContactChange,
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
    if (email !== undefined && phone !== undefined)
      throw invalid('phone', 'must be changed by itself: its code goes another way')
    if (phone !== undefined) {
      if (!(await takesTexts(tx)))
        throw conflict(
          'sms_not_connected',
          'The company sends no text messages: a number cannot be confirmed.',
        )
      const number = numberOf(phone, invoice.recipient)
      if (number.number !== numberOf(invoice.recipient.phone, invoice.recipient, true).number)
        await textContactCode(tx, invoice, number)
    }
    if (email === undefined || email === invoice.recipient.email) return
    if (email === '') throw invalid('email', 'must not be empty')
    await mailContactCode(tx, invoice, email)
  })
}

/** A number in E.164, with the country that it was read in. Throws `invalid` where it is none; `known` ones may be anything. */
function numberOf(
  { number, countryCode = '' }: NonNullable<ContactChange['phone']>,
  { phone, address }: Recipient,
  known = false,
): Recipient['phone'] {
  const country = (countryCode || phone.countryCode || address.countryCode).toUpperCase()
  const e164 = toE164(number, country)
  if (e164 === undefined && !known)
    throw invalid('phone', 'must be a telephone number, with its country code if need be')
  return { number: e164 ?? number, countryCode: country }
}

/** The address or number that waits to be confirmed, if one does. */
// oxlint-disable-next-line house/ask-permission -- its callers hold the invoice
export async function findPendingContact(ctx: Ctx, invoiceId: string): Promise<PendingContact | undefined> {
  const [newest] = await ctx.sql<(PendingContact & { waits: boolean })[]>`
    select email, phone, expires_at as "expiresAt", confirmed_at is null and expires_at > ${ctx.now} as waits
      from contact_changes where company_id = ${ctx.company.companyId} and invoice_id = ${invoiceId}
     order by sent_at desc, id desc limit 1`
  if (!newest?.waits) return undefined
  return { email: newest.email, phone: newest.phone, expiresAt: newest.expiresAt }
}

/**
 * Uses the new address or number from now on, if the code is the newest that was sent there. Every attempt counts, whatever
 * becomes of the request: `outside` is no transaction. Throws `not_found`, `invalid`, `conflict` (retracted).
 */
// oxlint-disable-next-line house/ask-permission -- getPublicInvoice asks
export async function confirmContact(
  ctx: Ctx,
  outside: Db,
  { id, token }: Link,
  code: string,
): Promise<void> {
  await getPublicInvoice(ctx, id, token)
  // What no code looks like is no guess at one.
  if (!/^\d{6}$/.test(code.trim())) throw invalid('code', 'must be the six digits that were sent to you')
  const { companyId } = ctx.company
  const [newest] = await outside<
    { id: string; hash: Uint8Array; email: string | null; phone: Recipient['phone'] | null }[]
  >`
    update contact_changes set attempts = attempts + 1
     where company_id = ${companyId}
       and id = (select id from contact_changes where company_id = ${companyId} and invoice_id = ${id}
                  order by sent_at desc, id desc limit 1)
       and attempts < ${MAX_ATTEMPTS} and expires_at > ${ctx.now} and confirmed_at is null
    returning id, code_hash as hash, email, phone`
  checkCode(newest, code)
  const { email, phone } = newest!
  await atomically(ctx, async (tx) => {
    await lockInvoice(tx, id)
    const [confirmed] = await tx.sql`
      update contact_changes set confirmed_at = ${tx.now}, code = null
       where company_id = ${companyId} and id = ${newest!.id} and confirmed_at is null returning 1`
    if (!confirmed) return
    await changeRecipient(tx, id, (recipient) => ({
      ...recipient,
      ...(email === null ? {} : { email }),
      ...(phone === null ? {} : { phone }),
    }))
  })
}
