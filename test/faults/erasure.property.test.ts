import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { encodeId } from '../../server/api/mijnklantportaal/ids.ts'
import { answerRequest, type AnswerDeps } from '../../server/domain/privacy/answer-request.ts'
import { beginErasing } from '../../server/domain/privacy/erase-own-rows.ts'
import { findPersonRows } from '../../server/domain/privacy/person.ts'
import { getPrivacyRequest } from '../../server/domain/privacy/request.ts'
import { startErasure } from '../../server/domain/privacy/start-erasure.ts'
import { bundle } from '../../server/jobs/answer-privacy.ts'
import { transaction, type Db } from '../../server/kernel/context.ts'
import { startTestApp, testVault, type Tenant, type TestApp } from '../support/app.ts'
import { dumpOf } from '../support/dump.ts'
import { aPerson, type Somebody } from '../support/person.ts'
import { aWebhook } from '../support/webhooks.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const deps = (sql: Db): AnswerDeps => ({
  sql,
  vault: testVault,
  storage: running.storage,
  now: running.clock.now(),
  bundle: (entries) => bundle(entries, running.clock.now()),
})

const other: Somebody = {
  name: 'Willemijn Anders',
  email: 'willemijn@example.net',
  phone: '0687654321',
  iban: 'NL02ABNA0123456789',
  address: 'Anderslaan 7',
  zipCode: '9999ZZ',
}

/** Names with what breaks patterns, JSON and SQL. */
const somebody: fc.Arbitrary<Somebody> = fc.record({
  name: fc
    .tuple(
      fc.constantFrom('Jo', 'Łucja', 'Anne-Marie', "D'Angelo", 'María José', 'Q"uote', 'Back\\slash'),
      fc.constantFrom('van der Veen', "O'Brien (sr.)", 'Żak', 'Smith [x]', 'A.B*C', 'Großkreutz', '50% & Co'),
    )
    .map((parts) => parts.join(' ')),
  email: fc.constantFrom('jo+club@mail.example', 'j.o_1@sub.mail.example', 'JoVeen@Mail.example'),
  phone: fc.constantFrom('0612345678', '+31 6 1234 5678', '06-12345678'),
  iban: fc.constant('NL91ABNA0417164300'),
  address: fc.constantFrom('Zonnelaan 12a', 'Plein (oost) 3'),
  zipCode: fc.constantFrom('3511XD', '1017 CT'),
})

/** What must be nowhere; `%` and `_` are signs like any other. */
const traces = ({ name, email, iban, phone }: Somebody) => [
  name,
  JSON.stringify(name).slice(1, -1),
  email,
  `new.${email}`,
  encodeURIComponent(email),
  iban,
  'NL91 ABNA 0417 1643 00',
  phone,
  '+31612345678',
  '31612345678',
]

/** Every row of every table that holds one of the traces, the queue of jobs too; but for those of other tenants. */
async function found(who: Somebody, { company }: Tenant): Promise<string[]> {
  const { sql } = running.database
  const tables = await sql<{ name: string; tenant: boolean }[]>`
    select c.oid::regclass::text as name,
           exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'company_id') as tenant
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and (n.nspname = 'public' or c.relname = '_private_jobs')`
  const hits: string[] = []
  for (const { name, tenant } of tables) {
    const rows = await sql.unsafe(
      `select t::text as row from ${name} t, unnest($1::text[]) trace
        where strpos(lower(t::text), lower(trace)) > 0 ${tenant ? 'and coalesce(t.company_id, $2) = $2' : 'and $2::integer is not null'}`,
      [traces(who), company.companyId],
    )
    hits.push(...rows.map(({ row }) => `${name} ${String(row).slice(0, 300)}`))
  }
  return hits
}

/** Writes the person into every column of words of their rows that takes it: also those that no fixture fills. */
async function scribble(tenant: Tenant, customerId: string, { name, email }: Somebody): Promise<number> {
  const { sql } = running.database
  const { companyId } = tenant.company
  let written = 0
  for (const [table, ids] of await findPersonRows(tenant.ctx(), customerId)) {
    const columns = await sql<{ name: string; type: string }[]>`
      select name::text as name, type from columns_of_words(${table}::text::regclass)`
    for (const column of columns) {
      if (/token|secret|locale|email|to_address/.test(column.name)) continue
      const words = `${name} <${email}>`
      const value = {
        text: `${column.name} || ' ' || $3`,
        jsonb: `coalesce(${column.name}, '{}') || jsonb_build_object('x', $3::text)`,
      }
      if (!(column.type in value)) continue
      const change = transaction(sql, async (tx) => {
        await beginErasing({ sql: tx })
        const { count } = await tx.unsafe(
          `update ${table} set "${column.name}" = ${value[column.type as 'text' | 'jsonb'].replaceAll(column.name, `"${column.name}"`)}
            where company_id = $1 and id = any($2::uuid[])`,
          [companyId, [...ids], words],
        )
        written += count
      })
      // What a column's rule does not allow cannot be there.
      await change.catch((error: { code?: string }) =>
        assert.match(String(error.code), /^(23|22|P0)/, String(error)),
      )
    }
  }
  return written
}

