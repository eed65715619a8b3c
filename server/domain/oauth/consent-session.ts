import type { Db } from '../../kernel/context.ts'
import { hashOf } from '../access/key.ts'
import { companyOfSecret, newSecret } from './secret.ts'

const LIFETIME_MINUTES = 10

/** Somebody who has proved to decide for a company. The seam for staff accounts: their sessions give the same. */
export interface Consenter {
  companyId: number
  /** Whom events name. */
  id: string
}

/** Uses a consent code up: the secret of a session of ten minutes; undefined for a code that is none or was used. */
export async function openConsentSession(sql: Db, now: Date, code: string): Promise<string | undefined> {
  const companyId = companyOfSecret('consent', code)
  if (companyId === undefined) return undefined
  const session = newSecret('session', companyId)
  const [opened] = await sql`
    update consent_codes
       set session_hash = ${hashOf(session)}, session_expires_at = ${new Date(now.getTime() + LIFETIME_MINUTES * 60_000)}
     where company_id = ${companyId} and hash = ${hashOf(code)} and session_hash is null and expires_at > ${now}
    returning id`
  return opened && session
}

/** Who is in that session; undefined when it is over or none. */
export async function findConsenter(sql: Db, now: Date, session: string): Promise<Consenter | undefined> {
  const companyId = companyOfSecret('session', session)
  if (companyId === undefined) return undefined
  const [row] = await sql<Consenter[]>`
    select company_id as "companyId", id from consent_codes
     where company_id = ${companyId} and session_hash = ${hashOf(session)} and session_expires_at > ${now}`
  return row
}

/** Ends the session: one code is one decision. */
export async function closeConsentSession(sql: Db, now: Date, { companyId, id }: Consenter): Promise<void> {
  await sql`
    update consent_codes set session_expires_at = ${now}
     where company_id = ${companyId} and id = ${id} and session_expires_at > ${now}`
}
