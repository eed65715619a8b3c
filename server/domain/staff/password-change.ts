import { transaction, type Db, type Tx } from '../../kernel/context.ts'
import { BalieError, invalid } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { hashOf } from '../access/key.ts'
import { findCompany } from '../companies/company.ts'
import { insertEvent } from '../events/event.ts'
import { queueMail } from '../mails/queue-mail.ts'
import { countAttempts, forgetAttempts, limitAttempts } from './attempts.ts'
import { checkNewPassword, hashPassword, isPassword } from './password.ts'
import { endSessions } from './session.ts'
import { isToken, newToken } from './token.ts'
import { actorOfUser, findUser, findUserByEmail, toldOfUser, type User } from './user.ts'

const LINK_MINUTES = 30

/** Asks for the password again, before what only its owner may do. Throws `unauthenticated`, `rate_limited`. */
export async function confirmPassword(sql: Db, now: Date, userId: string, password: string): Promise<User> {
  const user = await findUser(sql, userId)
  if (!user) throw new BalieError('unauthenticated', '', 'You are not signed in.')
  const account = { kind: 'account', of: user.email } as const
  await limitAttempts(sql, now, [account])
  if (!(await isPassword(password, user.passwordHash))) throw invalid('password', 'is not your password')
  await forgetAttempts(sql, account)
  return user
}

/** Sets another password; every other session of the user ends. Throws `invalid`, `rate_limited`. */
export async function changePassword(
  sql: Db,
  now: Date,
  { userId, sessionId }: { userId: string; sessionId: string },
  given: { password: string; newPassword: string },
): Promise<void> {
  const user = await confirmPassword(sql, now, userId, given.password)
  checkNewPassword(given.newPassword, 'newPassword', user.email)
  const hash = await hashPassword(given.newPassword)
  await transaction(sql, async (tx) => {
    await setPassword(tx, now, user, hash)
    await endSessions(tx, now, user.id, sessionId)
  })
}

async function setPassword(sql: Tx, now: Date, user: User, hash: string): Promise<void> {
  const actor = actorOfUser(user.id)
  await sql`
    with changed as (update users set password_hash = ${hash} where id = ${user.id}),
    used as (update password_links set used_at = ${now} where user_id = ${user.id} and used_at is null)
    ${insertEvent({ sql, actor, now }, 'user.password_changed')} from ${toldOfUser(sql, user.id)}`
  await mailUser(sql, now, user, 'password-changed', null)
}

/** Mail to a user goes out in the name of the company that they joined first; to somebody who works nowhere, none does. */
async function mailUser(
  sql: Tx,
  now: Date,
  user: User,
  template: 'password-reset' | 'password-changed',
  url: string | null,
): Promise<void> {
  const [first] = await sql<{ companyId: number }[]>`
    select company_id as "companyId" from memberships where user_id = ${user.id} order by created_at, id limit 1`
  const company = first && (await findCompany(sql, first.companyId))
  if (!company) return
  await queueMail(
    { sql, company, actor: actorOfUser(user.id), now },
    {
      template,
      to: user.email,
      locale: company.locale,
      params: { name: user.name, url: url as string },
      about: { kind: 'user', id: user.id },
    },
  )
}

/** A link with which the user sets a new password, once and within half an hour. Returns its secret. */
export async function createPasswordLink(sql: Db | Tx, now: Date, userId: string): Promise<string> {
  const token = newToken()
  await sql`
    with forgotten as (delete from password_links where user_id = ${userId} and expires_at < ${now})
    insert into password_links (id, user_id, hash, created_at, expires_at)
    values (${newId()}, ${userId}, ${hashOf(token)}, ${now}, ${new Date(now.getTime() + LINK_MINUTES * 60_000)})`
  return token
}

/** The page of the web application that a link opens; behind the `#`, so that no log of a server holds the secret. */
export const passwordPage = (token: string): string => `/reset-password#${token}`

/**
 * Mails a link to set a new password, if there is such an account; nobody is told whether there is. Beyond a few an hour
 * none is sent. Throws `rate_limited` where one address asks too often.
 */
export async function askForNewPassword(
  sql: Db,
  now: Date,
  email: string,
  origin: { address: string },
): Promise<void> {
  await limitAttempts(sql, now, [{ kind: 'address', of: origin.address }])
  if ((await countAttempts(sql, now, [{ kind: 'mail', of: email }])) !== undefined) return
  const user = await findUserByEmail(sql, email)
  if (!user || user.disabledAt !== null) return
  await transaction(sql, async (tx) => {
    const token = await createPasswordLink(tx, now, user.id)
    await mailUser(tx, now, user, 'password-reset', passwordPage(token))
  })
}

/** Uses a link up: sets the password and ends every session. Throws `invalid` (`token`, `password`), `rate_limited`. */
export async function resetPassword(
  sql: Db,
  now: Date,
  given: { token: string; password: string },
  origin: { address: string },
): Promise<void> {
  await limitAttempts(sql, now, [{ kind: 'address', of: origin.address }])
  const user = await userOfLink(sql, now, given.token)
  if (!user) throw staleLink()
  checkNewPassword(given.password, 'password', user.email)
  const hash = await hashPassword(given.password)
  await transaction(sql, async (tx) => {
    const used = await tx`
      update password_links set used_at = ${now}
       where hash = ${hashOf(given.token)} and used_at is null and expires_at > ${now} returning id`
    if (used.length === 0) throw staleLink()
    await setPassword(tx, now, user, hash)
    await endSessions(tx, now, user.id)
  })
  await forgetAttempts(sql, { kind: 'account', of: user.email })
}

export const staleLink = () => invalid('token', 'must be that of a link which is still good')

async function userOfLink(sql: Db, now: Date, token: string): Promise<User | undefined> {
  if (!isToken(token)) return undefined
  const [link] = await sql<{ userId: string }[]>`
    select l.user_id as "userId" from password_links l join users u on u.id = l.user_id
     where l.hash = ${hashOf(token)} and l.used_at is null and l.expires_at > ${now} and u.disabled_at is null`
  return link && findUser(sql, link.userId)
}
