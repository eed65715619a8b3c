import type { Actor, Db, Tx } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import type { Instant } from '../../kernel/time.ts'
import { ownPermissions } from './role.ts'

/** Somebody who may sign in. */
export interface User {
  id: string
  email: string
  name: string
  passwordHash: string
  totpSecret: Buffer | null
  totpPending: Buffer | null
  hasPasskey: boolean
  disabledAt: Instant | null
}

const columns = (sql: Db | Tx) => sql`
  id, email, name, password_hash as "passwordHash", totp_secret as "totpSecret", totp_pending as "totpPending",
  disabled_at as "disabledAt", exists (select from user_passkeys p where p.user_id = users.id) as "hasPasskey"`

export async function findUserByEmail(sql: Db | Tx, email: string): Promise<User | undefined> {
  const [user] = await sql<User[]>`select ${columns(sql)} from users where lower(email) = lower(${email})`
  return user
}

export async function findUser(sql: Db | Tx, id: string): Promise<User | undefined> {
  const [user] = await sql<User[]>`select ${columns(sql)} from users where id = ${id}`
  return user
}

/** A user at what is theirs alone. */
export const actorOfUser = (userId: string): Actor => ({
  kind: 'user',
  id: userId,
  permissions: ownPermissions,
})

/** The companies that hear of what a user does to their account, as the rows of their events; `after` is JSON or null. */
export const toldOfUser = (sql: Db | Tx, userId: string, after: object | null = null) => sql`
  (select company_id, user_id as id, null as before, ${after === null ? null : JSON.stringify(after)}::text as after
     from memberships where user_id = ${userId}) told`

/** Trimmed. Throws `invalid`. */
export function checkEmail(email: string, field = 'email'): string {
  const address = email.trim()
  if (address.length > 254 || !/^[^\s@<>(),;:"\\[\]\p{Cc}]{1,64}@[^\s@<>(),;:"\\[\]\p{Cc}]+$/u.test(address))
    throw invalid(field, 'must be an e-mail address')
  return address
}

/** Trimmed. Throws `invalid`. */
export function checkName(name: string, field = 'name'): string {
  const trimmed = name.trim()
  if (trimmed === '' || trimmed.length > 100) throw invalid(field, 'must have 1 to 100 characters')
  return trimmed
}
