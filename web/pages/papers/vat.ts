/** What is typed into a line. */
export interface TypedLine {
  description: string
  amountExclVat: string
  vatRate: string
}

/** `12,95` and `1.295,00` as the server reads amounts: `12.95`; undefined for what is none. */
export function decimalOf(typed: string): string | undefined {
  const text = typed.trim().replace(/[\s\u00a0'’]/g, '')
  const plain = /^-?\d+(?:[.,]\d{1,2})?$/.test(text)
    ? text.replace(',', '.')
    : /^-?\d{1,3}(?:([.,])\d{3})+(?:(?!\1)[.,]\d{1,2})?$/.test(text)
      ? text.replace(/[.,](?=\d{3}(?:\D|$))/g, '').replace(',', '.')
      : undefined
  return plain === undefined || !Number.isSafeInteger(Math.round(Number(plain) * 100)) ? undefined : plain
}

const centsOf = (typed: string): number => Math.round(Number(decimalOf(typed) ?? 0) * 100)

/** Halves away from zero, as the server rounds. */
const round = (cents: number): number => Math.sign(cents) * Math.round(Math.abs(cents))

/** The sums below the lines: VAT is rounded once per rate (EN 16931). In cents. */
export function totalsOf(lines: readonly TypedLine[]) {
  const nets = new Map<number, number>()
  for (const line of lines) {
    const rate = Number(line.vatRate)
    nets.set(rate, (nets.get(rate) ?? 0) + centsOf(line.amountExclVat))
  }
  const rates = [...nets]
    .filter(([rate, net]) => rate > 0 && net !== 0)
    .toSorted(([a], [b]) => a - b)
    .map(([rate, net]) => ({ rate, vat: round((net * rate) / 100) }))
  const net = [...nets.values()].reduce((sum, one) => sum + one, 0)
  return { net, rates, gross: net + rates.reduce((sum, { vat }) => sum + vat, 0) }
}
