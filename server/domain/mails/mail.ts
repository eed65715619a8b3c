import type { Fragment } from 'postgres'
import type { Company, Locale } from '../../kernel/context.ts'
import type { Instant, PlainDate } from '../../kernel/time.ts'
import type { FormField, FormValue } from '../cms/form.ts'
import type { CollectionMessage } from '../collection/message.ts'

/** An address to open: whole, or a path below the public URL (`/public-invoice/…`), which the sender knows. */
type Link = string

/** Who is greeted; empty: nobody by name. */
interface Greeted {
  name: string
}

interface Titled extends Greeted {
  /** What it is about, in the company's words. */
  title: string
}

interface Priced {
  amountCents: number
  /** ISO 4217. */
  currency: string
}

/** About an invoice paid in parts; `number` is the company's own of it. */
interface InstallmentMail extends Greeted, Priced {
  number: string
  url: Link
}

/** When an appointment is; shown on the company's clock. */
export interface AppointmentMail extends Titled {
  startsAt: Instant
  endsAt: Instant
  /** Of the online meeting, where there is one. */
  url: Link | null
}

/** What each mail says. A link of null leaves out its button. */
export interface MailParams {
  'invoice-created': Greeted & Priced & { number: string; dueOn: PlainDate | null; url: Link }
  'plan-confirmed': InstallmentMail & {
    feesCents: number
    installments: { dueOn: PlainDate; amountCents: number }[]
  }
  'installment-due': InstallmentMail & { dueOn: PlainDate }
  /** A charge to come; `dueOn` is its day, or the first on which it can be. */
  'installment-announced': InstallmentMail & { dueOn: PlainDate }
  /** What was not collected falls to the installments to come. */
  'installment-failed': InstallmentMail
  /** No installment is left: `amountCents` is all that is outstanding. */
  'plan-failed': InstallmentMail
  /** Six digits, good for an hour. */
  'contact-code': Greeted & { code: string; url: Link }
  'offer-created': Titled & {
    amountCents: number | null
    currency: string
    expiresOn: PlainDate | null
    url: Link
  }
  'agreement-invitation': Titled & { url: Link }
  'agreement-signed': Titled & { url: Link | null }
  /** Six digits, good for a quarter of an hour. */
  'agreement-code': Titled & { code: string; url: null }
  'file-request': Titled & { url: Link }
  'file-share': Titled & { expiresOn: PlainDate | null; url: Link }
  'appointment-scheduled': AppointmentMail
  'appointment-requested': AppointmentMail
  'appointment-canceled': AppointmentMail
  'sign-up-pending': Titled & Priced & { url: Link }
  'sign-up-welcome': Titled & { url: Link | null }
  /** `answer` is plain text. Where there is no link, the conversation is to be found on the customer's own page. */
  'ticket-answer': Titled & { answer: string; url: Link | null; ticketId?: string }
  'payment-received': Titled & Priced & { paidAt: Instant; url: Link | null }
  'collection-message': CollectionMessage & { url: Link; check: Link }
  /** To the company itself. `title` is the form's, `customer` and `email` are who filled it in. */
  'form-submitted': Titled & {
    customer: string
    email: string
    answers: (Pick<FormField, 'label' | 'type'> & { value: FormValue })[]
    url: Link | null
  }
  /** To the company itself. `title` is the type of the events, `address` where they went. */
  'webhook-disabled': Titled & { address: string; reason: string; url: Link | null }
  /** To somebody who may not have an account yet. `inviter` is one of the staff. */
  'staff-invitation': Greeted & { inviter: string; url: Link }
  'password-reset': Greeted & { url: Link }
  'password-changed': Greeted & { url: null }
  /** To a customer, for the portal; good once, within twenty minutes. */
  'customer-login': Greeted & { url: Link }
  /** Six digits, good for an hour. */
  'customer-email-code': Greeted & { code: string; url: null }
  /** To the address that was: `address` is the beginning of the new one. */
  'customer-email-changed': Greeted & { address: string; url: null }
  /** To who asked whether mail leaves. */
  'mail-test': Greeted & { url: null }
}

export type MailTemplate = keyof MailParams

/** A text that goes along. */
export interface MailAttachment {
  filename: string
  /** With its parameters: `text/calendar; method=REQUEST; charset=utf-8`. */
  contentType: string
  text: string
  /** How `text` stands for bytes, where it does. */
  encoding?: 'base64'
}

/** Where a value may be known to the statement only: an SQL expression, in parentheses if it is a select. */
type Sql<T> = T | Fragment

export interface NewMail<T extends MailTemplate> {
  template: T
  /** Null or empty: nobody is written to. */
  to: Sql<string | null>
  /** Null, or none of ours: the company's language. */
  locale: Sql<string | null>
  params: Partial<MailParams[T]>
  /** A jsonb object of the params that only the statement knows. */
  paramsOfRow?: Fragment
  attachments?: MailAttachment[]
  about: { kind: string; id: Sql<string> }
}

export type MailState = 'pending' | 'sent' | 'failed'

/** A mail that is to be sent now. */
export interface DueMail {
  id: string
  companyId: number
  to: string
  template: MailTemplate
  locale: Locale
  /** `MailParams[template]`. */
  params: Record<string, unknown>
  attachments: MailAttachment[]
  /** The names of files that belong to it, and are too large to go along. */
  online: string[]
  messageId: string
  company: Pick<Company, 'id' | 'name' | 'timeZone' | 'look'> & { email: string }
}
