import type { Locale } from '../../../kernel/context.ts'
import type { MailTemplate } from '../../../domain/mails/mail.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import { nl } from './nl.ts'

/** `{company}`, `{name}` and `{title}` stand for what they say; the other names are of one mail only. */
export interface MailText {
  subject: string
  text: string
  button: string
}

/** All that mail says in one language. Formal: the reader is a customer of the company. */
export interface Words {
  greeting: string
  /** Where nobody is greeted by name. */
  hello: string
  closing: string
  /** Under the button, before the address that it opens. */
  elsewise: string
  /** Who sent this, and that answers reach them. */
  footer: string
  /** Before the address of the reader's own page. */
  own: string
  labels: Record<
    | 'amount'
    | 'fees'
    | 'due'
    | 'validUntil'
    | 'availableUntil'
    | 'what'
    | 'when'
    | 'paidOn'
    | 'reason'
    | 'customer'
    | 'email'
    | 'yes'
    | 'no'
    | 'attached'
    | 'online',
    string
  >
  /** Those of the collection have their words with its letters: rendering/collection-words. */
  mails: Record<Exclude<MailTemplate, 'collection-message'>, MailText>
}

export const words: Record<Locale, Words> = { nl, en, de, fr, it }
