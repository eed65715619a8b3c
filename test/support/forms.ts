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
    content: typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
  }))
