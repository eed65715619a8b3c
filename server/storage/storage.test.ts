import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { startS3, type FakeS3 } from '../../test/support/s3.ts'
import { BalieError } from '../kernel/errors.ts'
import { newId } from '../kernel/ids.ts'
import { storageKey, type Storage } from '../kernel/storage.ts'
import { diskStorage } from './disk.ts'
import { s3Storage } from './s3.ts'

let folder: string
let s3: FakeS3
const storages: Record<string, () => Storage> = {
  disk: () => diskStorage(folder),
  s3: () => s3Storage(s3.settings),
}
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balie-storage-'))
  s3 = await startS3()
})
after(async () => {
  await s3.stop()
  await rm(folder, { recursive: true, force: true })
})

const key = () => storageKey(7, newId())
const refusedAs = (code: string) => (error: unknown) => error instanceof BalieError && error.code === code
const LIMIT = { limitBytes: 50_000_000 }

for (const [name, storage] of Object.entries(storages)) {
  test(`${name}: what is put is got, in whole and in part, until it is deleted`, async () => {
    // The largest goes to S3 in several parts.
    for (const size of [0, 1, 100_000, 12_000_000]) {
      const bytes = randomBytes(size)
      const at = key()
      const chunks = Array.from({ length: Math.ceil(size / 65_536) }, (_, i) =>
        bytes.subarray(i * 65_536, (i + 1) * 65_536),
      )
      const stored = await storage().put(at, Readable.from(chunks, { objectMode: false }), LIMIT)
      assert.deepEqual(stored, {
        sizeBytes: size,
        sha256Hex: createHash('sha256').update(bytes).digest('hex'),
      })
      assert.ok((await buffer(await storage().get(at))).equals(bytes), String(size))
      if (size > 1000)
        assert.ok(
          (await buffer(await storage().get(at, { start: 10, end: 99 }))).equals(bytes.subarray(10, 100)),
        )
      await storage().delete(at)
      await assert.rejects(storage().get(at), refusedAs('not_found'))
      await storage().delete(at)
    }
  })

  test(`${name}: past the limit nothing is kept`, async () => {
    for (const size of [1001, 200_000, 7_000_000]) {
      const at = key()
      const endless = Readable.from(
        (function* () {
          for (let i = 0; i < size / 1000; i++) yield Buffer.alloc(1000)
        })(),
      )
      const limitBytes = size === 7_000_000 ? 6_000_000 : 1000
      await assert.rejects(storage().put(at, endless, { limitBytes }), refusedAs('too_large'))
      await assert.rejects(storage().get(at), refusedAs('not_found'))
    }
    const at = key()
    const exact = Readable.from([Buffer.alloc(1000)])
    assert.equal((await storage().put(at, exact, { limitBytes: 1000 })).sizeBytes, 1000)
  })

  test(`${name}: of a stream that breaks off nothing is kept, and its own error is passed on`, async () => {
    for (const chunks of [0, 1, 100]) {
      const at = key()
      const broken = Readable.from(
        (function* () {
          for (let i = 0; i < chunks; i++) yield Buffer.alloc(70_000)
          throw new Error('the sender hung up')
        })(),
      )
      await assert.rejects(storage().put(at, broken, LIMIT), /the sender hung up/)
      await assert.rejects(storage().get(at), refusedAs('not_found'))
    }
  })

  test(`${name}: a key that is none of ours never becomes a path`, async () => {
    for (const bad of [
      '../../etc/passwd',
      '7/..',
      '7/a',
      '/etc/passwd',
      `07/${newId()}`,
      `7/${newId()}/x`,
      `7/${newId()}\0`,
    ]) {
      await assert.rejects(storage().put(bad, Readable.from(['x']), LIMIT), /no key/)
      await assert.rejects(storage().get(bad), /no key/)
      await assert.rejects(storage().delete(bad), /no key/)
    }
  })
}

test('disk: nothing unfinished lies about', async () => {
  const files = await readdir(folder, { recursive: true })
  assert.deepEqual(
    files.filter((file) => file.endsWith('.part')),
    [],
  )
})

test('a storage that cannot be reached is unavailable, whatever is asked of it', async () => {
  const gone = s3Storage({ ...s3.settings, endpoint: 'http://127.0.0.1:1' })
  const nowhere = diskStorage(fileURLToPath(import.meta.url))
  const refused = s3Storage({ ...s3.settings, bucket: 'another' })
  for (const storage of [gone, nowhere, refused])
    await assert.rejects(storage.put(key(), Readable.from(['x']), LIMIT), refusedAs('unavailable'))
  await assert.rejects(gone.get(key()), refusedAs('unavailable'))
  await assert.rejects(gone.delete(key()), refusedAs('unavailable'))
})
