import multipart, { type MultipartFile } from '@fastify/multipart'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { fileName } from '../domain/documents/file-name.ts'
import { discardUpload } from '../domain/documents/sweep-uploads.ts'
import { Upload } from '../domain/documents/upload.ts'
import { BalieError, invalid } from '../kernel/errors.ts'
import { newId } from '../kernel/ids.ts'
import { storageKey } from '../kernel/storage.ts'
import { checkHead, checkTail, lookAt, mimeOf } from './file-bytes.ts'
import { holdsFile, type FileRule, type FormShape } from './file-field.ts'
import { FormBody, fieldOf } from './form-fields.ts'
import type { Deps } from './edge.ts'
import { useSentences } from './validation.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The ids of what was stored for this request. */
    uploadIds?: string[]
    /** How large a file may be in this request, where its schema does not say; set before the body is read. */
    uploadLimitBytes?: number
  }
}

const MAX_FILES = 100
const MAX_FIELDS = 2000

/**
 * Registers routes that take `multipart/form-data`. Such a body is read as it comes: files (`fileField` in the schema of
 * the body) go into the storage, fields become the same body that JSON would be, checked by the same schema. The verb
 * claims the uploads that it keeps; the others are removed before the answer is sent.
 */
export async function acceptUploads(
  app: FastifyInstance,
  deps: Deps,
  routes: FastifyPluginAsyncTypebox,
): Promise<void> {
  await app.register(async (scope) => {
    await scope.register(multipart, { throwFileSizeLimit: false })
    // A schema that is added above later makes Fastify forget the compiler of those above.
    useSentences(scope)
    scope.addHook('preValidation', async (request) => {
      if (!request.isMultipart()) return
      const form = request.routeOptions.schema?.body as FormShape | undefined
      if (!form || !holdsFile(form))
        throw new BalieError('unsupported_media_type', 'the body', 'The content type is not supported.')
      const body = new FormBody(form)
      try {
        await readForm(request, deps, form, body)
      } finally {
        // What was written can be shown again where a file is refused.
        request.body = body.finish()
        // What is left of a refused body flows by, so that the sender comes to read the answer.
        request.raw.unpipe()
        request.raw.resume()
      }
    })
    scope.addHook('onSend', async (request) => {
      for (const id of request.uploadIds ?? [])
        await discardUpload(deps.sql, deps.storage, request.ctx.company.companyId, id).catch(
          (error: unknown) => request.log.warn({ err: error }, 'an upload is left to be swept'),
        )
    })
    await routes(scope, {})
  })
}

/** The next part, or that there is none. What is wrong with the form is the sender's fault, and said so. */
async function nextPart(parts: ReturnType<FastifyRequest['parts']>) {
  try {
    return await parts.next()
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode === 413)
      throw new BalieError('too_large', 'the body', 'The body has too many parts.')
    throw malformed()
  }
}

const malformed = () => invalid('the body', 'must be well-formed and complete multipart/form-data')

async function readForm(request: FastifyRequest, deps: Deps, form: FormShape, body: FormBody): Promise<void> {
  const limitBytes = request.server.initialConfig.bodyLimit ?? 1_048_576
  const limits = {
    files: MAX_FILES,
    fields: MAX_FIELDS,
    parts: MAX_FILES + MAX_FIELDS,
    fieldNameSize: 500,
    fieldSize: limitBytes,
    fileSize: Number.MAX_SAFE_INTEGER,
  }
  const counts = new Map<FormShape, number>()
  let textBytes = 0
  const count = (bytes: number) => {
    textBytes += bytes
    if (textBytes > limitBytes) throw new BalieError('too_large', 'the body', 'The body is too large.')
  }
  const parts = request.parts({ limits })
  for (;;) {
    const { value: part, done } = await nextPart(parts)
    if (done === true) break
    const name = part.fieldname
    if (part.type === 'field') {
      if (part.valueTruncated) count(limitBytes + 1)
      count(typeof part.value === 'string' ? Buffer.byteLength(part.value) : 1000)
      body.add(name, part.value)
      continue
    }
    const field = fieldOf(form, name)
    if (!field) {
      part.file.resume()
      continue
    }
    if (!field.file) {
      body.add(name, await readText(part, count))
      continue
    }
    const stored = (counts.get(field.shape) ?? 0) + 1
    if (stored > field.most)
      throw invalid(name, field.most === 1 ? 'must be one file' : `must hold at most ${field.most} of them`)
    const upload = await store(request, deps, part, field.file)
    if (upload) {
      counts.set(field.shape, stored)
      body.add(name, upload)
    }
  }
}

/** A field that came as a file: what FormData makes of a Blob. */
async function readText(part: MultipartFile, count: (bytes: number) => void): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of part.file as AsyncIterable<Buffer>) {
    count(chunk.length)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

/** Stores a file as it comes. Undefined for a file input that nobody chose a file in. */
async function store(
  request: FastifyRequest,
  deps: Deps,
  part: MultipartFile,
  { types, maxBytes }: FileRule,
): Promise<Upload | undefined> {
  const field = part.fieldname
  const limitBytes = maxBytes ?? request.uploadLimitBytes ?? deps.uploadLimitBytes
  try {
    const { head, stream, tail } = await lookAt(part.file)
    const named = part.filename ?? ''
    if (head.length === 0 && named === '') return undefined
    const found = await mimeOf(head, part.mimetype)
    const mime = types ? checkHead(field, head, found, types) : found
    const id = newId()
    request.uploadIds = [...(request.uploadIds ?? []), id]
    const stored = await deps.storage.put(storageKey(request.ctx.company.companyId, id), stream, {
      limitBytes,
    })
    if (types) checkTail(field, tail(), mime)
    return new Upload({ id, name: fileName(named), mime, ...stored })
  } catch (error) {
    if (part.file.errored) throw malformed()
    if (error instanceof BalieError && error.code === 'too_large')
      throw new BalieError('too_large', field, `${field} must be at most ${inUnits(limitBytes)}.`)
    throw error
  }
}

const inUnits = (bytes: number) =>
  bytes >= 1_048_576
    ? `${Math.floor(bytes / 104_857.6) / 10} MB`
    : bytes >= 1024
      ? `${Math.floor(bytes / 102.4) / 10} kB`
      : `${bytes} bytes`
