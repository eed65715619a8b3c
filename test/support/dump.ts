import type { Db } from '../../server/kernel/context.ts'

/** Every row of a database, or of one tenant in it. */
export interface Dump {
  /** Per table all its rows as JSON, in an order of their own: equal dumps are equal data, byte for byte. */
  read(companyId?: number): Promise<Record<string, string>>
  /** A short text that changes with any write, also one that leaves the row as it was. */
  digest(): Promise<string>
}

/** Knows every table of the schema and the queue of jobs, also those that are yet to be thought of. */
export async function dumpOf(sql: Db): Promise<Dump> {
  // Tries are counted also where they are refused: that is what the count is for; so are the uses of a key.
  const tables = await sql<{ name: string; tenant: boolean; personal: boolean }[]>`
    select c.relname as name,
           exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'company_id' and a.attnotnull)
             as tenant,
           exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'user_id') as personal
      from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') 
       and c.relname not in ('staff_attempts', 'api_key_uses')
     order by 1`
  // Where a row lies and who put it there: any write changes that, and no text is read for it.
  const rowsOf = (name: string) => sql`
    (select count(*) || ' ' || coalesce(sum(hashtextextended(ctid::text || xmin::text, 0)), 0) || ' ' from ${sql(name)})`

  async function read(companyId?: number): Promise<Record<string, string>> {
    const dump: Record<string, string> = {}
    const staff = sql`(select user_id from memberships where company_id = ${companyId ?? null})`
    const scopeOf = ({ name, tenant, personal }: (typeof tables)[number]) => {
      if (tenant) return sql`where company_id = ${companyId!}`
      if (personal) return sql`where user_id in ${staff}`
      return name === 'users' ? sql`where id in ${staff}` : sql``
    }
    for (const table of tables) {
      const { name } = table
      const mine = companyId === undefined ? sql`` : scopeOf(table)
      const [{ rows }] = await sql<[{ rows: string }]>`
        select coalesce(jsonb_agg(row order by row::text), '[]')::text as rows
          from (select to_jsonb(t) as row from ${sql(name)} t ${mine}) r`
      dump[name] = rows
    }
    const ofCompany =
      companyId === undefined ? sql`` : sql`where (payload->>'companyId')::integer = ${companyId}`
    const [{ rows }] = await sql<[{ rows: string }]>`
      select coalesce(jsonb_agg(row order by row::text), '[]')::text as rows
        from (select to_jsonb(t) as row from graphile_worker._private_jobs t ${ofCompany}) r`
    dump['jobs'] = rows
    return dump
  }

  // Counts statements that write, also those that are taken back: while it stands still nothing was written, which is
  // cheaper to know than the digest of all.
  await sql.unsafe(`
    create schema watch;
    create sequence watch.writes;
    create function watch.note() returns trigger language plpgsql as $$
      begin perform nextval('watch.writes'); return null; end $$;
    ${[...tables.map(({ name }) => name), 'graphile_worker._private_jobs']
      .map(
        (name) =>
          `create trigger zz_watched after insert or update or delete on ${name} execute function watch.note();`,
      )
      .join('\n')}`)
  let known: { writes: number; digest: string } | undefined

  return {
    read,
    async digest() {
      const [{ writes }] = await sql<[{ writes: number }]>`select last_value as writes from watch.writes`
      if (known?.writes === writes) return known.digest
      const parts = tables.map(({ name }) => rowsOf(name))
      const all = parts.reduce((text, part) => sql`${text} || ${part}`)
      const [{ digest }] = await sql<[{ digest: string }]>`
        select ${all} || (select count(*) from graphile_worker._private_jobs) as digest`
      known = { writes, digest }
      return digest
    },
  }
}
