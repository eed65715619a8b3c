import type { InvoiceDetails } from '../../../domain/invoices/invoice.ts'
import type { Locale } from '../../../kernel/context.ts'
import { escapeHtml as text } from '../../html.ts'
import { payerWords, type Saying } from './payer-words.ts'
import { presentContact } from './present-plan.ts'
import type { Standing } from './standing.ts'

const field = (name: string, label: string, more = '') =>
  `<label for="${name}">${text(label)}</label><input id="${name}" name="${name}" ${more}>`

/** ISO 3166-1 alpha-2: where payers live; one from elsewhere has their own country added. */
const countries =
  'AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MC MT NL NO PL PT RO SE SI SK SM TR UA US CA AU NZ SR CW AW BQ SX'.split(
    ' ',
  )

function countryChoice(label: string, known: string, locale: Locale): string {
  const own = /^[A-Z]{2}$/.test(known) ? known : 'NL'
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' })
  const options = [...new Set([...countries, own])]
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale))
    .map(
      ({ code, name }) => `<option value="${code}"${code === own ? ' selected' : ''}>${text(name)}</option>`,
    )
  return `<label for="countryCode">${text(label)}</label><select id="countryCode" name="countryCode" autocomplete="country">${options.join('')}</select>`
}

/** How the payer is reached, and the forms that correct it. HTML. */
export function renderContact(
  invoice: Pick<InvoiceDetails, 'recipient'>,
  { pending: waiting, texts }: Pick<Standing, 'pending' | 'texts'>,
  path: string,
  locale: Locale,
): string {
  const say = payerWords[locale]
  const { email, phone, address, pendingEmail, pendingPhone } = presentContact(invoice, waiting)
  const fact = (name: string, value: string | null) =>
    value === null ? '' : `<dt>${text(name)}</dt><dd>${text(value)}</dd>`
  const sentence =
    pendingEmail !== null
      ? say.pending.replace('{email}', pendingEmail)
      : pendingPhone !== null
        ? say.pendingPhone.replace('{phone}', pendingPhone)
        : undefined
  const waits =
    sentence === undefined
      ? ''
      : `<p class="note">${text(sentence)}</p>
<form method="post" action="${text(path)}/contact/confirm">${field('code', say.code, 'inputmode="numeric" autocomplete="one-time-code" maxlength="20" required')}<button>${text(say.confirm)}</button></form>`
  return `<h2>${text(say.details)}</h2>
<dl>${fact(say.email, email)}${fact(say.phone, phone)}${fact(say.address, address)}</dl>${waits}
<details><summary>${text(say.newEmail)}</summary><form method="post" action="${text(path)}/contact">${field('email', say.newEmail, 'type="email" autocomplete="email" maxlength="254" required')}<button>${text(say.sendCode)}</button></form></details>
${texts ? `<details><summary>${text(say.newPhone)}</summary><form method="post" action="${text(path)}/contact">${field('phone', say.newPhone, 'type="tel" autocomplete="tel" maxlength="40" required')}<button>${text(say.sendCode)}</button></form></details>` : ''}
<details><summary>${text(say.address)}</summary><form method="post" action="${text(path)}/contact">
${field('address1', say.street, 'autocomplete="address-line1" maxlength="200" required')}
${field('houseNumber', say.houseNumber, 'maxlength="20"')}
${field('houseNumberExtension', say.extension, 'maxlength="20"')}
${field('zipCode', say.zipCode, 'autocomplete="postal-code" maxlength="20" required')}
${field('city', say.city, 'autocomplete="address-level2" maxlength="100" required')}
${countryChoice(say.country, invoice.recipient.address.countryCode, locale)}
<button>${text(say.save)}</button></form></details>`
}

/** What became of what the payer did, as HTML that a screen reader announces. */
export function renderSaying(locale: Locale, saying: Saying | undefined): string {
  if (saying === undefined) return ''
  const good = saying === 'saved' || saying === 'codeSent' || saying === 'planChosen'
  const words = payerWords[locale].said[saying]
  return `<p role="status" class="note ${good ? 'good' : 'bad'}">${text(words)}</p>`
}
