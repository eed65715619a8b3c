import type { PlainDate } from '../../kernel/time.ts'
import { dayIn } from '../../kernel/time.ts'
import { bringsLateFee, dueAfter, nextOpening, nextStep, type Step } from './schedule.ts'
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

/** The step that brings the fee for paying late to what is due on that day; undefined where none does. */
export const lateFeeStep = (
  settings: CollectionSettings,
  steps: readonly ForecastStep[],
  dueOn: PlainDate,
): Step | undefined => steps.find(({ step, day }) => bringsLateFee(settings, step) && dueOn < day)?.step
