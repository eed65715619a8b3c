import type { Ctx, Locale } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import { addDays, dayIn, type PlainDate } from '../../kernel/time.ts'
import { getLetterhead, type Letterhead } from '../companies/letterhead.ts'
import { displayName, personName, type Recipient } from '../customers/customer.ts'
import type { DueMail } from '../mails/mail.ts'
import { disputedCents } from './chased.ts'
import { forecast, lateFeeStep, waysTo, type Reach } from './forecast.ts'
import { getBatchSettings } from './get-batch-settings.ts'
import { localeOf, postalLines } from './leaving.ts'
import type { CollectionMessage } from './message.ts'
import { GENUINE_PATH, shortLink } from './message-code.ts'
import type { CollectionSettings } from './settings.ts'

/** What a customer would be told by one step; a channel that says nothing is null. */
export interface PreviewedStep {
  says: CollectionMessage
  /** Null: it comes by no clock, but when money is taken back, or somebody says so. */
  at: Date | null
  /** The day on its letter. */
  on: PlainDate
  mail: DueMail | null
  /** The number that it goes to. */
  sms: string | null
  /** The lines of the address. */
  letter: string[] | null
}

export interface Preview {
  invoiceId: string
  externalNumber: string
  recipient: string
  locale: Locale
  from: Letterhead
  steps: PreviewedStep[]
}

interface Row {
  id: string
  externalNumber: string
  number: string
  recipient: Recipient
  locale: string | null
  dueOn: PlainDate | null
  outstandingCents: number
  disputedCents: number
  currency: string
  transmittedAt: string | null
}

/** Opens nothing: a message that was not sent has no link yet. */
const codeOf = (ctx: Ctx) => `${ctx.company.companyId}-000000000000`

/**
 * Every message of the flow as the customer of one invoice would get it: of the invoice named, else of the batch's first that
 * asks for something. Throws `forbidden`, `not_found` (batch, or invoice: also where the batch has none).
 */
export async function previewMessages(ctx: Ctx, batchId: string, invoiceId?: string): Promise<Preview> {
  allow(ctx.actor, 'invoices:read')
  const settings = await getBatchSettings(ctx, batchId)
  const { sql, company } = ctx
  const [row] = await sql<Row[]>`
    select i.id, i.external_number as "externalNumber", i.number::text as number, i.recipient, i.locale, i.due_on as "dueOn",
           i.outstanding_cents as "outstandingCents", ${disputedCents(ctx)} as "disputedCents", i.currency,
           b.transmitted_at as "transmittedAt"
      from invoices i join batches b on b.company_id = i.company_id and b.id = i.batch_id
     where i.company_id = ${company.companyId} and i.batch_id = ${batchId}
       ${invoiceId === undefined ? sql`` : sql`and i.id = ${invoiceId}`}
     order by i.outstanding_cents <= 0, i.id limit 1`
  if (!row) throw notFound('invoice')
  const from = await getLetterhead(ctx)
  return {
    invoiceId: row.id,
    externalNumber: row.externalNumber,
    recipient: displayName(row.recipient),
    locale: localeOf(ctx, row.locale),
    from,
    steps: stepsOf(ctx, row, settings, from),
  }
}

function stepsOf(ctx: Ctx, row: Row, settings: CollectionSettings, from: Letterhead): PreviewedStep[] {
  const { timeZone } = ctx.company
  const begin = row.transmittedAt === null ? ctx.now : new Date(row.transmittedAt)
  const plan = forecast(settings, begin, timeZone)
  const dueOn = row.dueOn ?? addDays(dayIn(begin, timeZone), settings.dueDays)
  const feeStep = lateFeeStep(settings, plan, dueOn, reachOf(row.recipient))
  const last = plan.at(-1)!.day
  let asked = row.outstandingCents - row.disputedCents
  const steps: PreviewedStep[] = []
  const add = (step: CollectionMessage['step'], at: Date | null, on: PlainDate, feeCents: number) => {
    const says = messageOf(ctx, row, settings, { step, dueOn, feeCents, amountCents: asked + feeCents })
    steps.push({ says, at, on, ...waysOf(ctx, row, settings, from, says) })
  }
  for (const { step, at, day } of plan) {
    const feeCents = step === feeStep ? settings.fees.latePaymentCents : 0
    if (step !== 'overdue') add(step, at, day, feeCents)
    asked += feeCents
  }
  add('final_notice', null, last, 0)
  add('chargeback', null, last, settings.fees.chargebackCents)
  return steps
}

type Parts = Pick<CollectionMessage, 'step' | 'dueOn' | 'feeCents' | 'amountCents'>

const messageOf = (ctx: Ctx, row: Row, settings: CollectionSettings, parts: Parts): CollectionMessage => ({
  ...parts,
  name: personName(row.recipient),
  salutation: settings.salutation,
  note: settings.personalNote,
  number: row.externalNumber,
  reference: row.number,
  currency: row.currency,
  code: codeOf(ctx),
})

const reachOf = ({ address, email, phone }: Recipient): Reach => ({
  email: email !== '',
  phone: phone.number !== '',
  post: address.address1 !== '' && address.zipCode !== '' && address.city !== '',
})

/** By which channels a message would go, and where to. */
function waysOf(
  ctx: Ctx,
  { id, recipient, locale }: Row,
  settings: CollectionSettings,
  from: Letterhead,
  says: CollectionMessage,
): Pick<PreviewedStep, 'mail' | 'sms' | 'letter'> {
  const { email, phone } = recipient
  const ways = waysTo(settings, says.step, reachOf(recipient))
  const mail: DueMail = {
    companyId: ctx.company.companyId,
    id,
    to: email,
    template: 'collection-message',
    locale: localeOf(ctx, locale),
    params: { ...says, url: shortLink(says.code), check: GENUINE_PATH },
    attachments: [],
    online: [],
    messageId: `<${newId()}@preview>`,
    company: { ...ctx.company, email: from.email },
  }
  return {
    mail: ways.email ? mail : null,
    sms: ways.sms ? phone.number : null,
    letter: ways.letter ? postalLines(recipient) : null,
  }
}
