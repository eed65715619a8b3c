import { create } from 'qrcode'
import { formatCents } from '../kernel/money.ts'

/** A credit transfer that is asked for. */
export interface Transfer {
  name: string
  iban: string
  bic: string | null
  /** Euros, more than nothing. */
  cents: number
  remittance: string
}

const MOST_CENTS = 99_999_999_999
const MOST_BYTES = 331

/** One line of at most so many characters and so many bytes of UTF-8, none of them cut in half. */
function line(text: string, characters: number, bytes: number): string {
  const kept = Array.from(text.replace(/\s+/g, ' ').trim()).slice(0, characters)
  while (Buffer.byteLength(kept.join('')) > bytes) kept.pop()
  return kept.join('').trim()
}

/**
 * The text of a QR code that a bank's app makes a SEPA credit transfer of: EPC069-12, version 002, UTF-8, unstructured
 * remittance. Undefined where no such code can be: the amount is not 0.01 to 999,999,999.99 euros. The fields are bounded
 * in characters, the whole in bytes: what is not Latin may lose its end.
 */
export function epcText({ name, iban, bic, cents, remittance }: Transfer): string | undefined {
  if (cents < 1 || cents > MOST_CENTS) return undefined
  const to = line(name, 70, 140)
  const before = ['BCD', '002', '1', 'SCT', bic ?? '', to, iban, `EUR${formatCents(cents)}`, '', '', ''].join(
    '\n',
  )
  return before + line(remittance, 140, MOST_BYTES - Buffer.byteLength(before))
}

/** The dark squares of a code, each one unit wide, and how many units it is wide. Error correction M, as EPC069-12 has it. */
export function qrSquares(text: string): { size: number; squares: { x: number; y: number }[] } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const squares = Array.from(modules.data, (dark, i) => ({
    dark,
    x: i % modules.size,
    y: Math.floor(i / modules.size),
  }))
  return { size: modules.size, squares: squares.filter(({ dark }) => dark !== 0) }
}
