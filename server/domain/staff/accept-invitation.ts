import { transaction, type Company, type Db, type Tx } from '../../kernel/context.ts'
import { conflict, invalid } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { hashOf } from '../access/key.ts'
import { findCompany } from '../companies/company.ts'
import { insertEvent } from '../events/event.ts'
import { limitAttempts } from './attempts.ts'
import { checkNewPassword, hashPassword } from './password.ts'
import { staleLink } from './password-change.ts'
import type { Role } from './role.ts'
import { openSession, type Origin } from './session.ts'
import { isToken } from './token.ts'
import { actorOfUser, checkName, findUserByEmail } from './user.ts'

/** What somebody is invited to. */
export interface OpenInvitation {
  id: string
  email: string
  role: Role
  company: Company
  /** They have an account already: nothing but their yes is needed. */
  hasAccount: boolean
}

/** What the secret of an invitation opens. Throws `invalid` (`token`) where it is none, was used or is over, `rate_limited`. */
export async function getInvitation(
  sql: Db,
  now: Date,
  token: string,
  { address }: { address: string },
): Promise<OpenInvitation> {
  await limitAttempts(sql, now, [{ kind: 'address', of: address }])
  const [row] = isToken(token)
    ? await sql<{ id: string; companyId: number; email: string; role: Role; hasAccount: boolean }[]>`
        select i.id, i.company_id as "companyId", i.email, i.role,
               exists (select from users u where lower(u.email) = lower(i.email)) as "hasAccount"
          from invitations i
         where i.hash = ${hashOf(token)} and i.accepted_at is null and i.revoked_at is null and i.expires_at > ${now}`
    : []
  const company = row && (await findCompany(sql, row.companyId))
  if (!company) throw staleLink()
  const { companyId: _, ...invitation } = row
  return { ...invitation, company }
}

/**
 * Joins the staff, once per invitation. Who has no account gets one with the name and the password, and is signed in: the
 * answer is the session's secret. Who has one signs in as always: the answer is undefined. Throws `invalid`, `conflict`,
 * `rate_limited`.
 */
export async function acceptInvitation(
  sql: Db,
  now: Date,
  given: { token: string; name?: string; password?: string },
  origin: Origin,
): Promise<string | undefined> {
  const invitation = await getInvitation(sql, now, given.token, origin)
  const account = invitation.hasAccount ? undefined : await newAccount(invitation.email, given)
  return transaction(sql, async (tx) => {
    const accepted = await tx`
      update invitations set accepted_at = ${now}
       where hash = ${hashOf(given.token)} and accepted_at is null and revoked_at is null and expires_at > ${now}
      returning id`
    if (accepted.length === 0) throw staleLink()
    const userId = account
      ? await insertUser(tx, now, invitation.email, account)
      : (await findUserByEmail(tx, invitation.email))!.id
    await join(tx, now, invitation, userId)
    return account && (await openSession(tx, now, userId, origin))
  })
}

async function newAccount(email: string, given: { name?: string; password?: string }) {
  if (given.name === undefined) throw invalid('name', 'is required')
  if (given.password === undefined) throw invalid('password', 'is required')
  checkNewPassword(given.password, 'password', email)
  return { name: checkName(given.name), hash: await hashPassword(given.password) }
}

/** Of two invitations that are accepted at once, one makes the account: the other is to be accepted anew, with it. */
async function insertUser(
  sql: Tx,
  now: Date,
  email: string,
  { name, hash }: { name: string; hash: string },
): Promise<string> {
  const [made] = await sql<{ id: string }[]>`
    insert into users (id, email, name, password_hash, created_at)
    values (${newId()}, ${email}, ${name}, ${hash}, ${now}) on conflict ((lower(email))) do nothing returning id`
  if (!made) throw conflict('already_a_colleague', 'There is an account with that address by now.')
  return made.id
}

async function join(sql: Tx, now: Date, { company, role }: OpenInvitation, userId: string): Promise<void> {
  const actor = actorOfUser(userId)
  const joined = await sql`
    with joined as (
      insert into memberships (company_id, id, user_id, role, created_at)
      values (${company.companyId}, ${newId()}, ${userId}, ${role}, ${now})
      on conflict (company_id, user_id) do nothing
      returning company_id, id, null as before, jsonb_build_object('role', role, 'userId', user_id) as after
    ), event as (${insertEvent({ sql, actor, now }, 'colleague.joined')} from joined)
    select pg_notify('access_changed', '') from joined`
  if (joined.length === 0)
    throw conflict('already_a_colleague', 'You belong to the staff of that company already.')
}
