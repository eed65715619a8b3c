import { spacedCode } from '../../domain/collection/message-code.ts'
import type { MailParams, MailTemplate } from '../../domain/mails/mail.ts'
import type { Locale } from '../../kernel/context.ts'
import { collectionWords } from '../../rendering/collection-words/words.ts'
import { oneLine, type Format } from './format.ts'
import type { MailText, Words } from './words/words.ts'

/** A title is what somebody typed: more than this of it makes a mail unreadable. */
export const MAX_VALUE = 300

/** What a mail tells beside the sentences that all of its kind share. */
export interface Details {
  /** Kept to the letter, with its lines. */
  quote?: string
  facts?: [label: string, value: string][]
  values?: Record<string, string>
  /** Instead of the template's own words. */
  said?: MailText & { check: string; greeting: string; hello: string }
}

const appointment = (
  { title, startsAt, endsAt }: MailParams['appointment-scheduled'],
  { labels }: Words,
  { span }: Format,
): Details => ({
  facts: [
    [labels.what, title],
    [labels.when, span(startsAt, endsAt)],
  ],
})

const installment = (
  { number, amountCents, currency, dueOn }: MailParams['installment-due'],
  { labels }: Words,
  { money, day }: Format,
): Details => ({
  values: { number },
  facts: [
    [labels.amount, money(amountCents, currency)],
    [labels.when, day(dueOn)],
  ],
})

/** A request or reminder: in the words that its letter has too. */
function collection(
  {
    step,
    number,
    amountCents,
    currency,
    dueOn,
    feeCents,
    note,
    salutation,
    code,
  }: MailParams['collection-message'],
  _: Words,
  { money, day }: Format,
  locale: Locale,
): Details {
  const say = collectionWords[locale]
  const fee = feeCents === 0 ? '' : ` ${step === 'chargeback' ? say.chargebackFee : say.lateFee}`
  return {
    values: { number, code: spacedCode(code), fee: money(feeCents, currency), title: say.titles[step] },
    said: {
      subject: say.subject,
      text: say.texts[step] + fee,
      button: say.button,
      check: say.check,
      greeting: salutation === '' ? say.greeting : salutation,
      hello: salutation === '' ? say.hello : salutation,
    },
    facts: [
      [say.number, number],
      [say.amount, money(amountCents, currency)],
      [say.due, day(dueOn)],
    ],
    ...(note.trim() === '' ? {} : { quote: note }),
  }
}

/** What a table of one line each cannot hold is said below it, so that nothing of what was filled in is lost. */
function formSubmitted(
  { customer, email, answers }: MailParams['form-submitted'],
  { labels }: Words,
  { day }: Format,
): Details {
  const written = answers.map(({ label, type, value }): [string, string] => [
    label,
    value === null
      ? '–'
      : typeof value === 'boolean'
        ? labels[value ? 'yes' : 'no']
        : type === 'date'
          ? day(String(value))
          : String(value),
  ])
  const isLong = ([, value]: [string, string]) => value.length > MAX_VALUE || /[\r\n]/.test(value)
  const long = written.filter(isLong)
  return {
    values: { customer },
    facts: [
      [labels.customer, customer],
      ...(email === '' ? [] : [[labels.email, email] as [string, string]]),
      ...written.filter((answer) => !isLong(answer)),
    ],
    ...(long.length === 0
      ? {}
      : { quote: long.map(([label, value]) => `${oneLine(label)}:\n${value}`).join('\n\n') }),
  }
}

const nothing = (): Details => ({})

/** What each mail tells beside its sentence. */
export const details: {
  [T in MailTemplate]: (params: MailParams[T], say: Words, format: Format, locale: Locale) => Details
} = {
  'invoice-created': ({ number, amountCents, currency, dueOn }, { labels }, { money, day }) => ({
    values: { number },
    facts: [
      [labels.amount, money(amountCents, currency)],
      ...(dueOn === null ? [] : [[labels.due, day(dueOn)] as [string, string]]),
    ],
  }),
  'plan-confirmed': (
    { number, amountCents, feesCents, currency, installments },
    { labels },
    { money, day },
  ) => ({
    values: { number },
    facts: [
      ...installments.map(({ dueOn, amountCents: part }): [string, string] => [
        day(dueOn),
        money(part, currency),
      ]),
      ...(feesCents > 0 ? [[labels.fees, money(feesCents, currency)] as [string, string]] : []),
      [labels.amount, money(amountCents, currency)],
    ],
  }),
  'installment-due': installment,
  'installment-announced': installment,
  'installment-failed': ({ number, amountCents, currency }, { labels }, { money }) => ({
    values: { number },
    facts: [[labels.amount, money(amountCents, currency)]],
  }),
  'plan-failed': ({ number, amountCents, currency }, { labels }, { money }) => ({
    values: { number },
    facts: [[labels.amount, money(amountCents, currency)]],
  }),
  'contact-code': ({ code }) => ({ values: { code } }),
  'offer-created': ({ amountCents, currency, expiresOn }, { labels }, { money, day }) => ({
    facts: [
      ...(amountCents === null ? [] : [[labels.amount, money(amountCents, currency)] as [string, string]]),
      ...(expiresOn === null ? [] : [[labels.validUntil, day(expiresOn)] as [string, string]]),
    ],
  }),
  'agreement-invitation': nothing,
  'agreement-signed': nothing,
  'agreement-code': ({ code }) => ({ values: { code } }),
  'file-request': nothing,
  'file-share': ({ expiresOn }, { labels }, { day }) => ({
    facts: expiresOn === null ? [] : [[labels.availableUntil, day(expiresOn)]],
  }),
  'appointment-scheduled': appointment,
  'appointment-requested': appointment,
  'appointment-canceled': appointment,
  'sign-up-pending': ({ amountCents, currency }, { labels }, { money }) => ({
    facts: [[labels.amount, money(amountCents, currency)]],
  }),
  'sign-up-welcome': nothing,
  'ticket-answer': ({ answer }) => ({ quote: answer }),
  'payment-received': ({ amountCents, currency, paidAt }, { labels }, { money, dayOf }) => ({
    facts: [
      [labels.amount, money(amountCents, currency)],
      [labels.paidOn, dayOf(paidAt)],
    ],
  }),
  'collection-message': collection,
  'form-submitted': formSubmitted,
  'webhook-disabled': ({ address, reason }, { labels }) => ({
    values: { address },
    facts: [[labels.reason, reason]],
  }),
  'staff-invitation': ({ inviter }) => ({ values: { inviter } }),
  'password-reset': nothing,
  'password-changed': nothing,
  'customer-login': nothing,
  'customer-email-code': ({ code }) => ({ values: { code } }),
  'customer-email-changed': ({ address }) => ({ values: { address } }),
  'mail-test': nothing,
}
