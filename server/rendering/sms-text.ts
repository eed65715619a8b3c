import type { CollectionMessage } from '../domain/collection/message.ts'
import { GENUINE_PATH, shortLink } from '../domain/collection/message-code.ts'
import { segmentsOf } from '../domain/sms/segments.ts'
import type { Locale } from '../kernel/context.ts'
import { collectionWords } from './collection-words/words.ts'

/** What a text message may cost: so many parts. */
export const MAX_SEGMENTS = 3

const clean = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ')
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
    new Intl.NumberFormat(locale === 'en' ? 'en-GB' : locale, {
      style: 'currency',
      currency: says.currency,
    }).format(says.amountCents / 100),
  )
  const compose = (most: number) =>
    `${cut(clean(company), most)}: ${say.titles[says.step]}, ${say.invoice} ${cut(clean(says.number), most)}, ${amount}. ` +
    `${say.sms}: ${publicUrl}${shortLink(says.code)} ${say.genuine} ${publicUrl}${GENUINE_PATH}`
  for (const most of [40, 25, 15, 8]) {
    const text = compose(most)
    if (segmentsOf(text).segments <= MAX_SEGMENTS) return text
  }
  return compose(4)
}
