import { transaction, type Db, type Tx } from '../../kernel/context.ts'
import { BalieError, conflict, invalid } from '../../kernel/errors.ts'
import type { Vault } from '../../kernel/vault.ts'
import { insertEvent } from '../events/event.ts'
import { limitAttempts } from './attempts.ts'
import { forgetNeedlessCodes, issueRecoveryCodes } from './factors.ts'
import { confirmPassword } from './password-change.ts'

import { newTotpSecret, stepOfCode } from './totp.ts'
import { actorOfUser, findUser, toldOfUser } from './user.ts'

interface With {
  sql: Db
  vault: Vault
  now: Date
}

const enabledAlready = () => conflict('second_factor_enabled', 'The second factor is on already.')

/** Hands out the secret for an authenticator app; it counts once a code of it has come. Throws `invalid`, `conflict`. */
export async function beginSecondFactor(
  { sql, vault, now }: With,
  userId: string,
  password: string,
): Promise<{ secret: string; uri: string }> {
  const user = await confirmPassword(sql, now, userId, password)
  const made = newTotpSecret(user.email)
  const begun = await sql`
    update users set totp_pending = ${vault.seal(made.secret)}
     where id = ${userId} and totp_secret is null returning id`
  if (begun.length === 0) throw enabledAlready()
  return made
}

/**
 * Switches the app on with its first code. Returns recovery codes, which are shown this once, unless there were some: who
 * has a passkey got theirs with it. Throws `invalid` (the code), `conflict`, `rate_limited`.
 */
export async function confirmSecondFactor(
  { sql, vault, now }: With,
  userId: string,
  code: string,
): Promise<string[] | undefined> {
  const user = await findUser(sql, userId)
  if (!user) throw new BalieError('unauthenticated', '', 'You are not signed in.')
  if (user.totpSecret !== null) throw enabledAlready()
  if (user.totpPending === null)
    throw conflict('second_factor_not_asked_for', 'Ask for a secret for the authenticator app first.')
  await limitAttempts(sql, now, [{ kind: 'account', of: user.email }])
  const step = stepOfCode(vault.open(user.totpPending) as string, code.replace(/\s/g, ''), now)
  if (step === undefined) throw invalid('code', 'is not the code of this moment')
  const actor = actorOfUser(userId)
  return transaction(sql, async (tx) => {
    await tx`select from users where id = ${userId} for update`
    const before = (await findUser(tx, userId))!
    const enabled = await tx`
      update users set totp_secret = totp_pending, totp_pending = null, totp_last_step = ${step}
       where id = ${userId} and totp_secret is null and totp_pending = ${user.totpPending} returning id`
    if (enabled.length === 0) throw enabledAlready()
    await tx`${insertEvent({ sql: tx, actor, now }, 'user.second_factor_enabled')} from ${toldOfUser(tx, userId)}`
    await tx`select pg_notify('access_changed', '')`
    return before.hasPasskey ? undefined : issueRecoveryCodes(tx, userId)
  })
}

/** Switches the app off again. Throws `invalid` (the password), `rate_limited`. */
export async function disableSecondFactor(
  { sql, now }: Pick<With, 'sql' | 'now'>,
  userId: string,
  password: string,
): Promise<void> {
  await confirmPassword(sql, now, userId, password)
  await transaction(sql, (tx) => removeApp({ sql: tx, now, actor: actorOfUser(userId) }, userId))
}

/** App, passkeys and codes without asking: for the operator, of whom somebody without their phone asks it. */
// oxlint-disable-next-line house/ask-permission -- the command line asks, as the operator
export async function removeSecondFactor(
  ctx: Parameters<typeof insertEvent>[0] & { sql: Tx },
  userId: string,
): Promise<void> {
  await ctx.sql`delete from user_passkeys where user_id = ${userId}`
  await removeApp(ctx, userId)
}

async function removeApp(
  ctx: Parameters<typeof insertEvent>[0] & { sql: Tx },
  userId: string,
): Promise<void> {
  const { sql } = ctx
  await sql`
    with disabled as (
      update users set totp_secret = null, totp_pending = null
       where id = ${userId} and (totp_secret is not null or totp_pending is not null) returning id
    ), event as (
      ${insertEvent(ctx, 'user.second_factor_disabled')} from ${toldOfUser(sql, userId)} where exists (select from disabled)
    )
    select pg_notify('access_changed', '')`
  await forgetNeedlessCodes(sql, userId)
}
