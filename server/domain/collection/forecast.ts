import type { PlainDate } from '../../kernel/time.ts'
import { dayIn } from '../../kernel/time.ts'
import { bringsLateFee, channelsOf, dueAfter, nextOpening, nextStep, type Step } from './schedule.ts'
import type { CollectionSettings } from './settings.ts'

/** A step of the flow, and when it is taken at the earliest if nobody pays. */
export interface ForecastStep {
  step: Step
  at: Date
  day: PlainDate
}

/** The whole flow of a batch that is transmitted at `from`: each message leaves at once, in the hours of the window. */
export function forecast(settings: CollectionSettings, from: Date, timeZone: string): ForecastStep[] {
  const open = (at: Date) => nextOpening(at, timeZone, settings.window)
  const steps: ForecastStep[] = []
  let at = open(from)
  for (let step: Step | undefined = 'request1'; step !== undefined;) {
    steps.push({ step, at, day: dayIn(at, timeZone) })
    const next = nextStep(settings, step)
    if (next) at = dueAfter(at, timeZone, next.afterDays)
    // Being overdue says nothing, so no window holds it up.
    if (next && next.step !== 'overdue') at = open(at)
    step = next?.step
  }
  return steps
}

/** Where somebody can be told of something. */
export interface Reach {
  email: boolean
  phone: boolean
  post: boolean
}

/** The channels by which a step tells somebody. */
export function waysTo(settings: CollectionSettings, step: Step, { email, phone, post }: Reach) {
  const { sms, letter } = channelsOf(settings, step)
  return { email: step !== 'overdue' && email, sms: sms && phone, letter: letter && post }
}

/**
 * The step that brings the fee for paying late to what is due on that day; undefined where none does. The fee comes with the
 * message that tells of it: who cannot be told by a step pays it with a later one, at the latest when the invoice is overdue.
 */
export const lateFeeStep = (
  settings: CollectionSettings,
  steps: readonly ForecastStep[],
  dueOn: PlainDate,
  reach: Reach,
): Step | undefined =>
  steps.find(({ step, day }) => {
    if (!bringsLateFee(settings, step) || dueOn >= day) return false
    const { email, sms, letter } = waysTo(settings, step, reach)
    return email || sms || letter || step === 'overdue'
  })?.step
