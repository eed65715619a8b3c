import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { BalieError, notFound } from '../kernel/errors.ts'
import { partsOfKey, type Storage } from '../kernel/storage.ts'
import { measure, unreachable } from './measure.ts'

const isMissing = (error: unknown) => (error as { code?: string }).code === 'ENOENT'

/** Errors of the file system bear a `syscall`; what the stream or the limit said is passed on. */
const passedOn = (error: unknown) =>
  error instanceof BalieError || (error as { syscall?: string }).syscall === undefined ? error : unreachable()

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}

/** Files below a folder. A file has its name when its bytes are on the disk, and not before. */
export function diskStorage(folder: string): Storage {
  const pathOf = (key: string) => {
    const { companyId, id } = partsOfKey(key)
    return join(folder, String(companyId), id)
  }
  return {
    async put(key, stream, { limitBytes }) {
      const path = pathOf(key)
      const part = `${path}.part`
      const { through, measured } = measure(limitBytes)
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
        await pipeline(stream, through, createWriteStream(part, { mode: 0o600, flush: true }))
        await rename(part, path)
        await sync(dirname(path))
      } catch (error) {
        stream.destroy()
        await rm(part, { force: true }).catch(() => {})
        throw passedOn(error)
      }
      return measured()
    },
    async get(key, range) {
      try {
        const handle = await open(pathOf(key), 'r')
        return createReadStream('', { fd: handle, ...range })
      } catch (error) {
        throw isMissing(error) ? notFound('document') : unreachable()
      }
    },
    async delete(key) {
      const path = pathOf(key)
      try {
        await rm(`${path}.part`, { force: true })
        await rm(path, { force: true })
      } catch {
        throw unreachable()
      }
    },
  }
}
