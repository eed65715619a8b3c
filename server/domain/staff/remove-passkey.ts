import { transaction, type Db } from '../../kernel/context.ts'
import { insertEvent } from '../events/event.ts'
import { forgetNeedlessCodes } from './factors.ts'
import { confirmPassword } from './password-change.ts'
import { actorOfUser, toldOfUser } from './user.ts'

/**
 * Removes one of the user's passkeys: it signs in no more. With the last of the ways to prove oneself beyond the password
 * the recovery codes go too. False where there is none. Throws `invalid` (the password), `rate_limited`.
 */
export async function removePasskey(
  sql: Db,
  now: Date,
  userId: string,
  id: string,
  password: string,
): Promise<boolean> {
  await confirmPassword(sql, now, userId, password)
  const actor = actorOfUser(userId)
  return transaction(sql, async (tx) => {
    await tx`select from users where id = ${userId} for update`
    const [gone] = await tx<{ name: string }[]>`
      delete from user_passkeys where id = ${id} and user_id = ${userId} returning name`
    if (!gone) return false
    await forgetNeedlessCodes(tx, userId)
    await tx`
      ${insertEvent({ sql: tx, actor, now }, 'user.passkey_removed')}
        from ${toldOfUser(tx, userId, { name: gone.name })}`
    await tx`select pg_notify('access_changed', '')`
    return true
  })
}
