import Type from 'typebox'
import type { Upload } from '../domain/documents/upload.ts'

/** What may be uploaded in a field. */
export interface FileRule {
  /** Found in the bytes, not believed from the sender. Left out: anything. */
  types?: readonly string[]
  /** Left out: the limit of the configuration. */
  maxBytes?: number
}

/** The parts of a body's JSON schema that say how a form is read. */
export interface FormShape {
  type?: string
  properties?: Record<string, FormShape>
  items?: FormShape
  maxItems?: number
  /** A file. */
  'x-file'?: FileRule
}

/** A file in a multipart body, or `Type.Array` of it: the handler finds an `Upload` there. */
export const fileField = (description: string, rule: FileRule = {}) =>
  Type.Unsafe<Upload>({ type: 'string', format: 'binary', description, 'x-file': rule })

export const holdsFile = (shape: FormShape | undefined): boolean =>
  shape !== undefined &&
  (shape['x-file'] !== undefined ||
    holdsFile(shape.items) ||
    Object.values(shape.properties ?? {}).some(holdsFile))

/** The schema without what it says of files, which are no JSON: the softening checks them. */
export const withoutFiles = (schema: object): object =>
  holdsFile(schema)
    ? (JSON.parse(JSON.stringify(schema), (_key, value: unknown) =>
        typeof value === 'object' && value !== null && 'x-file' in value ? {} : value,
      ) as object)
    : schema
