import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { transaction, type Actor, type Db, type Tx } from '../../kernel/context.ts'
import { BalieError } from '../../kernel/errors.ts'
import type { Vault } from '../../kernel/vault.ts'
import { hashOf } from '../access/key.ts'
import { insertEvent } from '../events/event.ts'
import { forgetAttempts, limitAttempts } from './attempts.ts'
import { isPassword, nobodysHash } from './password.ts'
import type { RelyingParty } from './passkey.ts'
import { provePasskey, wrongPasskey } from './prove-passkey.ts'
import { openSession, type Origin } from './session.ts'
import { recoveryCodeOf, stepOfCode } from './totp.ts'
import { actorOfUser, findUserByEmail, toldOfUser, type User } from './user.ts'

export interface Credentials {
  email: string
  password: string
  /** Of the authenticator app, or a recovery code. */
  code?: string
  /** What one of the account's passkeys says, in place of a code. */
  passkey?: AuthenticationResponseJSON
}

interface With {
  sql: Db
  vault: Vault
  now: Date
  /** Undefined where the address of this installation has no passkeys. */
  party: RelyingParty | undefined
}

/**
 * Begins a session. An account that is not there, is disabled or has another password is answered alike and takes as long:
 * a password is checked in any case. Throws `unauthenticated`, `second_factor_required` (the password is right),
 * `rate_limited`.
 */
export async function signIn(
  { sql, vault, now, party }: With,
  { email, password, code, passkey }: Credentials,
  origin: Origin,
  replaced?: string,
): Promise<{ token: string; userId: string }> {
  const account = { kind: 'account', of: email } as const
  await limitAttempts(sql, now, [account, { kind: 'address', of: origin.address }])
  const nobody = await nobodysHash()
  const user = await findUserByEmail(sql, email)
  const right = await isPassword(password, user?.passwordHash ?? nobody)
  if (!user || !right || user.disabledAt !== null)
    throw new BalieError('unauthenticated', '', 'The e-mail address or the password is wrong.')
  if (party && passkey) {
    const proved = await provePasskey({ sql, now, party }, passkey, origin)
    if (proved.id !== user.id) throw wrongPasskey()
  }
  const proven = party !== undefined && passkey !== undefined
  const token = await transaction(sql, async (tx) => {
    if (!proven && (user.totpSecret !== null || user.hasPasskey))
      await useSecondFactor({ sql: tx, vault, now }, user, code)
    return enter(tx, now, user, origin, replaced)
  })
  await forgetAttempts(sql, account)
  return { token, userId: user.id }
}

/**
 * Begins a session with a passkey alone: it is held and its holder proved to be the one. Throws `unauthenticated`,
 * `rate_limited`.
 */
export async function signInWithPasskey(
  { sql, now, party }: { sql: Db; now: Date; party: RelyingParty },
  passkey: AuthenticationResponseJSON,
  origin: Origin,
  replaced?: string,
): Promise<{ token: string; userId: string }> {
  const user = await provePasskey({ sql, now, party }, passkey, origin)
  const token = await transaction(sql, (tx) => enter(tx, now, user, origin, replaced))
  return { token, userId: user.id }
}

async function enter(
  sql: Tx,
  now: Date,
  user: User,
  origin: Origin,
  replaced: string | undefined,
): Promise<string> {
  const session = await openSession(sql, now, user.id, origin, replaced)
  const actor: Actor = actorOfUser(user.id)
  await sql`${insertEvent({ sql, actor, now }, 'user.signed_in')} from ${toldOfUser(sql, user.id)}`
  return session
}

/**
 * Takes a code of the app, which is good once, or uses up a recovery code. Throws `second_factor_required`,
 * `unauthenticated`.
 */
export async function useSecondFactor(
  { sql, vault, now }: { sql: Db | Tx; vault: Vault; now: Date },
  user: User,
  given: string | undefined,
): Promise<void> {
  const code = given?.replace(/\s/g, '') ?? ''
  if (code === '')
    throw new BalieError(
      'second_factor_required',
      [user.totpSecret === null ? '' : 'app', user.hasPasskey ? 'passkey' : ''].join(' ').trim(),
      'A passkey, a code of the authenticator app or a recovery code is needed as well.',
    )
  const step =
    user.totpSecret === null ? undefined : stepOfCode(vault.open(user.totpSecret) as string, code, now)
  const recovery = recoveryCodeOf(code)
  // Of two who come with one code at once, one gets in.
  const taken =
    step === undefined
      ? await sql`
          update user_recovery_codes set used_at = ${now}
           where user_id = ${user.id} and hash = ${recovery === undefined ? null : hashOf(recovery)}::bytea
             and used_at is null returning hash`
      : await sql`
          update users set totp_last_step = ${step} where id = ${user.id} and coalesce(totp_last_step, -1) < ${step}
          returning id`
  if (taken.length === 0)
    throw new BalieError('unauthenticated', 'code', 'The code is wrong, or was used already.')
}
