import { readConfig, type Config } from '../config.ts'
import { findCompany } from '../domain/companies/company.ts'
import { listCompanies } from '../domain/companies/list-companies.ts'
import type { Actor, Company, Ctx, Db } from '../kernel/context.ts'
import { openDatabase } from '../runtime.ts'

export const operator: Actor = { kind: 'operator', id: 'cli', permissions: 'all' }

/** Runs a command on the database of the configuration, beside a server that may be running, and lets go of it. */
export async function withDatabase(work: (sql: Db, config: Config) => Promise<void>): Promise<void> {
  const config = readConfig()
  const database = await openDatabase({ ...config, databaseConnections: 2 })
  try {
    await work(database.sql, config)
  } finally {
    await database.close()
  }
}

/** A company by its number, its UUID or its exact name. Throws a sentence. */
export async function companyNamed(sql: Db, name: string): Promise<Company> {
  const found = (await listCompanies(sql)).filter(
    (company) => String(company.companyId) === name || company.id === name || company.name === name,
  )
  if (found.length !== 1)
    throw new Error(`there ${found.length === 0 ? 'is no company' : 'are several companies'} ${name}`)
  return (await findCompany(sql, found[0]!.companyId))!
}

export const operatorCtx = (sql: Db, company: Company): Ctx => ({
  sql,
  company,
  actor: operator,
  now: new Date(),
})

/** Prints a result: as JSON when asked, else as lines of `name  value`. */
export function print(
  json: boolean | undefined,
  rows: Record<string, unknown> | Record<string, unknown>[],
): void {
  if (json) {
    console.log(JSON.stringify(rows, null, 2))
    return
  }
  for (const row of [rows].flat()) {
    const width = Math.max(...Object.keys(row).map((name) => name.length))
    for (const [name, value] of Object.entries(row))
      console.log(`${name.padEnd(width)}  ${Array.isArray(value) ? value.join(', ') : String(value ?? '-')}`)
    if (Array.isArray(rows)) console.log('')
  }
}
