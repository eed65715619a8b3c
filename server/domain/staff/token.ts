import { randomBytes } from 'node:crypto'

/** The secret of a session or of a mailed link: 256 random bits. Only its SHA-256 is stored. */
export const newToken = (): string => randomBytes(32).toString('base64url')

export const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text)
