import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { runMigrations } from 'graphile-worker'
import type { Db, Tx } from '../kernel/context.ts'
import { connect } from './connect.ts'

const folder = new URL('./migrations/', import.meta.url)

interface Migration {
  name: string
  sql: string
  hash: string
}

async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8')
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function applyMissing(sql: Tx, migrations: Migration[]): Promise<string[]> {
  await sql`create table if not exists migrations (name text primary key, hash text not null, applied_at timestamptz not null default now())`
  const applied = new Map(
    (await sql<{ name: string; hash: string }[]>`select name, hash from migrations`).map((row) => [
      row.name,
      row.hash,
    ]),
  )
  const known = new Set(migrations.map((migration) => migration.name))
  for (const name of applied.keys()) {
    if (!known.has(name))
      throw new Error(`the database is newer than this program: it has the migration ${name}`)
  }
  const missing = migrations.filter((migration) => !applied.has(migration.name))
  for (const { name, sql: text, hash } of migrations) {
    const before = applied.get(name)
    if (before !== undefined && before !== hash)
      throw new Error(`the migration ${name} was changed after it was applied`)
    if (before !== undefined) continue
    await sql.unsafe(text)
    await sql`insert into migrations (name, hash) values (${name}, ${hash})`
  }
  return missing.map((migration) => migration.name)
}

/**
 * Brings the database to this program's schema, the job queue's tables included. Safe to run from many processes at
 * once (an advisory lock lets one through at a time) and again. Returns the names of the migrations it applied.
 */
export async function migrate(url: string): Promise<string[]> {
  const sql = connect(url, { connections: 1, name: 'balie migrate' })
  try {
    const [{ major }] = await sql<[{ major: number }]>`
      select current_setting('server_version_num')::int / 10000 as major`
    if (major < 15) throw new Error(`Balie needs PostgreSQL 15 or newer, this is ${major}`)
    await sql`select pg_advisory_lock(1651270756)`
    const applied = await sql.begin(async (tx) => applyMissing(tx as Tx, await readMigrations()))
    await runMigrations({ connectionString: url })
    await sql`select pg_advisory_unlock(1651270756)`
    return applied
  } finally {
    await sql.end()
  }
}

/** Whether every migration of this program is in the database. */
export async function isMigrated(sql: Db): Promise<boolean> {
  const names = (await readMigrations()).map((migration) => migration.name)
  const [{ count }] = await sql<[{ count: number }]>`
    select count(*) as count from migrations where name = any(${names})`
  return count === names.length
}
