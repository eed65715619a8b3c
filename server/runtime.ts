import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from './config.ts'
import { connect } from './database/connect.ts'
import { startEmbeddedPostgres } from './database/embedded-postgres.ts'
import { migrate } from './database/migrate.ts'
import { notedStorage } from './domain/documents/noted-storage.ts'
import type { Db } from './kernel/context.ts'
import type { Storage } from './kernel/storage.ts'
import { vault, type Vault } from './kernel/vault.ts'
import { diskStorage } from './storage/disk.ts'

/** A migrated database to work on, whichever it is. */
export interface Database {
  url: string
  sql: Db
  close(): Promise<void>
}

/** Opens the database of the configuration, or the embedded one, and brings it to this program's schema. */
export async function openDatabase(config: Config): Promise<Database> {
  const embedded = config.databaseUrl === undefined ? await startEmbeddedPostgres(config) : undefined
  const url = config.databaseUrl ?? embedded!.url
  try {
    await migrate(url)
  } catch (error) {
    await embedded?.stop()
    throw error
  }
  const sql = connect(url, { connections: config.databaseConnections })
  return {
    url,
    sql,
    async close() {
      await sql.end({ timeout: 5 })
      await embedded?.stop()
    },
  }
}

/** The key that stored secrets are sealed with: of the environment, or made once and kept in DATA_DIR. */
export async function openVault(config: Config): Promise<Vault> {
  if (config.secretKey !== undefined) return vault(Buffer.from(config.secretKey, 'hex'))
  const file = join(config.dataDir, 'secret-key')
  await mkdir(config.dataDir, { recursive: true })
  await writeFile(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' }).catch(
    (error: { code?: string }) => {
      if (error.code !== 'EEXIST') throw error
    },
  )
  return vault(Buffer.from((await readFile(file, 'utf8')).trim(), 'hex'))
}

/** Where the bytes of documents are: a bucket, or a folder in DATA_DIR. The notes have connections of their own. */
export async function openStorage(
  config: Config,
  databaseUrl: string,
): Promise<{ storage: Storage; close(): Promise<void> }> {
  const bytes = await openBytes(config)
  const notes = connect(databaseUrl, { connections: 2, name: 'balie uploads' })
  return { storage: notedStorage(notes, bytes), close: () => notes.end({ timeout: 5 }) }
}

/** The same without the notes, for those who only read. What speaks to buckets takes 50 MB, so only who has one loads it. */
export const openBytes = async (config: Config): Promise<Storage> =>
  config.s3
    ? (await import('./storage/s3.ts')).s3Storage(config.s3)
    : diskStorage(join(config.dataDir, 'documents'))
