import { randomBytes, timingSafeEqual } from 'node:crypto'

/** The secret of a signer's link: the company's number and 144 random bits. */
export const newLinkToken = (companyId: number): string =>
  `${companyId}-${randomBytes(18).toString('base64url')}`

/** Where a signer's link leads, below the public URL. */
export const signingPath = (agreementId: string, token: string): string =>
  `/agreements/${agreementId}/${token}`

export function sameSecret(given: string, expected: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}
