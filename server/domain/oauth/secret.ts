import { randomBytes } from 'node:crypto'

/**
 * What a secret opens: an access token, a refresh token, an authorization code, the consent page, a session there. The
 * company's number is in it, so that the look-up knows its tenant; the prefix is for secret scanners.
 */
const prefixes = { access: 'at', refresh: 'rt', code: 'ac', consent: 'cc', session: 'cs' } as const
type Kind = keyof typeof prefixes

const FORM = /^balie_([a-z]{2})_([0-9a-f]{8})_[0-9a-f]{40}$/

/** A new secret of 160 random bits. */
export const newSecret = (kind: Kind, companyId: number): string =>
  `balie_${prefixes[kind]}_${companyId.toString(16).padStart(8, '0')}_${randomBytes(20).toString('hex')}`

/** The number of the company whose secret this may be; undefined when it has not the form of one of that kind. */
export function companyOfSecret(kind: Kind, secret: string): number | undefined {
  const match = FORM.exec(secret)
  if (match?.[1] !== prefixes[kind]) return undefined
  const companyId = Number.parseInt(match[2]!, 16)
  return companyId > 0 && companyId <= 0x7fffffff ? companyId : undefined
}
