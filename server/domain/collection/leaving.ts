import type { Ctx, Locale, Tx } from '../../kernel/context.ts'
import { locales } from '../../kernel/context.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { dayIn } from '../../kernel/time.ts'
import { displayName, personName, streetOf, type Recipient } from '../customers/customer.ts'
import type { Fee } from '../invoices/add-fees.ts'
import { disputedCents, isOpen, waits } from './chased.ts'
import type { Channel, CollectionMessage } from './message.ts'
import { bringsLateFee, type Step } from './schedule.ts'
import type { CollectionSettings } from './settings.ts'

/** A message that leaves the queue, with all that it is made of. The collection and the invoice are locked. */
export interface Leaving {
  id: string
  invoiceId: string
  step: Exclude<Step, 'overdue'>
  nextStep: Step | null
  resumeStep: Step | null
  channel: Channel
  code: string
  isOpen: boolean
  lateFeeOwed: boolean
  /** Whether this step has brought its chargeback fee already, with another channel's message. */
  isFirst: boolean
  dueOn: PlainDate
  recipient: Recipient
  locale: string | null
  number: string
  reference: string
  outstandingCents: number
  disputedCents: number
  currency: string
}

/** Takes messages of a batch from the queue, in order. What is paused or must wait is passed over, not waited for. */
// oxlint-disable-next-line house/ask-permission -- the engine's own
export async function takeLeaving(
  ctx: Ctx & { sql: Tx },
  batchId: string,
  limit: number,
): Promise<Leaving[]> {
  const { companyId, timeZone } = ctx.company
  return ctx.sql<Leaving[]>`
    select m.id, m.invoice_id as "invoiceId", m.step, c.next_step as "nextStep", c.resume_step as "resumeStep", m.channel,
           m.code, ${isOpen(ctx)} as "isOpen",
           c.late_fee_at is null and c.due_on < ${dayIn(ctx.now, timeZone)}::date as "lateFeeOwed",
           not exists (select from collection_messages s where s.company_id = m.company_id and s.invoice_id = m.invoice_id
                        and s.step = m.step and s.round = m.round and s.state <> 'queued') as "isFirst",
           c.due_on as "dueOn", i.recipient, i.locale, i.external_number as number, i.number::text as reference,
           i.outstanding_cents as "outstandingCents", ${disputedCents(ctx)} as "disputedCents", i.currency
      from collection_messages m
      join collections c on c.company_id = m.company_id and c.id = m.invoice_id
      join invoices i on i.company_id = m.company_id and i.id = m.invoice_id
     where m.company_id = ${companyId} and m.batch_id = ${batchId} and m.state = 'queued' and c.paused_at is null
       and not (${isOpen(ctx)} and ${waits(ctx)})
     order by m.id limit ${limit} for update of m, c skip locked for no key update of i skip locked`
}

/** The fees that these messages bring, each once however many channels tell of it. */
export function feesOf(leaving: Leaving[], settings: CollectionSettings): Fee[] {
  const fees = new Map<string, Fee>()
  for (const { invoiceId, step, lateFeeOwed, isFirst } of leaving) {
    if (fees.has(invoiceId)) continue
    if (lateFeeOwed && bringsLateFee(settings, step))
      fees.set(invoiceId, { invoiceId, subtype: 'late_payment_fee', cents: settings.fees.latePaymentCents })
    else if (step === 'chargeback' && isFirst && settings.fees.chargebackCents > 0)
      fees.set(invoiceId, { invoiceId, subtype: 'chargeback_fee', cents: settings.fees.chargebackCents })
  }
  return [...fees.values()]
}

/** What a message says, with the fee that it brings. */
export const messageOf = (
  row: Leaving,
  feeCents: number,
  settings: CollectionSettings,
): CollectionMessage => ({
  step: row.step,
  name: personName(row.recipient),
  salutation: settings.salutation,
  note: settings.personalNote,
  number: row.number,
  reference: row.reference,
  amountCents: row.outstandingCents + feeCents - row.disputedCents,
  currency: row.currency,
  dueOn: row.dueOn,
  feeCents,
  code: row.code,
})

/** The language that a message is in: the invoice's if it is one of ours, else the company's. */
export const localeOf = (ctx: Ctx, locale: string | null): Locale =>
  (locales as readonly string[]).includes(locale ?? '') ? (locale as Locale) : ctx.company.locale

/** The address as it stands on an envelope, one line each; `home` is the country that is not named. */
export function postalLines(recipient: Recipient): string[] {
  const { address } = recipient
  const name = displayName(recipient)
  const person = personName(recipient)
  return [
    name,
    person === name ? '' : person,
    streetOf(recipient),
    address.address2,
    `${address.zipCode} ${address.city}`,
    address.countryCode,
  ]
    .map((line) => line.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim())
    .filter((line) => line !== '')
}
