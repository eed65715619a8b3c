import { ownPage } from '../../../domain/customer-portal/own-page.ts'
import { personName } from '../../../domain/customers/customer.ts'
import type { InvoiceDetails } from '../../../domain/invoices/invoice.ts'
import { languageTag, type Company, type Locale } from '../../../kernel/context.ts'
import type { Payment } from '../../../domain/payments/payment.ts'
import { escapeHtml as text } from '../../html.ts'
import { money as formatMoney, renderPage } from '../html.ts'
import { noteOf, refreshOf, type Problem } from '../payments/notes.ts'
import { paymentWords } from '../payments/words.ts'
import { renderContact, renderSaying } from './contact-section.ts'
import { renderConversation, type Asking } from './conversation-section.ts'
import { lineWords } from './line-words.ts'
import { renderLines } from './lines-section.ts'
import { payerWords, type Saying } from './payer-words.ts'
import { renderPlans } from './plan-section.ts'
import type { Standing } from './standing.ts'
import { words } from './words.ts'

/** What the page of an invoice shows of paying it. */
export interface Paying {
  /** Where its form goes; undefined when it cannot be paid online. */
  action: string | undefined
  /** The payment that the payer comes back from. */
  payment: Payment | undefined
  problem: Problem | undefined
  /** What became of what the payer did on the page. */
  said: Saying | undefined
}

/**
 * The invoice as its recipient sees it in a browser: what it is for, what is left to pay and the way to pay it, what was
 * said, a question. `path` is its own address.
 */
export function renderPublicInvoice(
  invoice: InvoiceDetails,
  company: Company,
  { path, paying, standing, asking }: { path: string; paying: Paying; standing: Standing; asking: Asking },
): string {
  const locale = (invoice.locale ?? company.locale) as Locale
  const say = words[locale]
  const more = lineWords[locale]
  const money = (cents: number) => formatMoney(cents, invoice.currency, locale)
  const dates = new Intl.DateTimeFormat(languageTag(locale), {
    dateStyle: 'long',
    timeZone: company.timeZone,
  })
  const day = (date: string) => text(dates.format(new Date(date)))
  const fact = (name: string, value: string) => `<dt>${name}</dt><dd>${value}</dd>`
  const facts = [
    fact(say.for, text(personName(invoice.recipient))),
    fact(say.issued, day(`${invoice.issuedOn}T12:00:00Z`)),
    invoice.dueOn === null ? '' : fact(say.due, day(`${invoice.dueOn}T12:00:00Z`)),
    invoice.paidAt === null ? '' : fact(say.paid, day(invoice.paidAt)),
  ]
  const left = Math.max(0, invoice.outstandingCents)
  const reason =
    invoice.retractedAt !== null && invoice.showRetractionReasonToCustomer && invoice.retractionReason
      ? `<br>${text(invoice.retractionReason)}`
      : ''
  const title = `${say.title} ${text(invoice.externalNumber)}`
  const { payment } = paying
  const atBank = payment?.status === 'pending' || payment?.status === 'authorized'
  const payable = invoice.outstandingCents > 0 && invoice.retractedAt === null && !atBank
  const runs = standing.plan?.state === 'running'
  const form =
    paying.action === undefined || !payable
      ? ''
      : `<form method="post" action="${text(paying.action)}" class="pay"><button${runs ? ' class="plain"' : ''}>${text(runs ? payerWords[locale].payAll : paymentWords[locale].pay)} ${money(invoice.outstandingCents)}</button></form>`
  const settled =
    left === 0 && invoice.retractedAt === null ? `<p class="settled">${text(more.settled)}</p>` : ''
  const main = `<p class="from">${text(company.name)}</p><h1>${title}</h1>
${invoice.retractedAt === null ? '' : `<p class="note bad"><strong>${say.retracted}</strong>${reason}</p>`}${noteOf(locale, payment, paying.problem)}${renderSaying(locale, paying.said)}
<section class="card"><p class="left"><span>${say.outstanding}</span> <b>${money(left)}</b></p>${settled}
<dl>${facts.join('')}</dl>${runs ? '' : form}<p class="pdf"><a href="${text(path)}/pdf">${say.pdf}</a></p></section>
${renderPlans(standing, { path, locale, currency: invoice.currency })}${runs ? form : ''}
${renderLines(invoice, company, locale)}
${renderConversation(invoice, company, asking, path, locale)}
${invoice.retractedAt === null ? renderContact(invoice, standing, path, locale) : ''}
<footer><a href="${ownPage(company.id)}">${text(more.own)}</a> <a href="/genuine">${text(more.genuine)}</a></footer>`
  return renderPage({
    speaker: company,
    locale,
    title: `${title} – ${text(company.name)}`,
    main,
    refreshSeconds: refreshOf(payment),
  })
}
