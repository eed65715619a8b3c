import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'
import { BalieError } from '../kernel/errors.ts'
import type { StoredBytes } from '../kernel/storage.ts'

/** Counts and hashes what flows through, and ends it with `too_large` past the limit. */
export function measure(limitBytes: number): { through: Transform; measured(): StoredBytes } {
  const hash = createHash('sha256')
  let sizeBytes = 0
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sizeBytes += chunk.length
      if (sizeBytes > limitBytes) {
        done(new BalieError('too_large', 'file', `A file must be at most ${limitBytes} bytes.`))
        return
      }
      hash.update(chunk)
      done(null, chunk)
    },
  })
  return { through, measured: () => ({ sizeBytes, sha256Hex: hash.digest('hex') }) }
}

export const unreachable = () =>
  new BalieError('unavailable', 'storage', 'The storage of files cannot be reached.', 5)
