import { Readable } from 'node:stream'
import { fileTypeFromBuffer, supportedMimeTypes } from 'file-type'
import { invalid } from '../kernel/errors.ts'

const HEAD_BYTES = 4100
const TAIL_BYTES = 1024

/** A stream whose beginning is known, and its end once it has flowed. */
export interface Looked {
  head: Buffer
  stream: Readable
  tail(): Buffer
}

/** Reads the beginning of a stream and gives it back with the rest. */
export async function lookAt(source: Readable): Promise<Looked> {
  const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  const first: Buffer[] = []
  let length = 0
  while (length < HEAD_BYTES) {
    const { value, done } = await chunks.next()
    if (done === true) break
    first.push(value)
    length += value.length
  }
  const head = Buffer.concat(first)
  let tail: Buffer = Buffer.alloc(0)
  const remember = (chunk: Buffer) => {
    tail = chunk.length >= TAIL_BYTES ? chunk : Buffer.concat([tail, chunk])
    tail = tail.subarray(-TAIL_BYTES)
    return chunk
  }
  async function* all() {
    try {
      if (head.length > 0) yield remember(head)
      for (;;) {
        const { value, done } = await chunks.next()
        if (done === true) return
        yield remember(value)
      }
    } finally {
      source.destroy()
    }
  }
  return { head, stream: Readable.from(all(), { objectMode: false }), tail: () => tail }
}

/** Containers whose content only the sender can name. */
const CONTAINERS = new Set(['application/zip', 'application/x-cfb', 'application/xml'])

/** What a file is: what its bytes say, else what its sender says, unless the bytes would have said so. */
export async function mimeOf(head: Buffer, declared: string): Promise<string> {
  const found: string | undefined = (await fileTypeFromBuffer(head))?.mime
  const claim = /^[a-z]+\/[\w.+-]{1,100}$/i.test(declared)
    ? declared.toLowerCase()
    : 'application/octet-stream'
  if (found !== undefined)
    return CONTAINERS.has(found) && /^application\/(vnd\.|msword)/.test(claim) ? claim : found
  return supportedMimeTypes.has(claim) ? 'application/octet-stream' : claim
}

const PDF = 'application/pdf'
const NAMES: Record<string, string> = { [PDF]: 'PDF', 'image/png': 'PNG', 'image/jpeg': 'JPEG' }
const nameOf = (type: string) => NAMES[type] ?? type

/** Throws `invalid` for a beginning that is of none of the types. A PDF may have up to 1 KiB before its header. */
export function checkHead(field: string, head: Buffer, mime: string, types: readonly string[]): string {
  if (types.includes(mime)) return mime
  if (types.includes(PDF) && head.subarray(0, 1024).includes('%PDF-')) return PDF
  throw invalid(field, `must be a file of the type ${types.map(nameOf).join(' or ')}`)
}

/** Throws `invalid` for a PDF whose end is missing: it was cut off on the way. */
export function checkTail(field: string, tail: Buffer, mime: string): void {
  if (mime === PDF && !tail.includes('%%EOF'))
    throw invalid(field, 'must be a whole PDF; the end of this one is missing')
}
