import { personName } from '../../../domain/customers/customer.ts'
import type { InvoiceDetails, InvoiceLine } from '../../../domain/invoices/invoice.ts'
import type { Company, Locale } from '../../../kernel/context.ts'
import type { Payment } from '../../../domain/payments/payment.ts'
import { escapeHtml as text } from '../../html.ts'
import { money as formatMoney, renderPage } from '../html.ts'
import { noteOf, refreshOf, type Problem } from '../payments/notes.ts'
import { paymentWords } from '../payments/words.ts'
import { renderContact, renderSaying } from './contact-section.ts'
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
  { path, paying, standing }: { path: string; paying: Paying; standing: Standing },
): string {
  const locale = (invoice.locale ?? company.locale) as Locale
  const say = words[locale]
  const money = (cents: number) => formatMoney(cents, invoice.currency, locale)
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: company.timeZone })
  const day = (date: string) => text(dates.format(new Date(date)))
  const nameOf = (line: InvoiceLine) =>
    line.description || (line.kind === 'charge' ? say.title : say.kinds[line.kind])
  const fact = (name: string, value: string) => `<dt>${name}</dt><dd>${value}</dd>`
  const facts = [
    fact(say.for, text(personName(invoice.recipient))),
    fact(say.issued, day(`${invoice.issuedOn}T12:00:00Z`)),
    invoice.dueOn === null ? '' : fact(say.due, day(`${invoice.dueOn}T12:00:00Z`)),
    invoice.paidAt === null ? '' : fact(say.paid, day(invoice.paidAt)),
    `<dt class="sum">${say.outstanding}</dt><dd class="sum">${money(Math.max(0, invoice.outstandingCents))}</dd>`,
  ]
  const lines = invoice.lines.map(
    (line) => `<tr><td>${text(nameOf(line))}</td><td>${money(line.amountCents)}</td></tr>`,
  )
  const said = invoice.conversation.map(
    (message) =>
      `<div class="said${message.byCustomer ? ' mine' : ''}"><b>${text(message.byCustomer ? say.you : company.name)} <time>${day(message.postedAt)}</time></b>${text(message.text)}</div>`,
  )
  const title = `${say.title} ${text(invoice.externalNumber)}`
  const { payment } = paying
  const atBank = payment?.status === 'pending' || payment?.status === 'authorized'
  const payable = invoice.outstandingCents > 0 && invoice.retractedAt === null && !atBank
  const runs = standing.plan?.state === 'running'
  const form =
    paying.action === undefined || !payable
      ? ''
      : `<form method="post" action="${text(paying.action)}" class="pay"><button${runs ? ' class="plain"' : ''}>${text(runs ? payerWords[locale].payAll : paymentWords[locale].pay)} ${money(invoice.outstandingCents)}</button></form>`
  const main = `<h1>${title}</h1><p class="from">${text(company.name)}</p>
${invoice.retractedAt === null ? '' : `<p><strong>${say.retracted}</strong></p>`}${noteOf(locale, payment, paying.problem)}${renderSaying(locale, paying.said)}
<dl>${facts.join('')}</dl>
${runs ? '' : form}${renderPlans(standing, { path, locale, currency: invoice.currency })}${runs ? form : ''}
<table><thead><tr><th scope="col">${say.description}</th><th scope="col">${say.amount}</th></tr></thead><tbody>${lines.join('')}</tbody></table>
<p><a href="${text(path)}/pdf">${say.pdf}</a></p>
${invoice.retractedAt === null ? renderContact(invoice, standing, path, locale) : ''}
<h2>${say.questions}</h2>
${said.join('\n')}
<form method="post" action="?"><label for="message">${say.ask}</label><textarea id="message" name="message" rows="4" maxlength="50000" required></textarea><button>${say.send}</button></form>`
  return renderPage({
    speaker: company,
    locale,
    title: `${title} – ${text(company.name)}`,
    main,
    refreshSeconds: refreshOf(payment),
  })
}
