import { logoPath, paletteOf, type Palette } from '../../domain/companies/look.ts'
import { ownConversationPage, ownPage } from '../../domain/customer-portal/own-page.ts'
import type { DueMail, MailTemplate } from '../../domain/mails/mail.ts'
import type { Locale } from '../../kernel/context.ts'
import { details, MAX_VALUE, type Details } from './details.ts'
import { fill, formatFor, oneLine, type Format } from './format.ts'
import { words, type Words } from './words/words.ts'

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
