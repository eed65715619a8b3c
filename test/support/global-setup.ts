import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '../../server/database/connect.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../server/database/embedded-postgres.ts'
import { migrate } from '../../server/database/migrate.ts'
import { TEMPLATE, URL_VARIABLE } from './database.ts'
import { buildWeb } from './web.ts'

let postgres: EmbeddedPostgres | undefined
let folder: string | undefined

/** One Postgres for the whole run, with a migrated database to clone. It need not survive anything, so it does not sync. */
export async function globalSetup(): Promise<void> {
  await buildWeb()
  folder = await mkdtemp(join(tmpdir(), 'balie-test-'))
  await chmod(folder, 0o755)
  postgres = await startEmbeddedPostgres({
    dataDir: folder,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  })
  const url = new URL(postgres.url)
  const sql = connect(url.href, { connections: 1 })
  await sql`create database ${sql(TEMPLATE)}`
  await sql.end()
  url.pathname = `/${TEMPLATE}`
  await migrate(url.href)
  process.env[URL_VARIABLE] = postgres.url
}

export async function globalTeardown(): Promise<void> {
  await postgres?.stop()
  if (folder !== undefined) await rm(folder, { recursive: true, force: true })
}
