import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { DeleteObjectCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { BalieError, notFound } from '../kernel/errors.ts'
import { partsOfKey, type Storage } from '../kernel/storage.ts'
import { measure, unreachable } from './measure.ts'

/** A bucket of any service that speaks S3. */
export interface S3Settings {
  bucket: string
  /** Undefined: Amazon's own. */
  endpoint: string | undefined
  region: string
  /** Undefined: as the SDK finds them (environment, instance role). */
  credentials: { accessKeyId: string; secretAccessKey: string } | undefined
  /** The bucket in the path instead of the host name. */
  pathStyle: boolean
}

export function s3Storage(settings: S3Settings): Storage {
  const { bucket: Bucket, endpoint, region, credentials, pathStyle } = settings
  const client = new S3Client({
    region,
    forcePathStyle: pathStyle,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
    // Newer checksums are unknown to many services that speak S3.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 5000, requestTimeout: 60_000 },
  })
  const keyOf = (key: string) => {
    partsOfKey(key)
    return { Bucket, Key: key }
  }
  return {
    async put(key, stream, { limitBytes }) {
      const { through, measured } = measure(limitBytes)
      // The service sees an object when all of it has come; past 5 MiB it goes in parts, which are dropped on failure.
      const upload = new Upload({
        client,
        params: { ...keyOf(key), Body: through },
        leavePartsOnError: false,
      })
      let broken: unknown
      const flowing = pipeline(stream, through).catch((error: unknown) => {
        broken ??= error
        return upload.abort()
      })
      try {
        await upload.done()
        await flowing
      } catch (error) {
        const ours = broken
        stream.destroy()
        through.destroy()
        await flowing.catch(() => {})
        throw ours ?? (error instanceof BalieError ? error : unreachable())
      }
      if (broken !== undefined) throw broken
      return measured()
    },
    async get(key, range) {
      try {
        const { Body } = await client.send(
          new GetObjectCommand({
            ...keyOf(key),
            ...(range ? { Range: `bytes=${range.start}-${range.end}` } : {}),
          }),
        )
        return Body as Readable
      } catch (error) {
        throw (error as Error).name === 'NoSuchKey' ? notFound('document') : unreachable()
      }
    },
    async delete(key) {
      await client.send(new DeleteObjectCommand(keyOf(key))).catch(() => {
        throw unreachable()
      })
    },
  }
}
