import { createHash } from 'node:crypto'
import { invalid } from '../../kernel/errors.ts'
import { isJpeg } from '../../kernel/jpeg.ts'
import { isPng } from './png.ts'

/** Of the image itself: ten times what a drawn signature needs. */
const MAX_BYTES = 256 * 1024

export interface SignatureImage {
  kind: 'png' | 'jpeg'
  bytes: Buffer
  /** `data:image/png;base64,…` without blanks. */
  dataUrl: string
}

/** Reads the picture of a signature. `field` names it in the refusal. Throws `invalid`. */
export function parseSignature(text: string, field: string): SignatureImage {
  const match = /^data:image\/(png|jpe?g);base64,/i.exec(text)
  if (!match) throw invalid(field, 'must be a data URL of a PNG or JPEG: data:image/png;base64,…')
  // Form encodings turn `+` into a blank.
  const base64 = text
    .slice(match[0].length)
    .trim()
    .replaceAll(' ', '+')
    .replace(/[\r\n]/g, '')
  if (base64.length > Math.ceil(MAX_BYTES / 3) * 4)
    throw invalid(field, `must be an image of at most ${MAX_BYTES / 1024} KB`)
  const bytes = Buffer.from(base64, 'base64')
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64) || bytes.length === 0)
    throw invalid(field, 'must be base64 after the comma')
  const kind = match[1]!.toLowerCase() === 'png' ? 'png' : 'jpeg'
  if (kind === 'png' ? !isPng(bytes) : !isJpeg(bytes))
    throw invalid(field, `must be a whole ${kind.toUpperCase()} of at most 4 million pixels`)
  return { kind, bytes, dataUrl: `data:image/${kind};base64,${bytes.toString('base64')}` }
}

/**
 * What ties a signature to its moment: SHA-256, in hex, of the signature's data URL followed by the moment in ATOM form,
 * both exactly as `/v1` shows them.
 */
export const signatureHash = (dataUrl: string, atom: string): string =>
  createHash('sha256').update(dataUrl).update(atom).digest('hex')
