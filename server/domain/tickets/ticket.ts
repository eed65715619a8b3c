import type { Ctx, Locale } from '../../kernel/context.ts'
import type { Instant } from '../../kernel/time.ts'

/**
 * Derived once, by whoever spoke last: a customer's last word is unanswered, ours is answered, closed is archived.
 * `/v1` shows the first two as open, archived as closed; `/api/v2` lists by the three.
 */
export type TicketState = 'unanswered' | 'answered' | 'archived'

export const ticketStates = ['unanswered', 'answered', 'archived'] as const satisfies readonly TicketState[]

export type TicketSource = 'portal' | 'email' | 'chat'

/** A conversation. */
export interface Ticket {
  id: string
  invoiceId: string | null
  customerId: string | null
  title: string
  source: TicketSource
  state: TicketState
  createdAt: Instant
}

export interface Message {
  id: string
  byCustomer: boolean
  /** The full name of who wrote it. */
  author: string
  /** Sanitised. */
  html: string
  text: string
  postedAt: Instant
  /** Oldest first. */
  attachments: Attachment[]
}

/** A file that was added to a message. */
export interface Attachment {
  id: string
  name: string
  sizeBytes: number
  mime: string
}

export interface TicketWithMessages extends Ticket {
  messages: Message[]
}

/** Who of the staff acts, where one does. */
export const userOf = ({ actor }: Ctx): string | null => (actor.kind === 'user' ? actor.id : null)

/** The title of an invoice's conversation, in the company's language; `#` stands for the invoice's number. */
export const invoiceTicketTitles: Record<Locale, string> = {
  nl: 'Vraag over factuur #',
  en: 'Question about invoice #',
  de: 'Frage zur Rechnung #',
  fr: 'Question sur la facture #',
  it: 'Domanda sulla fattura #',
}
