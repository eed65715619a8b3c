import type { Parameters } from './signature.ts'

/** A query with each name once, and the names that came more than once. */
export interface Query {
  parameters: Parameters
  signature: string | undefined
  repeated: string[]
}

/** Reads a query for its signature: `signature` itself is no part of what is signed. */
export function readQuery(query: unknown): Query {
  const parameters = new Map<string, string>()
  const repeated: string[] = []
  for (const [name, value] of Object.entries(query as Record<string, unknown>)) {
    if (typeof value === 'string') parameters.set(name, value)
    else repeated.push(name)
  }
  const signature = parameters.get('signature')
  parameters.delete('signature')
  return { parameters, signature, repeated }
}

/** Names that decide what is paid, by whom and as what; none of them occurs in a word. */
const DECISIVE = ['amount_cents', 'company_id', 'invoice_id', 'external_invoice_number', 'payment_id']

/**
 * Signed are names and values without anything between them, so that one signature fits wherever the string is cut into
 * them. Whoever may choose a name or a street could so move the amount into it. A name like these inside of another
 * parameter is therefore refused; the address to return to, which is checked by its host, may bear them. The names found.
 */
export function hiddenNames(parameters: Parameters): string[] {
  const texts = [...parameters].flatMap(([name, value]) => [
    ...(DECISIVE.includes(name) ? [] : [name]),
    ...(name === 'redirect_url' ? [] : [value]),
  ])
  return DECISIVE.filter((name) => texts.some((text) => text.includes(name)))
}
