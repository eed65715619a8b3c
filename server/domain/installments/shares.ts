import type { Installment } from './plan.ts'
import { split } from './schedule.ts'

type Part = Pick<Installment, 'id' | 'state' | 'askedCents'>

export interface Shares {
  /** What is to be paid of each installment that is open or under way, by its id. */
  ofInstallment: Map<string, number>
  /** Outstanding, but of no installment: where none is left to bear it. */
  beyondCents: number
}

/**
 * What of the outstanding amount falls to which installment: it follows from the ledger alone, so that payments, credits
 * and chargebacks need not tell the plan. What the bank has is left alone; what was asked stays as it was asked, as far as
 * it is still outstanding, the earliest first; the rest is spread evenly over those to come, and where none are to come it
 * is added to the last that was asked. The shares and what is beyond them add up to what is outstanding, but for money at
 * the bank that is not outstanding any more.
 */
export function sharesOf(outstandingCents: number, installments: readonly Part[]): Shares {
  const ofInstallment = new Map<string, number>()
  let rest = Math.max(0, outstandingCents)
  const inState = (state: Part['state']) => installments.filter((part) => part.state === state)
  for (const { id, askedCents } of inState('in_progress')) {
    ofInstallment.set(id, askedCents!)
    rest = Math.max(0, rest - askedCents!)
  }
  const told = [...inState('due'), ...inState('planned').filter(({ askedCents }) => askedCents !== null)]
  for (const { id, askedCents } of told) {
    const share = Math.min(rest, askedCents!)
    ofInstallment.set(id, share)
    rest -= share
  }
  const untold = inState('planned').filter(({ askedCents }) => askedCents === null)
  if (untold.length > 0) {
    split(rest, untold.length).forEach((share, i) => ofInstallment.set(untold[i]!.id, share))
    return { ofInstallment, beyondCents: 0 }
  }
  const last = told.at(-1)
  if (!last) return { ofInstallment, beyondCents: rest }
  ofInstallment.set(last.id, ofInstallment.get(last.id)! + rest)
  return { ofInstallment, beyondCents: 0 }
}
