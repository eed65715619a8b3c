import type { Readable } from 'node:stream'

/** What was stored, as it was counted on the way. */
export interface StoredBytes {
  sizeBytes: number
  sha256Hex: string
}

/** Both ends included, as in HTTP. */
export interface ByteRange {
  start: number
  end: number
}

/**
 * Where the bytes of documents are. Keys are ours, `<company number>/<UUID>`: nothing that a user wrote is part of one.
 * Every method throws `unavailable` when the storage cannot be reached.
 */
export interface Storage {
  /** All of the stream or nothing. Throws `too_large` past the limit, and what the stream fails with. */
  put(key: string, stream: Readable, options: { limitBytes: number }): Promise<StoredBytes>
  /** Throws `not_found` where nothing is. */
  get(key: string, range?: ByteRange): Promise<Readable>
  /** Also fine where nothing is. */
  delete(key: string): Promise<void>
}

const KEY = /^[1-9]\d{0,9}\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const storageKey = (companyId: number, id: string): string => `${companyId}/${id}`

/** The two halves of a key. Throws for anything else: a key is never made of input. */
export function partsOfKey(key: string): { companyId: number; id: string } {
  if (!KEY.test(key)) throw new Error('that is no key of the storage')
  const [companyId, id] = key.split('/') as [string, string]
  return { companyId: Number(companyId), id }
}
