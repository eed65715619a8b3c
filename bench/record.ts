import postgres from 'postgres'
import type { Actor, Company } from '../server/kernel/context.ts'
import type { Case, World } from './cases.ts'
import { idInSql, idOf, LAST_SEEDED, walkOver } from './numbering.ts'

/** A statement as the server sends it, with what it was sent with. */
export interface Recorded {
  text: string
  parameters: unknown[]
  id: string
}

class Undo extends Error {}

/** Calls the verb itself, notes its statements, and takes back what it did. */
export async function recordStatements(
  databaseUrl: string,
  world: World,
  company: Company,
  { name, of, verb }: Case,
): Promise<Recorded[]> {
  const sent: { text: string; parameters: unknown[] }[] = []
  const sql = postgres(databaseUrl, {
    max: 1,
    fetch_types: false,
    connection: { TimeZone: 'UTC' },
    debug: (_connection, text, parameters) => void sent.push({ text, parameters: [...parameters] }),
  })
  const actor: Actor = { kind: 'api_key', id: world.companyUuid, permissions: 'all' }
  const id = of === undefined ? '' : idOf(of, 1)
  try {
    await sql.begin(async (tx) => {
      sent.length = 0
      await verb({ sql: tx, company, actor, now: new Date() }, id)
      throw new Undo()
    })
  } catch (error) {
    if (!(error instanceof Undo)) throw error
  } finally {
    await sql.end()
  }
  const statements = sent.filter(({ text }) => text !== 'rollback')
  if (statements.length === 0) throw new Error(`${name} sends no statement`)
  return statements.map((statement) => ({ ...statement, id }))
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const UUIDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** A parameter as Postgres reads it. */
function asText(value: unknown): string {
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/**
 * The statements as a pgbench script: every parameter stays one, save two kinds. The picked row's id is made of its
 * number, and the ids of new rows, which the server makes itself, are made by Postgres 18; also those within JSON.
 */
export function toScript(
  recorded: Recorded[],
  { of, pick, writes, rowOf = 'number' }: Case,
  world: World,
): { script: string; variables: Record<string, string> } {
  const variables: Record<string, string> = {}
  const walk = walkOver(world.tickets, pick)
  const lines = writes
    ? [
        '\\set k :first + :client_id * :each + :done',
        '\\set done :done + 1',
        `\\set at (:k * ${walk.stride}) % ${walk.size}`,
        pick === 'any' ? '\\set number :at + 1' : '\\set number :at * 2 + 1',
      ]
    : of === undefined
      ? []
      : [`\\set number random(1, ${world.tickets})`]
  const row = rowOf === 'number' ? ':number::bigint' : '((:number::bigint + 3) / 4)'
  const statements = recorded.map(({ text, parameters, id }, i) =>
    text
      .replace(/\$(\d+)/g, (_match, n: string) => {
        const value = parameters[Number(n) - 1]
        if (of !== undefined && value === id) return idInSql(of, row)
        if (typeof value === 'string' && UUID.test(value) && value > LAST_SEEDED) return 'uuidv7()'
        // What pgbench's variables cannot be.
        if (value === null) return 'null'
        if (value === '') return "''"
        const name = `p${i}_${n}`
        variables[name] = asText(value)
        const fresh = typeof value === 'object' ? (variables[name].match(UUIDS) ?? []) : []
        if (fresh.length === 0) return `:${name}`
        const made = fresh.reduce(
          (json, uuid) => `replace(${json}, '${uuid}', uuidv7()::text)`,
          `:${name}::text`,
        )
        return `${made}::jsonb`
      })
      .trim(),
  )
  return { script: [...lines, ...statements.map((statement) => `${statement};`), ''].join('\n'), variables }
}
