import { createHmac, timingSafeEqual } from 'node:crypto'
import { parse, stringify } from 'uuid'

/** Whoever holds a link may download for so long. */
export const LINK_MINUTES = 5

/** What a link is good for. */
export interface Download {
  companyId: number
  documentId: string
  expiresAt: Date
}

const BODY_BYTES = 26
const MAC_BYTES = 32

const macOf = (key: Buffer, body: Buffer) => createHmac('sha256', key).update(body).digest()

/** The secret of a link: company (4 bytes), document (16), end in seconds (6), and the HMAC-SHA256 of these. */
export function signDownload(key: Buffer, { companyId, documentId, expiresAt }: Download): string {
  const body = Buffer.alloc(BODY_BYTES)
  body.writeUInt32BE(companyId, 0)
  body.set(parse(documentId), 4)
  body.writeUIntBE(Math.floor(expiresAt.getTime() / 1000), 20, 6)
  return Buffer.concat([body, macOf(key, body)]).toString('base64url')
}

/** What the secret was signed for, expired or not; undefined for one that we did not sign. */
export function openDownload(key: Buffer, token: string): Download | undefined {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== BODY_BYTES + MAC_BYTES || bytes.toString('base64url') !== token) return undefined
  const body = bytes.subarray(0, BODY_BYTES)
  if (!timingSafeEqual(macOf(key, body), bytes.subarray(BODY_BYTES))) return undefined
  return {
    companyId: body.readUInt32BE(0),
    documentId: stringify(body.subarray(4, 20)),
    expiresAt: new Date(body.readUIntBE(20, 6) * 1000),
  }
}
