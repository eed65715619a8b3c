import { createHash } from 'node:crypto'
import { personName } from '../../../domain/customers/customer.ts'
import { vatBreakdown } from '../../../domain/invoices/vat.ts'
import { stateOf, type OfferDetails } from '../../../domain/offers/offer.ts'
import type { Company, Ctx } from '../../../kernel/context.ts'
import { writingOf, type Writing } from '../../../rendering/writing.ts'
import { escapeHtml as text } from '../../html.ts'
import { brandOf, styleOf } from '../html.ts'
import { signing } from '../signing.ts'
import { words } from './words.ts'

const style = `
:root { color-scheme: light dark; --line: #8884; --ink: light-dark(#1a4f8b, #8fc1ff) }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 42rem; padding: 1.5rem 1rem 4rem; font: 1rem/1.5 system-ui, sans-serif }
h1 { font-size: 1.5rem; margin: 0 } h2 { font-size: 1.15rem; margin: 2.5rem 0 .75rem } a { color: var(--ink) }
.from { margin: 0; opacity: .8 }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; margin: 1.5rem 0 } dt { opacity: .8 } dd { margin: 0 }
.sum { font-size: 1.25rem; font-weight: 600 }
table { width: 100%; border-collapse: collapse } th, td { text-align: left; padding: .5rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere }
th:last-child, td:last-child { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
label { display: block; font-weight: 600 }
canvas { display: block; width: 100%; border: 1px solid var(--line); border-radius: .5rem; background: #fff; touch-action: none; margin: .25rem 0 }
input { width: 100%; font: inherit; padding: .5rem; border: 1px solid var(--line); border-radius: .5rem; margin: .25rem 0 .75rem }
button { font: inherit; font-weight: 600; padding: .6rem 1.25rem; border: 0; border-radius: .5rem; background: #1a4f8b; color: #fff }
.quiet { background: none; color: inherit; border: 1px solid var(--line); font-weight: 400; margin-bottom: .75rem }
img { display: block; max-width: 20rem; width: 100%; background: #fff; border-radius: .5rem }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px }`

const hashOf = (part: string) => `'sha256-${createHash('sha256').update(part).digest('base64')}'`

/** Nothing but this style and this script may act on the page; its forms go home only. */
export function contentSecurityPolicy(company: Company): string {
  const styles = [style, styleOf(company)].filter((css) => css !== '').map(hashOf)
  return `default-src 'none'; style-src ${styles.join(' ')}; script-src ${hashOf(signing)}; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`
}

/** The offer as its customer sees it in a browser: what is offered, for what, until when; sign, or reject. `path` is the page's own. */
export function renderPublicOffer(offer: OfferDetails, { company, now }: Ctx, path: string): string {
  const { locale, timeZone } = company
  const writing = writingOf({ locale, currency: offer.currency, timeZone })
  const { say, day, money, percent } = writing
  const also = words[locale]
  const row = (cells: string[], tag: 'td' | 'th' = 'td') =>
    `<tr>${cells.map((cell) => `<${tag}${tag === 'th' ? ' scope="col"' : ''}>${text(cell)}</${tag}>`).join('')}</tr>`
  const { rates } = vatBreakdown(offer.lines)
  const facts = [
    [also.for, personName(offer.recipient)],
    [say.issued, day(offer.issuedOn)],
    [say.validUntil, day(offer.expiresOn)],
    ...rates.map(({ vatRate, baseCents, taxCents }) => [
      say.vatOf(percent(vatRate), money(baseCents)),
      money(taxCents),
    ]),
  ].map(([name, value]) => `<dt>${text(name!)}</dt><dd>${text(value!)}</dd>`)
  const lines = offer.lines.map((line) =>
    row([line.description, percent(line.vatRate), money(line.netCents)]),
  )
  const title = `${say.offer} ${text(offer.number)}`
  const own = styleOf(company)
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${title} – ${text(company.name)}</title><style>${style}</style>${own === '' ? '' : `<style>${own}</style>`}</head>
<body>${brandOf(company)}<main><h1>${title}</h1><p class="from">${text(company.name)}</p>
<dl>${facts.join('')}<dt class="sum">${say.total}</dt><dd class="sum">${text(money(offer.amountCents))}</dd></dl>
${lines.length === 0 ? '' : `<table><thead>${row([say.description, say.vat, say.amountExclVat], 'th')}</thead><tbody>${lines.join('')}</tbody></table>`}
<p><a href="${text(path)}/pdf">${also.pdf}</a></p>
${answer(offer, writing, stateOf(offer, now, timeZone), locale)}
</main></body></html>`
}

function answer(
  offer: OfferDetails,
  { say, day, momentOf }: Writing,
  state: ReturnType<typeof stateOf>,
  locale: keyof typeof words,
): string {
  const also = words[locale]
  if (offer.acceptedAt !== null) {
    const image =
      offer.acceptanceSignature === null
        ? ''
        : `<img alt="${say.signature}" src="data:image/png;base64,${offer.acceptanceSignature}">`
    return `<p><strong>${text(say.accepted(momentOf(offer.acceptedAt)))}</strong></p>${image}`
  }
  if (offer.rejectedAt !== null)
    return `<p><strong>${text(say.rejected(momentOf(offer.rejectedAt)))}</strong></p>`
  if (state === 'expired') return `<p><strong>${text(also.expired(day(offer.expiresOn)))}</strong></p>`
  return `<h2>${also.answer}</h2>
<noscript><p>${also.needsScript}</p></noscript>
<form method="post" name="accept" hidden><label for="drawing">${also.draw}</label>
<canvas id="drawing" width="600" height="180"></canvas><button type="button" class="quiet">${also.clear}</button>
<label for="typed">${also.type}</label><input id="typed" name="typed" maxlength="100" autocomplete="name">
<input type="hidden" name="signature"><p role="alert" hidden>${also.unsigned}</p>
<button name="answer" value="accept">${also.accept}</button></form>
<form method="post"><p><button name="answer" value="reject" class="quiet">${also.reject}</button></p></form>
<script>${signing}</script>`
}
