import { ApiError } from '../../client/api-error.ts'
import { ownHeaders } from '../../client/client.ts'
import type { paths } from '../../client/portal.generated.ts'
import type { ExportKind } from './routes.tsx'

/** How far an export is: rows are counted as they come where that can be told (CSV). */
export interface Progress {
  bytes: number
  rows: number
  total: number
}

type ExportPath = Extract<keyof paths, `/exports/${string}`>
export type ExportBody = { format: 'csv' | 'xlsx' } & Record<string, string>

const QUOTE = 0x22
const LINE_FEED = 0x0a

/** Counts the records of CSV in chunks of bytes: ends of lines that stand outside of quotes. */
function recordCounter(): (bytes: Uint8Array) => number {
  let quoted = false
  let records = 0
  return (bytes) => {
    for (const byte of bytes) {
      if (byte === QUOTE) quoted = !quoted
      else if (byte === LINE_FEED && !quoted) records += 1
    }
    return records
  }
}

function nameOf(disposition: string | null, kind: ExportKind, format: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1]
  return encoded ? decodeURIComponent(encoded) : `${kind}.${format}`
}

/**
 * Asks for an export, tells how far it is, and gives the file to the browser to keep. Throws `ApiError`, and the network's own
 * error where it broke off: half a file is none.
 */
export async function takeExport(
  kind: ExportKind,
  body: ExportBody,
  tell: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<number> {
  const path: ExportPath = `/exports/${kind}` as ExportPath
  const response = await fetch(`/api/portal${path}`, {
    method: 'POST',
    headers: { ...ownHeaders, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  })
  if (!response.ok || !response.body) throw await ApiError.of(response)
  const total = Number(response.headers.get('x-total-rows') ?? 0)
  const count = body.format === 'csv' ? recordCounter() : () => 0
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  const reader = response.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
    bytes += value.byteLength
    // The first record is the headings.
    tell({ bytes, rows: Math.max(count(value) - 1, 0), total })
  }
  const url = URL.createObjectURL(new Blob(chunks, { type: response.headers.get('content-type') ?? '' }))
  const link = document.createElement('a')
  link.href = url
  link.download = nameOf(response.headers.get('content-disposition'), kind, body.format)
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return total
}
