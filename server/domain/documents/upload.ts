/**
 * A file that came with a request: stored, but of nobody yet. `claimUpload` makes a document of it; without that, it is
 * removed when the request is answered.
 */
export class Upload {
  readonly id: string
  readonly name: string
  readonly mime: string
  readonly sizeBytes: number
  readonly sha256Hex: string

  constructor(file: { id: string; name: string; mime: string; sizeBytes: number; sha256Hex: string }) {
    this.id = file.id
    this.name = file.name
    this.mime = file.mime
    this.sizeBytes = file.sizeBytes
    this.sha256Hex = file.sha256Hex
  }

  /** What makes two requests the same one (api/idempotency.ts): not the id, which is new each time. */
  toJSON() {
    const { name, mime, sizeBytes, sha256Hex } = this
    return { name, mime, sizeBytes, sha256Hex }
  }
}