const ledgerOf = (companyId: number) => running.database.sql`
  select invoice_id, kind, subtype, sum(amount_cents) as cents, count(*) as lines from invoice_lines
   where company_id = ${companyId} group by 1, 2, 3 order by 1, 2, 3`

async function rowsOf(tenant: Tenant, customerId: string): Promise<string> {
  const { sql } = running.database
  const shown: unknown[] = []
  for (const [table, ids] of [...(await findPersonRows(tenant.ctx(), customerId))].sort())
    shown.push(
      table,
      (
        await sql`select to_jsonb(t) as row from ${sql(table)} t
                  where company_id = ${tenant.company.companyId} and id = any(${[...ids]}::uuid[]) order by id`
      ).map(({ row }) => row as unknown),
    )
  return JSON.stringify(shown)
}

test('whoever is erased is nowhere, the ledger adds up, and everybody else is as they were', async () => {
  const dump = await dumpOf(running.database.sql)
  await fc.assert(
    fc.asyncProperty(somebody, async (who) => {
      const { sql } = running.database
      const [tenant, elsewhere] = [await running.tenant(), await running.tenant()]
      await aWebhook(tenant, 'customer-created', 'https://example.com/hook')
      const person = await aPerson(running, tenant, who)
      const neighbour = await aPerson(running, tenant, other)
      await aPerson(running, elsewhere, who)
      await sql`
        update webhook_deliveries set body = ${JSON.stringify(who)} where company_id = ${tenant.company.companyId}
           and event_id in (select id from events where subject_id = ${person.id})`
      const again = await running.app.inject({
        method: 'PATCH',
        url: `/v1/customers/${encodeId('customer', person.id)}`,
        headers: { authorization: tenant.bearer, 'idempotency-key': 'k' },
        payload: { city: 'Utrecht' },
      })
      assert.equal(again.statusCode, 200, again.body)
      assert.ok((await scribble(tenant, person.id, who)) > 50)
      const [theirs, foreign, ledger] = [
        await rowsOf(tenant, neighbour.id),
        await dump.read(elsewhere.company.companyId),
        await ledgerOf(tenant.company.companyId),
      ]
      const [{ name }] = await sql<[{ name: string }]>`select name from customers where id = ${person.id}`
      const id = await startErasure(tenant.ctx(), testVault, person.id, name)
      // The first attempt breaks off in the middle.
      let changes = 0
      const failing = new Proxy(sql, {
        get(target, property, receiver) {
          if (property === 'begin' && (changes += 1) === 9)
            return () => Promise.reject(new Error('the power went'))
          return Reflect.get(target, property, receiver) as unknown
        },
      })
      const job = { companyId: tenant.company.companyId, requestId: id }
      await assert.rejects(answerRequest(deps(failing), job), /the power went/)
      const half = await getPrivacyRequest(tenant.ctx(), id)
      assert.equal(half.state, 'running')
      assert.ok(half.stepsDone > 0 && half.stepsDone < half.steps)
      assert.equal(await answerRequest(deps(sql), job), true)
      assert.equal(await answerRequest(deps(sql), job), false)

      assert.deepEqual(await found(who, tenant), [])
      assert.equal(await rowsOf(tenant, neighbour.id), theirs)
      const { idempotency_keys: _, ...now } = await dump.read(elsewhere.company.companyId)
      const { idempotency_keys: __, ...then } = foreign
      for (const table of Object.keys(then))
        if (await isTenants(table)) assert.equal(now[table], then[table], table)
      assert.deepEqual([...(await ledgerOf(tenant.company.companyId))], [...ledger])
      const done = await getPrivacyRequest(tenant.ctx(), id)
      assert.deepEqual([done.state, done.stepsDone], ['done', done.steps])
      assert.ok(
        done.items!.some(
          ({ fate, reason, until }) =>
            fate === 'pseudonymised' && reason === 'tax_law' && until === '2033-12-31',
        ),
      )
    }),
    { numRuns: 4, endOnFailure: true },
  )
})

const isTenants = async (table: string): Promise<boolean> =>
  (
    await running.database.sql`
      select from pg_attribute where attrelid = to_regclass(${table}) and attname = 'company_id'`
  ).length > 0
