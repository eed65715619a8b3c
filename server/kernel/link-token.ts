import { randomBytes, timingSafeEqual } from 'node:crypto'

/** The secret of a public link: the number of the company, so that a look-up knows its tenant, and 144 random bits. */
export const newLinkToken = (companyId: number): string =>
  `${companyId}-${randomBytes(18).toString('base64url')}`

/** In constant time. */
export function sameSecret(given: string, expected: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}
