import { Temporal } from 'temporal-polyfill'
import { addPeriod } from '../../kernel/time.ts'
import type { Channels, CollectionSettings } from './settings.ts'

/** What is done about an invoice, in this order; `chargeback` comes between when money is taken back. */
export const steps = [
  'request1',
  'request2',
  'reminder1',
  'reminder2',
  'reminder3',
  'overdue',
  'final_notice',
  'chargeback',
] as const
export type Step = (typeof steps)[number]

/** Those that follow by themselves. */
const flow: Step[] = ['request1', 'request2', 'reminder1', 'reminder2', 'reminder3', 'overdue']

/** Days between the message before a step and the step; undefined for one that is left out. */
function gapOf(settings: CollectionSettings, step: Step): number | undefined {
  if (step === 'overdue') return settings.overdueAfterDays
  if (step === 'request1') return 0
  if (step === 'final_notice' || step === 'chargeback') return undefined
  return settings[step]?.afterDays
}

/** What follows, and after how many days; undefined where nothing does. `resume` is what a chargeback came before. */
export function nextStep(
  settings: CollectionSettings,
  step: Step,
  resume: Step | null = null,
): { step: Step; afterDays: number } | undefined {
  const rest =
    step === 'chargeback'
      ? resume === null
        ? []
        : flow.slice(flow.indexOf(resume))
      : flow.slice(flow.indexOf(step) + 1)
  if (step === 'final_notice') return undefined
  for (const next of rest) {
    const afterDays = gapOf(settings, next)
    if (afterDays !== undefined) return { step: next, afterDays }
  }
  return undefined
}

/** Beside the e-mail. A final notice is a letter too; being overdue says nothing. */
export function channelsOf(settings: CollectionSettings, step: Step): Channels {
  if (step === 'overdue' || step === 'chargeback') return { sms: false, letter: false }
  if (step === 'final_notice') return { sms: false, letter: true }
  const { sms, letter } = settings[step] ?? { sms: false, letter: false }
  return { sms, letter }
}

/** Those that any of the messages that follow by themselves goes by. */
export const channelsUsed = (settings: CollectionSettings): Channels => ({
  sms: flow.some((step) => channelsOf(settings, step).sms),
  letter: flow.some((step) => channelsOf(settings, step).letter),
})

/** Whether the late payment fee may come with this step. */
export const bringsLateFee = ({ fees }: CollectionSettings, step: Step): boolean =>
  fees.latePaymentCents > 0 &&
  step !== 'chargeback' &&
  (step === 'final_notice' || flow.indexOf(step) >= flow.indexOf(fees.latePaymentFrom))

/** So many days later on the company's clock. */
export const dueAfter = (from: Date, timeZone: string, days: number): Date =>
  addPeriod(from, timeZone, { days })

/** Whether messages may leave at this instant. The hours are those of the company's wall clock, in summer and in winter. */
export const mayLeave = (
  now: Date,
  timeZone: string,
  { from, until }: CollectionSettings['window'],
): boolean => {
  const time = localTime(now, timeZone)
  return time >= from && time < until
}

/** The next instant at which messages may leave: now, or when the window opens. */
export function nextOpening(now: Date, timeZone: string, window: CollectionSettings['window']): Date {
  if (mayLeave(now, timeZone, window)) return now
  const here = zoned(now, timeZone)
  const day =
    localTime(now, timeZone) < window.from ? here.toPlainDate() : here.toPlainDate().add({ days: 1 })
  // An hour that a clock change skips opens after the gap.
  return new Date(
    day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(window.from) }).epochMilliseconds,
  )
}

const zoned = (now: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)

const localTime = (now: Date, timeZone: string): string =>
  zoned(now, timeZone).toPlainTime().toString({ smallestUnit: 'minute' })
