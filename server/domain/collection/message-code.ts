import { randomBytes } from 'node:crypto'

/** Digits and letters that nobody takes for one another (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 12

/**
 * The code in a message: the number of the company, then 60 random bits, `7-K3QM-9TX4-VDPQ`. Whoever has it has the
 * message; there are too many to guess one behind the rate limit of the pages that take them.
 */
export function newMessageCode(companyId: number): string {
  const letters = Array.from(randomBytes(LENGTH), (byte) => ALPHABET[byte % 32]).join('')
  return `${companyId}-${letters}`
}

/** With its groups, as it is printed. */
export const spacedCode = (code: string): string =>
  code.replace(/([0-9A-Z]{4})(?=[0-9A-Z])/g, (group, _, at: number) =>
    at > code.indexOf('-') ? `${group}-` : group,
  )

/** What somebody typed, in our form, with the company's number; undefined where it cannot be one. */
export function readMessageCode(typed: string): { companyId: number; code: string } | undefined {
  if (typed.length > 60) return undefined
  const bare = typed.toUpperCase().replace(/[\s\u2010-\u2015-]+/g, '-')
  const match = /^-?([1-9]\d{0,9})-([0-9A-Z-]+)$/.exec(bare)
  if (!match) return undefined
  const letters = match[2]!.replaceAll('-', '').replaceAll('O', '0').replace(/[IL]/g, '1')
  const companyId = Number(match[1])
  if (letters.length !== LENGTH || /U/.test(letters) || companyId > 0x7fffffff) return undefined
  return { companyId, code: `${companyId}-${letters}` }
}

/** Opens the invoice of the message, below the public URL. Short, for texts and letters. */
export const shortLink = (code: string): string => `/l/${code}`

/** Where a member asks whether a message is genuine, below the public URL. */
export const GENUINE_PATH = '/genuine'
