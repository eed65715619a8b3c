import type { Rehearsal } from './rehearse.ts'
import type { CollectionSettings } from './settings.ts'

/** What a batch and its company have. */
export interface Facts {
  invoices: number
  /** So many were said to come; 0: nobody said. */
  expected: number
  /** Invoices with a number that another invoice of the company bears too. */
  sameNumber: number
  hasIban: boolean
  hasAddress: boolean
  /** To pay online. */
  hasProvider: boolean
  hasSms: boolean
}

export const problemCodes = [
  'empty',
  'incomplete',
  'unreachable',
  'nothing_to_pay',
  'held',
  'past_due',
  'same_number',
  'no_payment_provider',
  'no_iban',
  'no_sms_provider',
  'no_sender_address',
] as const

/** Something that somebody should know before it is sent. */
export interface Problem {
  code: (typeof problemCodes)[number]
  /** It cannot be transmitted like this. */
  blocks: boolean
  /** Invoices that it is about; 0 where it is about all. */
  count: number
}

/** What is wrong, what stops it first. */
export function problemsOf(facts: Facts, settings: CollectionSettings, found: Rehearsal): Problem[] {
  const { invoices, expected } = facts
  const ways = (of: 'sms' | 'letter') => found.steps.some((step) => step[of].count > 0)
  const online = settings.paymentMethods.some((method) => method !== 'bank_transfer')
  const about = (code: Problem['code'], count: number) => (count > 0 ? [{ code, blocks: false, count }] : [])
  const whole = (code: Problem['code'], isSo: boolean, blocks = false) =>
    isSo ? [{ code, blocks, count: 0 }] : []
  return [
    ...whole('empty', invoices === 0, true),
    ...whole('incomplete', invoices > 0 && expected > 0 && expected !== invoices, true),
    ...about('unreachable', found.unreachable),
    ...about('nothing_to_pay', found.settled),
    ...about('held', found.held),
    ...about('past_due', found.late),
    ...about('same_number', facts.sameNumber),
    ...whole('no_payment_provider', online && !facts.hasProvider),
    ...whole('no_iban', settings.paymentMethods.includes('bank_transfer') && !facts.hasIban),
    ...whole('no_sms_provider', ways('sms') && !facts.hasSms),
    ...whole('no_sender_address', ways('letter') && !facts.hasAddress),
  ]
}
