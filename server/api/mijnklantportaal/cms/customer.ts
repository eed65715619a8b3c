import { invalid } from '../../../kernel/errors.ts'
import { decodeId } from '../ids.ts'

export const tag = 'CMS API'

/** Whom a page or form is for. Throws `invalid`. */
export function customerId(given: { customerId: string }): string {
  const id = decodeId('customer', given.customerId)
  if (id === undefined) throw invalid('customerId', 'must be the ID of an existing customer')
  return id
}
