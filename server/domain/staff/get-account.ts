import type { Db } from '../../kernel/context.ts'
import type { Passkey } from './passkey.ts'

/** How somebody proves who they are. */
export interface Account {
  /** There is an authenticator app. */
  app: boolean
  /** The oldest first. */
  passkeys: Passkey[]
  /** Recovery codes that were not used. */
  recoveryCodesLeft: number
}

/** The user's own. */
export async function getAccount(sql: Db, userId: string): Promise<Account> {
  const [user] = await sql<Pick<Account, 'app' | 'recoveryCodesLeft'>[]>`
    select u.totp_secret is not null as app,
           (select count(*) from user_recovery_codes c where c.user_id = u.id and c.used_at is null)::integer
             as "recoveryCodesLeft"
      from users u where u.id = ${userId}`
  const passkeys = await sql<Passkey[]>`
    select id, name, synced, created_at as "createdAt", last_used_at as "lastUsedAt"
      from user_passkeys where user_id = ${userId} order by created_at, id`
  return { app: user?.app ?? false, recoveryCodesLeft: user?.recoveryCodesLeft ?? 0, passkeys }
}
