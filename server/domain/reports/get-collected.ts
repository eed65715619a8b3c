import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { dayIn, daysBetween, shiftDay, type PlainDate } from '../../kernel/time.ts'
import { listFees, type FeeTotals } from './list-fees.ts'
import { moneyMoved, signOf, type MoneyMoved } from './money-moved.ts'
import { parseStretch, periodAt, periodsOf, yearBefore, type PeriodLength } from './periods.ts'
import type { Stretch } from './season.ts'

/** Movements of one kind. */
export interface Sum {
  count: number
  cents: number
}

/** What came of a stretch of days. `collectedCents`: what was paid, less what was paid back or taken back. */
export interface Takings {
  collectedCents: number
  payments: Sum
  /** Those that were undone are counted, their money is in `reversedCents`. */
  chargebacks: Sum & { reversedCents: number }
  /** Those that the bank sent back are counted, their money is in `failedCents`. */
  refunds: Sum & { failedCents: number }
}

export interface MethodTakings extends Takings {
  method: string
}

export interface PeriodTakings extends Stretch {
  collectedCents: number
  previousCents: number
}

export interface Collected extends Stretch, Takings {
  periods: PeriodTakings[]
  /** Most money first. */
  methods: MethodTakings[]
  fees: FeeTotals[]
  /** A year before; `toDate`: up to the day of it that today is of the stretch, or all of it. */
  previous: Stretch & Takings & { toDate: { to: PlainDate; collectedCents: number } }
}

const nothing = (): Takings => ({
  collectedCents: 0,
  payments: { count: 0, cents: 0 },
  chargebacks: { count: 0, cents: 0, reversedCents: 0 },
  refunds: { count: 0, cents: 0, failedCents: 0 },
})

/** What movements add up to. */
export function takingsOf(moved: readonly MoneyMoved[]): Takings {
  const sums = nothing()
  for (const { kind, count, cents } of moved) {
    sums.collectedCents += signOf[kind] * cents
    if (kind === 'chargeback_reversed') sums.chargebacks.reversedCents += cents
    else if (kind === 'refund_failed') sums.refunds.failedCents += cents
    else {
      const sum = sums[`${kind}s`]
      sum.count += count
      sum.cents += cents
    }
  }
  return sums
}

const isIn =
  ({ from, to }: Stretch) =>
  ({ day }: { day: PlainDate }) =>
    day >= from && day <= to

/**
 * What was collected in some days on the company's clock, month by month or week by week, beside a year before: day by day
 * from the first of each, so that a season is compared with the same days of the last. Throws `forbidden`, `invalid`.
 */
export async function getCollected(
  ctx: Ctx,
  given: { from: string; to: string; by: PeriodLength },
): Promise<Collected> {
  allow(ctx.actor, 'invoices:read')
  const stretch = parseStretch(given.from, given.to)
  const before = yearBefore(stretch)
  const [all, fees] = await Promise.all([moneyMoved(ctx, [stretch, before]), listFees(ctx, stretch)])
  const moved = all.filter(isIn(stretch))
  const movedBefore = all.filter(isIn(before))
  const periods = periodsOf(stretch, given.by)
  const sumsOf = (rows: MoneyMoved[], first: PlainDate) => {
    const cents = periods.map(() => 0)
    for (const row of rows)
      cents[periodAt(periods, daysBetween(first, row.day))]! += signOf[row.kind] * row.cents
    return cents
  }
  const [collected, previous] = [sumsOf(moved, stretch.from), sumsOf(movedBefore, before.from)]
  const byMethod = Map.groupBy(moved, ({ method }) => method)
  const toDate = sameDayBefore(dayIn(ctx.now, ctx.company.timeZone), stretch, before)
  return {
    ...stretch,
    ...takingsOf(moved),
    periods: periods.map((period, i) => ({
      ...period,
      collectedCents: collected[i]!,
      previousCents: previous[i]!,
    })),
    methods: [...byMethod]
      .map(([method, rows]) => ({ method, ...takingsOf(rows) }))
      .sort((a, b) => b.payments.cents - a.payments.cents || (a.method < b.method ? -1 : 1)),
    fees,
    previous: {
      ...before,
      ...takingsOf(movedBefore),
      toDate: {
        to: toDate,
        collectedCents: takingsOf(movedBefore.filter(({ day }) => day <= toDate)).collectedCents,
      },
    },
  }
}

/** The day of the year before that today is of the stretch; its last once the stretch is over. */
function sameDayBefore(today: PlainDate, stretch: Stretch, before: Stretch): PlainDate {
  if (today >= stretch.to) return before.to
  if (today < stretch.from) return shiftDay(before.from, { days: -1 })
  const same = shiftDay(before.from, { days: daysBetween(stretch.from, today) })
  return same < before.to ? same : before.to
}
