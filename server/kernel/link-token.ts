import { randomBytes, timingSafeEqual } from 'node:crypto'

/** The secret of a public link: the number of the company, so that a look-up knows its tenant, and 144 random bits. */
export const newLinkToken = (companyId: number): string =>
  `${companyId}-${randomBytes(18).toString('base64url')}`

/** The number of the company in a link's token: `123-…`. Undefined when it has not the form of one. */
export function companyOfLinkToken(token: string): number | undefined {
  const match = /^([1-9]\d{0,9})-[\w-]{24}$/.exec(token)
  const companyId = Number(match?.[1] ?? 0)
  return companyId > 0 && companyId <= 0x7fffffff ? companyId : undefined
}

/** In constant time. */
export const sameSecret = (given: string, expected: string): boolean =>
  sameBytes(Buffer.from(given), Buffer.from(expected))

/** In constant time. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && timingSafeEqual(a, b)
