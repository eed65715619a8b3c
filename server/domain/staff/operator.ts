import { transaction, type Actor, type Db } from '../../kernel/context.ts'
import type { Instant } from '../../kernel/time.ts'
import { insertEvent } from '../events/event.ts'
import { hasSecondFactor } from './factors.ts'
import { createPasswordLink } from './password-change.ts'
import { removeSecondFactor } from './second-factor.ts'
import { endSessions } from './session.ts'
import { findUserByEmail, toldOfUser, type User } from './user.ts'

/** A user as the operator sees them. */
export interface UserListing {
  id: string
  email: string
  name: string
  /** `owner of Amsterdam Collectors FC`. */
  works: string[]
  secondFactor: boolean
  lastSeenAt: Instant | null
  disabledAt: Instant | null
}

/** Every user of every company, for the operator. Unscoped by purpose. */
export const listUsers = (sql: Db): Promise<UserListing[]> => sql<UserListing[]>`
  select u.id, u.email, u.name, ${hasSecondFactor(sql)} as "secondFactor",
         coalesce((select array_agg(m.role || ' of ' || c.name order by c.company_id)
                     from memberships m join companies c on c.company_id = m.company_id
                    where m.user_id = u.id), '{}') as works,
         (select max(s.last_seen_at) from user_sessions s where s.user_id = u.id) as "lastSeenAt",
         u.disabled_at as "disabledAt"
    from users u order by lower(u.email)`

/** Throws a sentence. */
async function userOf(sql: Db, email: string): Promise<User> {
  const user = await findUserByEmail(sql, email)
  if (!user) throw new Error(`there is no user ${email}`)
  return user
}

/** A link to set a new password; on demand without the second factor from now on. Returns its secret. */
export async function resetUser(
  sql: Db,
  now: Date,
  actor: Actor,
  email: string,
  { secondFactor }: { secondFactor: boolean },
): Promise<string> {
  const user = await userOf(sql, email)
  return transaction(sql, async (tx) => {
    if (secondFactor) await removeSecondFactor({ sql: tx, now, actor }, user.id)
    return createPasswordLink(tx, now, user.id)
  })
}

/** Lets nobody in under that account, and ends its sessions in every process; or lets them in again. */
export async function disableUser(
  sql: Db,
  now: Date,
  actor: Actor,
  email: string,
  disabled: boolean,
): Promise<void> {
  const user = await userOf(sql, email)
  await transaction(sql, async (tx) => {
    await tx`update users set disabled_at = ${disabled ? now : null} where id = ${user.id}`
    await tx`
      ${insertEvent({ sql: tx, now, actor }, disabled ? 'user.disabled' : 'user.enabled')}
        from ${toldOfUser(tx, user.id)}`
    await endSessions(tx, now, user.id)
  })
}
