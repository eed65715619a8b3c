import { createHash, randomBytes } from 'node:crypto'

const API_KEY = /^balie_([0-9a-f]{8})_[0-9a-f]{40}$/
const PARTNER_KEY = /^[0-9a-f]{40}$/

/**
 * A company's key: `balie_` (for secret scanners), the company's number, 160 random bits. The number is in it so that
 * the look-up knows its tenant.
 */
export const newApiKey = (companyId: number): string =>
  `balie_${companyId.toString(16).padStart(8, '0')}_${randomBytes(20).toString('hex')}`

/** A partner's key: 40 lower-case hex characters, as clients of ClubCollect check it. */
export const newPartnerKey = (): string => randomBytes(20).toString('hex')

/** The number of the company whose key this may be; undefined when it has not the form of one. */
export function companyOfApiKey(key: string): number | undefined {
  const match = API_KEY.exec(key)
  const companyId = match?.[1] === undefined ? 0 : Number.parseInt(match[1], 16)
  return companyId > 0 && companyId <= 0x7fffffff ? companyId : undefined
}

export const isPartnerKey = (key: string): boolean => PARTNER_KEY.test(key)

/** What is stored. Keys have 160 random bits, so one SHA-256 is as good as any slow hash and takes a microsecond. */
export const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest()

export const hintOf = (key: string): string => key.slice(-4)
