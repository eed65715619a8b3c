import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Document } from '../domain/documents/document.ts'
import { storageKey, type ByteRange } from '../kernel/storage.ts'
import type { Deps } from './edge.ts'

/** What a browser may be told; everything else is bytes to it, so that nothing uploaded runs as a page of ours. */
const SAFE =
  /^(application\/pdf|application\/zip|image\/(png|jpeg|gif|webp|heic|avif)|text\/(plain|csv)|audio\/.+|video\/.+|application\/(msword|vnd\.[\w.+-]+))$/

/** RFC 6266 and 5987: a name in ASCII for old clients, the real one for the others. */
export function contentDisposition(name: string): string {
  const ascii =
    name
      .normalize('NFKD')
      .replace(/[^\x20-\x7e]/g, '')
      .replace(/["\\%;]/g, '_') || 'file'
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

/** One range of bytes (RFC 9110, section 14); undefined for none, several or a malformed one, which are ignored. */
function rangeOf(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return undefined
  const [, from = '', to = ''] = match
  if (from === '') {
    const length = Math.min(Number(to), size)
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 }
  }
  const start = Number(from)
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (to !== '' && Number(to) < start) return undefined
  return start >= size ? 'unsatisfiable' : { start, end }
}

/**
 * Answers with the bytes of a document, as a file to keep: never shown in a page of ours. Whether the caller may have it
 * was asked before.
 */
export async function sendDocument(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: Deps,
  companyId: number,
  document: Document,
): Promise<FastifyReply> {
  const { sizeBytes, sha256Hex } = document
  const etag = `"${sha256Hex}"`
  reply.headers({
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-store',
    'content-disposition': contentDisposition(document.name),
    'content-security-policy': "default-src 'none'; sandbox",
    'referrer-policy': 'no-referrer',
    etag,
  })
  const condition = request.headers['if-range']
  const asked =
    condition === undefined || condition === etag ? rangeOf(request.headers.range, sizeBytes) : undefined
  if (asked === 'unsatisfiable') {
    reply.header('content-range', `bytes */${sizeBytes}`).removeHeader('content-disposition')
    return reply.code(416).send({ code: 'invalid', message: 'The document has no such range of bytes.' })
  }
  if (asked) reply.code(206).header('content-range', `bytes ${asked.start}-${asked.end}/${sizeBytes}`)
  reply
    .type(SAFE.test(document.mime) ? document.mime : 'application/octet-stream')
    .header('content-length', asked ? asked.end - asked.start + 1 : sizeBytes)
  // The framework drops the body of a HEAD, and the storage need not be asked for it.
  if (request.method === 'HEAD') return reply.send(Readable.from([]))
  return reply.send(await deps.storage.get(storageKey(companyId, document.id), asked))
}
