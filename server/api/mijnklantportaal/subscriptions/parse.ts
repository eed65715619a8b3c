import { invalid } from '../../../kernel/errors.ts'
import { parseCents } from '../../../kernel/money.ts'
import { decodeId } from '../ids.ts'

/** What a term costs, in cents. Throws `invalid` for nothing or less. */
export function parseTermAmount(text: string): number {
  const cents = parseCents(text)
  if (cents === undefined || cents <= 0) throw invalid('amount', 'must be more than zero')
  return cents
}

/** Throws `invalid`. */
export function parseCustomerId(id: string): string {
  const customerId = decodeId('customer', id)
  if (customerId === undefined) throw invalid('customerId', 'must be the ID of an existing customer')
  return customerId
}
