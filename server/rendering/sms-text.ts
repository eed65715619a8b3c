import type { CollectionMessage } from '../domain/collection/message.ts'
import { GENUINE_PATH, shortLink } from '../domain/collection/message-code.ts'
import { segmentsOf } from '../domain/sms/segments.ts'
import { languageTag, type Locale } from '../kernel/context.ts'
import { collectionWords } from './collection-words/words.ts'

/** What a text message may cost: so many parts. */
export const MAX_SEGMENTS = 3

const clean = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()

/** With the letters of ASCII only. */
const plain = (text: string) =>
  clean(text.normalize('NFD'))
    .replace(/[^ -~]+/g, '')
    .trim()

/** At most so many characters, none of them cut in half. */
const cut = (text: string, most: number) => Array.from(text).slice(0, most).join('').trim()

/**
 * A message of the collection as a text: who, what for, how much, where to pay, and where to ask whether it is genuine. One line.
 * Long names lose their ends before it takes more parts than it may.
 */
export function renderSms(
  { says, locale, company }: { says: CollectionMessage; locale: Locale; company: string },
  publicUrl: string,
): string {
  const say = collectionWords[locale]
  const amount = clean(
    new Intl.NumberFormat(languageTag(locale), {
      style: 'currency',
      currency: says.currency,
    }).format(says.amountCents / 100),
  )
  const compose = (most: number, shown = clean) =>
    `${cut(shown(company), most)}: ${say.titles[says.step]}, ${say.invoice} ${cut(shown(says.number), most)}, ${amount}. ` +
    `${say.sms}: ${publicUrl}${shortLink(says.code)} ${say.genuine} ${publicUrl}${GENUINE_PATH}`
  for (const most of [40, 25, 15, 8]) {
    const text = compose(most)
    if (segmentsOf(text).segments <= MAX_SEGMENTS) return text
  }
  // Letters beyond the networks' alphabet halve what fits.
  return compose(15, plain)
}

const codeTexts: Record<Locale, string> = {
  nl: 'uw code is {code}. Een uur geldig; geef hem aan niemand.',
  en: 'your code is {code}. Good for an hour; give it to nobody.',
  de: 'Ihr Code ist {code}. Eine Stunde gültig; geben Sie ihn niemandem.',
  fr: 'votre code est {code}. Valable une heure ; ne le donnez à personne.',
  it: "il Suo codice è {code}. Valido per un'ora; non lo dia a nessuno.",
}

/** The code that confirms a telephone number, as a text of one part. */
export function renderCode({
  digits,
  locale,
  company,
}: {
  digits: string
  locale: Locale
  company: string
}): string {
  const compose = (shown: (text: string) => string) =>
    `${cut(shown(company), 40)}: ${codeTexts[locale].replace('{code}', digits)}`
  const text = compose(clean)
  return segmentsOf(text).segments === 1 ? text : compose(plain)
}
