import { randomBytes } from 'node:crypto'
import { connect } from '../../server/database/connect.ts'
import type { Db } from '../../server/kernel/context.ts'

export const TEMPLATE = 'balie_template'
export const URL_VARIABLE = 'BALIE_TEST_DATABASE_URL'

export interface TestDatabase {
  url: string
  sql: Db
  drop(): Promise<void>
}

/** A migrated database of one's own. Needs the run's global setup (`npm test`, or `--test-global-setup`). */
export async function createTestDatabase(connections = 10): Promise<TestDatabase> {
  const base = process.env[URL_VARIABLE]
  if (!base) throw new Error('run the tests with npm test: they need test/support/global-setup.ts')
  const name = `test_${randomBytes(6).toString('hex')}`
  const admin = connect(base, { connections: 1 })
  await admin`create database ${admin(name)} template ${admin(TEMPLATE)}`
  const url = new URL(base)
  url.pathname = `/${name}`
  const sql = connect(url.href, { connections })
  return {
    url: url.href,
    sql,
    async drop() {
      await sql.end({ timeout: 5 })
      await admin`drop database ${admin(name)} with (force)`
      await admin.end()
    },
  }
}
