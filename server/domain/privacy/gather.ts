import type { Ctx } from '../../kernel/context.ts'
import type { PersonRows } from './person.ts'

/** Secrets of links and keys, and what only the system needs: no data of the person. */
const WITHHELD = /(^|_)(token|hash|secret|secrets|sealed|code|caught|leased_until|password)$|^company_id$/

/** The rows of one table as an export shows them, without secrets and without bytes. */
// oxlint-disable-next-line house/ask-permission -- its caller has asked for privacy
export async function gatherRows(ctx: Ctx, rows: PersonRows, table: string): Promise<object[]> {
  const { sql } = ctx
  const found = await sql<{ row: Record<string, unknown> }[]>`
    select to_jsonb(t) as row from ${sql(table)} t
     where t.company_id = ${ctx.company.companyId} and t.id = any(${[...(rows.get(table) ?? [])]}::uuid[])
     order by t.id`
  return found.map(({ row }) => shown(row) as object)
}

/** The same at every depth: the parameters of a mail hold links. */
function shown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shown)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, part]) => !WITHHELD.test(name) && !isBytes(part))
      .map(([name, part]) => [name, shown(part)]),
  )
}

/** As JSON of the database has them. */
const isBytes = (value: unknown): boolean => typeof value === 'string' && /^\\x[0-9a-f]*$/.test(value)
