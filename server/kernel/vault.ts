import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Encrypts what must be stored but read by nobody else: AES-256-GCM, a fresh 96-bit nonce each (NIST SP 800-38D). */
export interface Vault {
  seal(secret: unknown): Buffer
  /** Throws when the bytes were changed or sealed with another key. */
  open(sealed: Uint8Array): unknown
  /** A key of 32 bytes for another purpose (HKDF, RFC 5869): what is signed with one tells nothing of the others. */
  derive(purpose: string): Buffer
}

/** `key` is 32 bytes. Sealed form: nonce (12), tag (16), ciphertext of the JSON. */
export function vault(key: Buffer): Vault {
  return {
    seal(secret) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const ciphertext = Buffer.concat([cipher.update(JSON.stringify(secret), 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext])
    },
    open(sealed) {
      const bytes = Buffer.from(sealed)
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return JSON.parse(
        decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8'),
      ) as unknown
    },
    derive: (purpose) => Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, 32)),
  }
}
