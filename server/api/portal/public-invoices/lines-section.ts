import type { InvoiceDetails, InvoiceLine } from '../../../domain/invoices/invoice.ts'
import { languageTag, type Company, type Locale } from '../../../kernel/context.ts'
import { escapeHtml as text } from '../../html.ts'
import { money as formatMoney } from '../html.ts'
import { lineWords } from './line-words.ts'
import { words } from './words.ts'

/**
 * What the invoice is for, what happened since, and what is left to pay: each amount with the reason that it is there.
 * HTML.
 */
export function renderLines(invoice: InvoiceDetails, { timeZone }: Company, locale: Locale): string {
  const say = words[locale]
  const more = lineWords[locale]
  const money = (cents: number) => formatMoney(cents, invoice.currency, locale)
  const dates = new Intl.DateTimeFormat(languageTag(locale), { dateStyle: 'medium', timeZone })
  const nameOf = ({ description, kind, subtype }: InvoiceLine) =>
    description ||
    (subtype === null ? (kind === 'charge' ? say.title : say.kinds[kind]) : more.subtypes[subtype])
  const becauseOf = ({ kind, subtype }: InvoiceLine) =>
    (subtype === null ? undefined : more.because[subtype]) ??
    (kind === 'chargeback' || kind === 'refund' || kind === 'credit' ? more.because[kind] : undefined)
  const row = (line: InvoiceLine, dated: boolean) => {
    const because = becauseOf(line)
    const about = [dated ? dates.format(new Date(line.occurredAt)) : '', because ?? ''].filter(
      (one) => one !== '',
    )
    return `<tr><td>${text(nameOf(line))}${about.length === 0 ? '' : `<small>${text(about.join(' · '))}</small>`}</td><td>${money(line.amountCents)}</td></tr>`
  }
  const total = (name: string, cents: number, sum = '') =>
    `<tr class="total${sum}"><th scope="row">${text(name)}</th><td>${money(cents)}</td></tr>`
  const charges = invoice.lines.filter(({ kind }) => kind === 'charge')
  const later = invoice.lines.filter(({ kind }) => kind !== 'charge')
  const invoiced = charges.reduce((sum, { amountCents }) => sum + amountCents, 0)
  const head = `<thead><tr><th scope="col">${say.description}</th><th scope="col">${say.amount}</th></tr></thead>`
  const since =
    later.length === 0
      ? ''
      : `${total(more.invoiced, invoiced)}<tr class="part"><th scope="rowgroup" colspan="2">${text(more.since)}</th></tr>${later.map((line) => row(line, true)).join('')}`
  return `<h2>${text(more.whatFor)}</h2>
<table class="lines">${head}<tbody>${charges.map((line) => row(line, false)).join('')}${since}${total(say.outstanding, Math.max(0, invoice.outstandingCents), ' sum')}</tbody></table>`
}
