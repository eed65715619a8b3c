import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

const PERIOD_SECONDS = 30

/** RFC 6238 as every authenticator app knows it: SHA-1, six digits, half a minute. */
const totpOf = (secret: string, email = '') =>
  new TOTP({
    issuer: 'Balie',
    label: email || 'Balie',
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
    secret: Secret.fromBase32(secret),
  })

/** A new secret of 160 bits in base 32, and the same as the address that a QR code shows. */
export function newTotpSecret(email: string): { secret: string; uri: string } {
  const secret = new Secret({ size: 20 }).base32
  return { secret, uri: totpOf(secret, email).toString() }
}

/** The half minute that the code is of, at most one away from now: clocks drift. Undefined for a wrong code. */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: 1 })
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Ten ways in for who has lost the app: 80 random bits each, `xxxx-xxxx-xxxx-xxxx`. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: 10 }, () =>
    Array.from(randomBytes(16), (byte) => ALPHABET[byte & 31])
      .join('')
      .replace(/.{4}(?=.)/g, '$&-'),
  )

/** As it was shown, however it was typed; undefined for what cannot be one. */
export function recoveryCodeOf(text: string): string | undefined {
  const letters = text.toLowerCase().replace(/[\s-]/g, '')
  return /^[0-9a-hjkmnp-tv-z]{16}$/.test(letters) ? letters.replace(/.{4}(?=.)/g, '$&-') : undefined
}
