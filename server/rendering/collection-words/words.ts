import type { CollectionMessage } from '../../domain/collection/message.ts'
import type { Locale } from '../../kernel/context.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import { nl } from './nl.ts'

/**
 * What the messages of the collection say, by e-mail, text and letter. `{company}`, `{number}`, `{name}` and the like stand
 * for what they say. Formal: the reader is a member or customer of the company.
 */
export type CollectionWords = Record<'titles' | 'texts', Record<CollectionMessage['step'], string>> &
  Record<
    | 'subject'
    | 'button'
    | 'invoice'
    | 'number'
    | 'amount'
    | 'due'
    | 'reference'
    | 'lateFee'
    | 'chargebackFee'
    | 'greeting'
    | 'hello'
    | 'closing'
    | 'check'
    | 'payOnline'
    | 'payOnlineHow'
    | 'transfer'
    | 'transferHow'
    | 'scanPay'
    | 'scanBank'
    | 'page'
    | 'sms'
    | 'genuine',
    string
  >

export const collectionWords: Record<Locale, CollectionWords> = { nl, en, de, fr, it }
