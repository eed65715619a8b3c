import { percentageOf } from '../../kernel/money.ts'

export interface NetLine {
  netCents: number
  /** Whole percent. */
  vatRate: number
}

/**
 * VAT as EN 16931 has it (BR-S-08, BR-S-09): the net amounts of one rate are added up, and the tax of that sum is
 * rounded once. Each line then bears a share of it, so that the gross lines add up to the gross total: its own rounded
 * tax, and the cents that differ go to the lines that were furthest from theirs, the first of equals first.
 * Returns the gross cents of each line, in order.
 */
export function grossCents(lines: readonly NetLine[]): number[] {
  const gross = lines.map((line) => line.netCents + percentageOf(line.netCents, line.vatRate))
  for (const rate of new Set(lines.map((line) => line.vatRate))) {
    const indexes = lines.flatMap((line, index) => (line.vatRate === rate ? [index] : []))
    const net = indexes.reduce((sum, index) => sum + lines[index]!.netCents, 0)
    let difference = net + percentageOf(net, rate) - indexes.reduce((sum, index) => sum + gross[index]!, 0)
    const step = Math.sign(difference)
    // How far each line's rounded tax lies beyond its exact tax, in hundredths of a cent, in the direction to correct.
    const excess = (index: number) =>
      ((gross[index]! - lines[index]!.netCents) * 100 - lines[index]!.netCents * rate) * step
    for (const index of indexes.sort((a, b) => excess(a) - excess(b) || a - b)) {
      if (difference === 0) break
      gross[index]! += step
      difference -= step
    }
  }
  return gross
}
