import { randomBytes } from 'node:crypto'

/** One part of a form: a file if it has a file name. */
export interface Part {
  name: string
  content: string | Buffer
  filename?: string
  type?: string
}

/** A `multipart/form-data` body of those parts, as browsers write it. */
export function formOf(parts: readonly Part[]): { payload: Buffer; headers: { 'content-type': string } } {
  const boundary = `----balie${randomBytes(12).toString('hex')}`
  const quoted = (text: string) => text.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
  const pieces = parts.flatMap(({ name, content, filename, type }) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="${quoted(name)}"${
        filename === undefined ? '' : `; filename="${quoted(filename)}"`
      }\r\n${type === undefined ? '' : `content-type: ${type}\r\n`}\r\n`,
    ),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ])
  return {
    payload: Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}

/** A body as an object of a form: values that are no text as JSON. */
export const partsOf = (body: Record<string, unknown>): Part[] =>
  Object.entries(body).map(([name, value]) => ({
    name,
    content: typeof value === 'string' ? value : jsonOf(value),
  }))

/** What nests deeper than can be written is sent as something else that does. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    return '['.repeat(5000) + ']'.repeat(5000)
  }
}

/** A body as it is sent: JSON, or a form where files come with it. */
export function sentBody(
  body: Record<string, unknown> | undefined,
  files: readonly Part[] | undefined,
): { payload?: string | Buffer; headers: Record<string, string> } {
  if (files) return formOf([...partsOf(body ?? {}), ...files])
  if (!body) return { headers: {} }
  return { payload: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
}

/** A small PDF that is one, for who looks no further than its two ends. */
export const PDF = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'

export const pdfPart = (name: string): Part => ({
  name,
  filename: 'invoice.pdf',
  type: 'application/pdf',
  content: PDF,
})
