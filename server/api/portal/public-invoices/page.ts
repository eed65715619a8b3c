import { createHash } from 'node:crypto'
import { personName } from '../../../domain/customers/customer.ts'
import type { InvoiceDetails, InvoiceLine } from '../../../domain/invoices/invoice.ts'
import type { Company, Locale } from '../../../kernel/context.ts'
import { words } from './words.ts'

const style = `
:root { color-scheme: light dark; --line: #8884; --soft: light-dark(#f2f5f9, #1d232b); --ink: light-dark(#1a4f8b, #8fc1ff) }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 42rem; padding: 1.5rem 1rem 4rem; font: 1rem/1.5 system-ui, sans-serif }
h1 { font-size: 1.5rem; margin: 0 } h2 { font-size: 1.15rem; margin: 2.5rem 0 .75rem }
.from { margin: 0; opacity: .8 }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; margin: 1.5rem 0 } dt { opacity: .8 } dd { margin: 0 }
.sum { font-size: 1.25rem; font-weight: 600 }
table { width: 100%; border-collapse: collapse } th, td { text-align: left; padding: .5rem 0; border-bottom: 1px solid var(--line) }
th:last-child, td:last-child { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
.said { background: var(--soft); border-radius: .5rem; padding: .75rem 1rem; margin: 0 0 .75rem; white-space: pre-line; overflow-wrap: anywhere }
.said b { display: block } .said time { font-size: .85rem; opacity: .8 } .mine { margin-left: 2rem }
label { display: block; font-weight: 600 }
textarea { width: 100%; font: inherit; padding: .5rem; border: 1px solid var(--line); border-radius: .5rem; margin: .25rem 0 .75rem }
button { font: inherit; font-weight: 600; padding: .6rem 1.25rem; border: 0; border-radius: .5rem; background: #1a4f8b; color: #fff }
a { color: var(--ink) } :focus-visible { outline: 3px solid var(--ink); outline-offset: 2px }`

/** Nothing but this style may act on the page; its form goes home only. */
export const contentSecurityPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const text = (value: string) => value.replace(/[&<>"']/g, (character) => escapes[character]!)

/**
 * The invoice as its recipient sees it in a browser: what it is for, what is left to pay, what was said, a question. `pdf`
 * is where it is on paper.
 */
export function renderPublicInvoice(invoice: InvoiceDetails, company: Company, pdf: string): string {
  const locale = (invoice.locale ?? company.locale) as Locale
  const say = words[locale]
  const amounts = new Intl.NumberFormat(locale, { style: 'currency', currency: invoice.currency })
  const money = (cents: number) => text(amounts.format(cents / 100))
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
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${title} – ${text(company.name)}</title><style>${style}</style></head>
<body><main><h1>${title}</h1><p class="from">${text(company.name)}</p>
${invoice.retractedAt === null ? '' : `<p><strong>${say.retracted}</strong></p>`}
<dl>${facts.join('')}</dl>
<table><thead><tr><th scope="col">${say.description}</th><th scope="col">${say.amount}</th></tr></thead><tbody>${lines.join('')}</tbody></table>
<p><a href="${text(pdf)}">${say.pdf}</a></p>
<h2>${say.questions}</h2>
${said.join('\n')}
<form method="post"><label for="message">${say.ask}</label><textarea id="message" name="message" rows="4" maxlength="50000" required></textarea><button>${say.send}</button></form>
</main></body></html>`
}
