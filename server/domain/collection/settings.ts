/** How often a message of a step goes beside the e-mail, which always goes where there is an address. */
export interface Channels {
  sms: boolean
  letter: boolean
}

/** A later message: so many days after the one before it has left. */
export interface Later extends Channels {
  afterDays: number
}

export const paymentMethods = [
  'ideal',
  'sdd',
  'bank_transfer',
  'credit_card',
  'bancontact',
  'bacs',
  'sofort',
  'paypal',
] as const
export type PaymentMethod = (typeof paymentMethods)[number]

/** Days between two installments. */
export const installmentIntervals = [14, 21, 30, 45, 60, 90, 120, 150, 180] as const
export type InstallmentInterval = (typeof installmentIntervals)[number]

/** What a batch is collected with. Amounts in cents of the company's currency; 0 is no fee. */
export interface CollectionSettings {
  request1: Channels
  /** Null: left out. */
  request2: Later | null
  reminder1: Later
  reminder2: Later
  reminder3: Later | null
  /** An invoice whose last reminder brought nothing is overdue after so many days. */
  overdueAfterDays: number
  paymentMethods: PaymentMethod[]
  /** From the day it is sent, where an invoice has no due day of its own. */
  dueDays: number
  /** Plans that a customer may choose; null: none. */
  installments: { numbers: number[]; intervalDays: InstallmentInterval } | null
  fees: {
    latePaymentCents: number
    /** The first reminder that the fee may come with, once the invoice's due day has passed. */
    latePaymentFrom: 'reminder1' | 'reminder2' | 'reminder3' | 'overdue'
    chargebackCents: number
    /** For each installment. */
    installmentCents: number
    /** Once, for a plan. */
    surchargeCents: number
    administrativeCents: number
  }
  /** In the club's own words, in every e-mail and letter; may be empty. */
  personalNote: string
  /** Instead of ours: `Dear member,`; `{name}` stands for the name. Empty: ours. */
  salutation: string
  /** Messages in a minute. */
  throttlePerMinute: number
  /** Hours on the company's clock between which messages leave. */
  window: { from: string; until: string }
}

export const defaultSettings: CollectionSettings = {
  request1: { sms: false, letter: false },
  request2: null,
  reminder1: { afterDays: 21, sms: false, letter: false },
  reminder2: { afterDays: 14, sms: false, letter: false },
  reminder3: { afterDays: 14, sms: true, letter: false },
  overdueAfterDays: 14,
  paymentMethods: ['ideal', 'bank_transfer', 'credit_card', 'bancontact'],
  dueDays: 14,
  installments: null,
  fees: {
    latePaymentCents: 0,
    latePaymentFrom: 'reminder2',
    chargebackCents: 0,
    installmentCents: 0,
    surchargeCents: 0,
    administrativeCents: 0,
  },
  personalNote: '',
  salutation: '',
  throttlePerMinute: 600,
  window: { from: '09:00', until: '21:00' },
}
