import { logoPath, paletteOf, type Palette } from '../../domain/companies/look.ts'
import { ownConversationPage, ownPage } from '../../domain/customer-portal/own-page.ts'
import type { DueMail, MailParams, MailTemplate } from '../../domain/mails/mail.ts'
import type { Locale } from '../../kernel/context.ts'
import { fill, formatFor, oneLine, type Format } from './format.ts'
import { spacedCode } from '../../domain/collection/message-code.ts'
import { collectionWords } from '../../rendering/collection-words/words.ts'
import { words, type MailText, type Words } from './words/words.ts'

/** What a mail says, before it is text or HTML. */
export interface Letter {
  lang: string
  subject: string
  greeting: string
  text: string
  /** Kept to the letter, with its lines. */
  quote: string | undefined
  facts: [label: string, value: string][]
  button: { label: string; url: string; elsewise: string } | undefined
  closing: string
  company: string
  /** What the company looks like; `url` is whole. */
  colours: Palette | undefined
  logo: { url: string; width: number; height: number } | undefined
  footer: string
  /** Where the reader finds all that is theirs; `url` is whole. */
  own: { text: string; url: string } | undefined
  /** How the reader finds out whether this is genuine. */
  check: string | undefined
}

const MAX_SUBJECT = 180
/** A title is what somebody typed: more than this of it makes a mail unreadable. */
const MAX_VALUE = 300

type Details = Partial<Pick<Letter, 'quote' | 'facts'>> & {
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
const details: {
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

/** To customers about what is theirs: all of it is on their own page. */
const aboutOwn = new Set<MailTemplate>([
  'invoice-created',
  'plan-confirmed',
  'installment-due',
  'installment-announced',
  'installment-failed',
  'plan-failed',
  'offer-created',
  'file-request',
  'file-share',
  'appointment-scheduled',
  'appointment-requested',
  'appointment-canceled',
  'sign-up-welcome',
  'ticket-answer',
  'payment-received',
  'collection-message',
])

const shorten = (text: string, length: number) =>
  text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`

/** Writes a mail in its language. `publicUrl` completes links that are paths. */
export function letterOf(mail: DueMail, publicUrl: string): Letter {
  const { locale, company } = mail
  const say = words[locale]
  const params = mail.params as Record<string, unknown> & {
    name?: string
    title?: string
    url?: string | null
    check?: string
    ticketId?: string
  }
  const tell = details[mail.template] as (
    params: unknown,
    say: Words,
    format: Format,
    locale: Locale,
  ) => Details
  const {
    values = {},
    facts = [],
    quote,
    said,
  } = tell(params, say, formatFor(locale, company.timeZone), locale)
  const clean = (value: string) => shorten(oneLine(value), MAX_VALUE)
  const companyName = clean(company.name)
  const known: Record<string, string> = {
    company: companyName,
    name: clean(params.name ?? ''),
    title: clean(params.title ?? ''),
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, clean(value)])),
  }
  const own = said ?? say.mails[mail.template as keyof Words['mails']]
  const { subject, text, button } = own
  const { greeting, hello } = said ?? say
  const url =
    params.url ?? (params.ticketId === undefined ? null : ownConversationPage(company.id, params.ticketId))
  return {
    lang: locale,
    subject: shorten(fill(subject, known), MAX_SUBJECT),
    greeting: oneLine(fill(known['name'] === '' ? hello : greeting, known)),
    text: fill(text, known),
    quote,
    facts: [...facts, ...filesOf(mail, say)].map(([label, value]) => [label, clean(value)]),
    button: url === null ? undefined : { label: button, url: whole(url, publicUrl), elsewise: say.elsewise },
    closing: say.closing,
    company: companyName,
    colours: company.look.accent === null ? undefined : paletteOf(company.look),
    logo: company.look.logo
      ? { ...company.look.logo, url: whole(logoPath(mail.companyId, company.look.logo), publicUrl) }
      : undefined,
    footer: fill(say.footer, { company: companyName, address: clean(company.email) }),
    own: aboutOwn.has(mail.template)
      ? { text: fill(say.own, known), url: whole(ownPage(company.id), publicUrl) }
      : undefined,
    check: said && fill(said.check, { ...known, link: whole(params.check!, publicUrl) }),
  }
}

/** The files of an answer: those that go along, and those that are behind the button. */
function filesOf({ template, attachments, online }: DueMail, { labels }: Words): [string, string][] {
  if (template !== 'ticket-answer') return []
  const list = (label: string, names: string[]): [string, string][] =>
    names.length === 0 ? [] : [[label, names.join(', ')]]
  return [
    ...list(
      labels.attached,
      attachments.map(({ filename }) => filename),
    ),
    ...list(labels.online, online),
  ]
}

/** Nothing but the web is linked to. */
function whole(url: string, publicUrl: string): string {
  const { href, protocol } = new URL(url.startsWith('/') ? publicUrl + url : url)
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error('a mail links to the web only')
  return href
}
