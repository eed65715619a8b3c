import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import { transaction } from '../kernel/context.ts'

let database: TestDatabase
before(async () => {
  database = await createTestDatabase(2)
  await database.sql`create table marks (transaction boolean not null)`
})
after(() => database.drop())

test('transactions among many other queries are whole, and nothing else is in them', async () => {
  const { sql } = database
  const rolledBack = new Error('rolled back')
  // A query is sent when it is executed, or waited for.
  const mark = () => sql`insert into marks values (false)`.execute()
  const refused = () =>
    assert.rejects(
      transaction(sql, async (tx) => {
        await tx`insert into marks values (true)`
        throw rolledBack
      }),
      rolledBack,
    )
  await Promise.all([mark(), mark()])
  // Behind any number of queries, so that one stands last in a full pipeline, whatever its length is.
  for (let ahead = 0; ahead < 20; ahead++)
    await Promise.all([...Array.from({ length: ahead }, mark), refused(), refused(), mark()])
  const rows = await sql`select transaction, count(*)::integer as n from marks group by transaction`
  assert.deepEqual([...rows], [{ transaction: false, n: 212 }])
  const idle = await sql`
    select 1 from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`
  assert.equal(idle.length, 0)
})
