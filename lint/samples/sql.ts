import { fine, refused, type Sample } from './sample.ts'

const close = 'server/domain/tickets/close.ts'
const routes = 'server/api/clubcollect/tickets/routes.ts'
const runs = (sql: string) => `const run = (ctx) => ctx.sql<Row[]>\`${sql}\``

export const noSqlInApi: Sample[] = [
  fine(
    'an API hands the connection on',
    routes,
    'export const context = (deps) => ({ sql: deps.sql, now: deps.clock() })',
  ),
  fine(
    'another kind of template',
    routes,
    'export const key = String.raw`one`\nexport const text = `select ${key}`',
  ),
  ...[
    'ctx.sql`select 1`',
    'sql`select 1`',
    'tx<Row[]>`select 1`',
    'query`  select 1 from tickets`',
    "ctx.sql('tickets')",
    "ctx.sql.unsafe('select 1')",
    'sql.begin(work)',
  ].map((code) =>
    refused(`an API runs ${code}`, routes, `export const run = () => ${code}`, /never touches SQL/),
  ),
  refused(
    'so does the edge',
    'server/api/edge.ts',
    'export const run = (ctx) => ctx.sql`select 1`',
    /never touches SQL/,
  ),
  fine(
    'a test of an API may',
    'server/api/clubcollect/tickets/routes.test.ts',
    'export const run = (ctx) => ctx.sql`select 1`',
  ),
  fine('the domain does', close, runs('select 1')),
]

export const ownerWrites: Sample[] = [
  fine(
    'a module writes its tables and the events',
    close,
    runs(
      'with t as (update tickets as t set state = ${s} where id = ${id} returning *), m as (insert into ticket_messages (id) select id from t), e as (INSERT INTO public.events (id) select id from t) select id from t',
    ),
  ),
  fine(
    'it reads a neighbour',
    close,
    runs(
      'select i.id from invoices i join customers c using (company_id) where c.id = ${id} for no key update of i',
    ),
  ),
  fine(
    'locks, upserts, comments and literals are not writes',
    close,
    runs(
      "insert into tickets as t (id) select id from invoices for update skip locked on conflict (id) do update set title = 'delete from invoices' -- update invoices set x\n /* insert into batches */",
    ),
  ),
  fine(
    'a CTE may be called update',
    close,
    runs('with update as (select 1) select * from update, copy where true'),
  ),
  refused(
    'it writes a neighbour',
    close,
    runs(
      'with i as (update invoices set paid_at = now()), b as (delete from batches) insert into "customers" (id) values (${id})',
    ),
    /invoices writes invoices/,
    /batches writes batches/,
    /customers writes customers/,
  ),
  refused(
    'with an alias, in capitals, over lines',
    close,
    runs('UPDATE ONLY\n  invoices AS i\n  SET paid_at = now()'),
    /invoices writes invoices/,
  ),
  refused(
    'by other words',
    close,
    `${runs('merge into invoices using x on true when matched then delete')}\nexport const b = (sql) => sql\`truncate table batches\``,
    /writes invoices/,
    /writes batches/,
  ),
  refused(
    'a fragment is read too',
    close,
    'export const part = (ctx) => ctx.sql`line as (insert into invoice_lines (id) select 1)`',
    /writes invoice_lines/,
  ),
  refused(
    'events are only added to',
    close,
    runs('delete from events'),
    /server\/domain\/events writes events/,
  ),
  refused(
    'the counts are their triggers',
    close,
    runs('update page_counts set rows = 0'),
    /its triggers only/,
  ),
  refused(
    'an unknown table',
    close,
    runs('insert into reminders (id) values (1)'),
    /Nobody owns the table reminders/,
  ),
  refused(
    'a table that cannot be read',
    close,
    `${runs('insert into ${ctx.sql(table)} (id) values (1)')}\nexport const b = (ctx) => ctx.sql.unsafe(text)`,
    /stands in the text/,
    /cannot be checked/,
  ),
  refused(
    'unsafe text',
    close,
    "export const run = (ctx) => ctx.sql.unsafe('delete from invoices')",
    /writes invoices/,
  ),
  refused(
    'a job writes',
    'server/jobs/remind.ts',
    "export const run = (helpers) => helpers.query('update tickets set state = 1')\nexport const b = (sql) => sql`insert into events (id) values (1)`",
    /tickets writes tickets/,
    /events writes events/,
  ),
  fine(
    'the migrations are the database’s own',
    'server/database/migrate.ts',
    'export const run = (sql, text) => [sql`insert into migrations (name) values (1)`, sql.unsafe(text)]',
  ),
  fine(
    'a test may prepare what it needs',
    'server/domain/tickets/close.test.ts',
    runs('delete from invoices'),
  ),
  fine(
    'a line with a reason',
    close,
    '// oxlint-disable-next-line house/owner-writes -- one statement, or two payments could pass\nexport const run = (ctx) => ctx.sql`\n  update invoices set paid_at = now()`',
  ),
]
