import type { PlainDate } from '../../kernel/time.ts'
import { forecast, lateFeeStep, waysTo, type Reach } from './forecast.ts'
import type { Step } from './schedule.ts'
import type { CollectionSettings } from './settings.ts'

/** Invoices of a batch that go the same way. */
export interface Alike extends Reach {
  dueOn: PlainDate
  /** Something is to be paid. */
  isOpen: boolean
  /** A question waits for its answer, or a payment is under way. */
  isHeld: boolean
  count: number
  outstandingCents: number
}

interface Sum {
  count: number
  /** What is asked, fees included. */
  cents: number
}

export interface RehearsedStep {
  step: Step
  at: Date
  email: Sum
  sms: Sum
  letter: Sum
  /** Invoices that somebody is told of, by whatever channel. */
  reached: Sum
  /** Open invoices that this step says nothing about, because there is nowhere to say it. */
  unreached: number
  /** Fees for paying late that come with it. */
  lateFees: Sum
}

export interface Rehearsal {
  /** If nobody pays. */
  steps: RehearsedStep[]
  /** With something to pay. */
  open: Sum
  /** Nothing is to be paid. */
  settled: number
  held: number
  /** No step tells anybody of them. */
  unreachable: number
  /** Past their due day when the first message leaves. */
  late: number
  /** How long the first messages take to leave, in minutes. */
  minutes: number
}

const nothing = (): Sum => ({ count: 0, cents: 0 })

function add(sum: Sum, count: number, cents: number): void {
  sum.count += count
  sum.cents += cents
}

/** What transmitting would do, if nobody paid or asked. Of whom a question waits, nothing is sent. */
export function rehearse(
  groups: readonly Alike[],
  settings: CollectionSettings,
  from: Date,
  timeZone: string,
): Rehearsal {
  const plan = forecast(settings, from, timeZone)
  const result: Rehearsal = {
    steps: plan.map(({ step, at }) => ({
      step,
      at,
      email: nothing(),
      sms: nothing(),
      letter: nothing(),
      reached: nothing(),
      unreached: 0,
      lateFees: nothing(),
    })),
    open: nothing(),
    settled: 0,
    held: 0,
    unreachable: 0,
    late: 0,
    minutes: 0,
  }
  for (const group of groups) {
    if (!group.isOpen) {
      result.settled += group.count
      continue
    }
    add(result.open, group.count, group.outstandingCents)
    if (group.dueOn < plan[0]!.day) result.late += group.count
    if (group.isHeld) result.held += group.count
    else walk(group, settings, plan, result)
  }
  const first = result.steps[0]!
  const messages = first.email.count + first.sms.count + first.letter.count
  result.minutes = Math.ceil(messages / settings.throttlePerMinute)
  return result
}

function walk(
  group: Alike,
  settings: CollectionSettings,
  plan: ReturnType<typeof forecast>,
  result: Rehearsal,
): void {
  const feeStep = lateFeeStep(settings, plan, group.dueOn, group)
  let cents = group.outstandingCents
  let told = false
  for (const row of result.steps) {
    const by = waysTo(settings, row.step, group)
    const isTold = by.email || by.sms || by.letter
    if (row.step === feeStep) {
      const fees = group.count * settings.fees.latePaymentCents
      cents += fees
      add(row.lateFees, group.count, fees)
    }
    if (row.step === 'overdue') continue
    if (isTold) add(row.reached, group.count, cents)
    else row.unreached += group.count
    told ||= isTold
    for (const channel of ['email', 'sms', 'letter'] as const)
      if (by[channel]) add(row[channel], group.count, cents)
  }
  if (!told) result.unreachable += group.count
}
