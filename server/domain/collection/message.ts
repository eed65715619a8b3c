import type { PlainDate } from '../../kernel/time.ts'
import type { Step } from './schedule.ts'

export type Channel = 'EMAIL' | 'SMS' | 'LETTER'

/** What a message of the collection says, by whatever channel. */
export interface CollectionMessage {
  step: Exclude<Step, 'overdue'>
  /** Of the customer; empty: nobody by name. */
  name: string
  /** The club's own way to address its members; empty: ours. */
  salutation: string
  /** The club's own words; may be empty. */
  note: string
  /** The company's number of the invoice. */
  number: string
  /** Ours, which is unique: what a bank transfer should mention. */
  reference: string
  /** What is asked: outstanding, without what is disputed. */
  amountCents: number
  /** ISO 4217. */
  currency: string
  dueOn: PlainDate
  /** The fee that this message brings; 0: none. */
  feeCents: number
  code: string
}
