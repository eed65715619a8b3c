import { percentageOf, roundedDivision } from '../../kernel/money.ts'

export interface NetLine {
  netCents: number
  /** Whole percent. */
  vatRate: number
}

/** The lines of one rate together: a VAT breakdown (BG-23) of EN 16931. */
export interface VatOfRate {
  vatRate: number
  /** The sum of the net lines (BT-116). */
  baseCents: number
  /** The tax on that sum, rounded once (BT-117). */
  taxCents: number
}

/** What lines come to. */
export interface VatBreakdown {
  /** Lowest rate first. */
  rates: VatOfRate[]
  /** Without VAT (BT-109). */
  netCents: number
  /** The sum of the taxes of the rates (BT-110). */
  taxCents: number
  /** With VAT (BT-112). */
  grossCents: number
}

const sum = (cents: readonly number[]) => cents.reduce((total, one) => total + one, 0)

/**
 * VAT as EN 16931 has it: the net amounts of one rate are added up (BR-S-08), the tax of that sum is rounded once, half a
 * cent away from zero (BR-CO-17), and the totals are sums of what was rounded (BR-CO-13 to 15).
 */
export function vatBreakdown(lines: readonly NetLine[]): VatBreakdown {
  const rates = [...new Set(lines.map(({ vatRate }) => vatRate))]
    .sort((a, b) => a - b)
    .map((vatRate) => {
      const baseCents = sum(lines.filter((line) => line.vatRate === vatRate).map(({ netCents }) => netCents))
      return { vatRate, baseCents, taxCents: percentageOf(baseCents, vatRate) }
    })
  const netCents = sum(rates.map(({ baseCents }) => baseCents))
  const taxCents = sum(rates.map((rate) => rate.taxCents))
  return { rates, netCents, taxCents, grossCents: netCents + taxCents }
}

/**
 * The gross cents of each line, in order, so that they add up to the gross total of the breakdown: each line bears its
 * own rounded tax, and the cents that differ go to the lines that were furthest from theirs, the first of equals first.
 */
export function grossCents(lines: readonly NetLine[]): number[] {
  const gross = lines.map((line) => line.netCents + percentageOf(line.netCents, line.vatRate))
  for (const { vatRate, baseCents, taxCents } of vatBreakdown(lines).rates) {
    const indexes = lines.flatMap((line, index) => (line.vatRate === vatRate ? [index] : []))
    let difference = baseCents + taxCents - sum(indexes.map((index) => gross[index]!))
    const step = Math.sign(difference)
    // How far each line's rounded tax lies beyond its exact tax, in hundredths of a cent, in the direction to correct.
    const excess = (index: number) =>
      ((gross[index]! - lines[index]!.netCents) * 100 - lines[index]!.netCents * vatRate) * step
    for (const index of indexes.sort((a, b) => excess(a) - excess(b) || a - b)) {
      if (difference === 0) break
      gross[index]! += step
      difference -= step
    }
  }
  return gross
}

/**
 * What of an amount is left before VAT, in cents, rounded. The amount is what the customer agreed to, so the tax is the
 * rest of it: where no net amount has just that gross, it may differ by a cent from the rate times the net.
 */
export const netOf = (amountCents: number, vatRate: number): number =>
  Number(roundedDivision(BigInt(amountCents) * 100n, BigInt(100 + vatRate)))
