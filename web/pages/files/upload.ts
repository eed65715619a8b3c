import { ApiError } from '../../client/api-error.ts'
import { ownHeaders } from '../../client/client.ts'

/** Sends one file to a directory or the top, and tells how many bytes have left: `fetch` cannot. Throws `ApiError`. */
export function uploadFile(
  file: File,
  directory: string | undefined,
  onSent: (bytes: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const query = directory === undefined ? '' : `?directory=${encodeURIComponent(directory)}`
    request.open('POST', `/api/portal/v1/files${query}`)
    for (const [name, value] of Object.entries(ownHeaders)) request.setRequestHeader(name, value)
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded }) => onSent(Math.min(loaded, file.size)))
    request.addEventListener('load', () =>
      request.status < 300
        ? resolve()
        : void ApiError.of(Response.json(request.response ?? {}, { status: request.status })).then(reject),
    )
    request.addEventListener('error', () => reject(new TypeError('The network failed')))
    const body = new FormData()
    body.set('file', file)
    request.send(body)
  })
}
