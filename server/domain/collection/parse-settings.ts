import { invalid } from '../../kernel/errors.ts'
import {
  installmentIntervals,
  paymentMethods,
  type Channels,
  type CollectionSettings,
  type InstallmentInterval,
  type Later,
  type PaymentMethod,
} from './settings.ts'

type Fields = Record<string, unknown>

const MAX_FEE_CENTS = 100_000
const MAX_NOTE = 2000
const MAX_SALUTATION = 100

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function fieldsOf(value: unknown, field: string): Fields {
  if (isFields(value)) return value
  throw invalid(field, 'must be an object')
}

/** The value of one field, or what stands for one that is absent. */
const given = <T>(value: unknown, fallback: T, read: (value: unknown) => T): T =>
  value === undefined ? fallback : read(value)

const integer = (field: string, least: number, most: number) => (value: unknown) => {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value
  throw invalid(field, `must be a whole number from ${least} to ${most}`)
}

const flag = (field: string) => (value: unknown) => {
  if (typeof value === 'boolean') return value
  throw invalid(field, 'must be true or false')
}

const words = (field: string, most: number) => (value: unknown) => {
  if (typeof value === 'string' && value.length <= most && value.isWellFormed() && !value.includes('\0'))
    return value
  throw invalid(field, `must be a text of at most ${most} characters`)
}

const time = (field: string) => (value: unknown) => {
  if (typeof value === 'string' && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value)) return value
  throw invalid(field, 'must be a time such as 09:00')
}

const oneOf =
  <T>(field: string, known: readonly T[]) =>
  (value: unknown): T => {
    if (known.includes(value as T)) return value as T
    throw invalid(field, `must be one of ${known.join(', ')}`)
  }

function channels(value: unknown, base: Channels, field: string): Channels {
  const fields = fieldsOf(value, field)
  return {
    sms: given(fields['sms'], base.sms, flag(`${field}.sms`)),
    letter: given(fields['letter'], base.letter, flag(`${field}.letter`)),
  }
}

const later = (value: unknown, base: Later, field: string): Later => ({
  afterDays: given(
    fieldsOf(value, field)['afterDays'],
    base.afterDays,
    integer(`${field}.afterDays`, 1, 365),
  ),
  ...channels(value, base, field),
})

const whenOff: Later = { afterDays: 14, sms: false, letter: false }

const optional = (value: unknown, base: Later | null, field: string): Later | null =>
  value === null ? null : later(value, base ?? whenOff, field)

function listOf<T>(value: unknown, field: string, read: (value: unknown) => T): T[] {
  if (!Array.isArray(value)) throw invalid(field, 'must be a list')
  return [...new Set(value.map(read))]
}

function installments(value: unknown): CollectionSettings['installments'] {
  if (value === null) return null
  const { numbers, intervalDays } = fieldsOf(value, 'installments')
  const read = listOf(numbers, 'installments.numbers', integer('installments.numbers', 2, 12))
  if (read.length === 0) throw invalid('installments.numbers', 'must hold at least one number from 2 to 12')
  return {
    numbers: read.sort((a, b) => a - b),
    intervalDays: oneOf<InstallmentInterval>('installments.intervalDays', installmentIntervals)(intervalDays),
  }
}

function fees(value: unknown, base: CollectionSettings['fees']): CollectionSettings['fees'] {
  const fields = fieldsOf(value, 'fees')
  const cents = (name: Exclude<keyof CollectionSettings['fees'], 'latePaymentFrom'>) =>
    given(fields[name], base[name], integer(`fees.${name}`, 0, MAX_FEE_CENTS))
  return {
    latePaymentCents: cents('latePaymentCents'),
    latePaymentFrom: given(
      fields['latePaymentFrom'],
      base.latePaymentFrom,
      oneOf('fees.latePaymentFrom', ['reminder1', 'reminder2', 'reminder3', 'overdue'] as const),
    ),
    chargebackCents: cents('chargebackCents'),
    installmentCents: cents('installmentCents'),
    surchargeCents: cents('surchargeCents'),
    administrativeCents: cents('administrativeCents'),
  }
}

function sendingWindow(value: unknown, base: CollectionSettings['window']): CollectionSettings['window'] {
  const fields = fieldsOf(value, 'window')
  const from = given(fields['from'], base.from, time('window.from'))
  const until = given(fields['until'], base.until, time('window.until'))
  if (from >= until) throw invalid('window', 'must end after it begins, on the same day')
  return { from, until }
}

/**
 * What was said of the settings, upon what they were; a field that is absent stays, null leaves out what is optional.
 * Throws `invalid`, which names the field.
 */
export function parseSettings(input: unknown, base: CollectionSettings): CollectionSettings {
  const fields = fieldsOf(input, 'settings')
  for (const name of Object.keys(fields))
    if (!Object.hasOwn(base, name)) throw invalid(name, 'is none of the settings')
  return {
    request1: given(fields['request1'], base.request1, (v) => channels(v, base.request1, 'request1')),
    request2: given(fields['request2'], base.request2, (v) => optional(v, base.request2, 'request2')),
    reminder1: given(fields['reminder1'], base.reminder1, (v) => later(v, base.reminder1, 'reminder1')),
    reminder2: given(fields['reminder2'], base.reminder2, (v) => later(v, base.reminder2, 'reminder2')),
    reminder3: given(fields['reminder3'], base.reminder3, (v) => optional(v, base.reminder3, 'reminder3')),
    overdueAfterDays: given(
      fields['overdueAfterDays'],
      base.overdueAfterDays,
      integer('overdueAfterDays', 1, 365),
    ),
    paymentMethods: given(fields['paymentMethods'], base.paymentMethods, (v) =>
      listOf(v, 'paymentMethods', oneOf<PaymentMethod>('paymentMethods', paymentMethods)),
    ),
    dueDays: given(fields['dueDays'], base.dueDays, integer('dueDays', 0, 365)),
    installments: given(fields['installments'], base.installments, installments),
    fees: given(fields['fees'], base.fees, (v) => fees(v, base.fees)),
    personalNote: given(fields['personalNote'], base.personalNote, words('personalNote', MAX_NOTE)),
    salutation: given(fields['salutation'], base.salutation, words('salutation', MAX_SALUTATION)),
    throttlePerMinute: given(
      fields['throttlePerMinute'],
      base.throttlePerMinute,
      integer('throttlePerMinute', 1, 10_000),
    ),
    window: given(fields['window'], base.window, (v) => sendingWindow(v, base.window)),
  }
}

/** What may still change when messages are on their way already: nothing of it moves a step or an amount. */
export const harmless: ReadonlySet<string> = new Set([
  'personalNote',
  'salutation',
  'throttlePerMinute',
  'window',
])
