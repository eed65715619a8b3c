import { atomically, type Ctx } from '../../kernel/context.ts'
import { conflict, notFound } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import { hashOf } from '../access/key.ts'
import { insertEvent } from '../events/event.ts'
import { queueMail } from '../mails/queue-mail.ts'
import type { Invitation } from './colleague.ts'
import type { Role } from './role.ts'
import { newToken } from './token.ts'
import { checkEmail } from './user.ts'

const DAYS = 7

/** The page of the web application that an invitation opens; behind the `#`, so that no log of a server holds the secret. */
export const invitationPage = (token: string): string => `/invitation#${token}`

/**
 * Invites somebody to the staff for a week; one that they have already is void then. `inviter` is whom the mail names;
 * without one nothing is mailed and the caller hands the secret over. Throws `forbidden`, `invalid`, `conflict` (one of
 * the staff already).
 */
export async function inviteColleague(
  ctx: Ctx,
  given: { email: string; role: Role },
  inviter: string | undefined,
): Promise<{ invitation: Invitation; token: string }> {
  allow(ctx.actor, 'staff:write')
  const email = checkEmail(given.email)
  const { companyId, locale } = ctx.company
  const token = newToken()
  const expiresAt = new Date(ctx.now.getTime() + DAYS * 86_400_000)
  return atomically(ctx, async (inside) => {
    const { sql } = inside
    // Whoever invites for the same company waits here, and then finds what the first one wrote.
    await sql`select from companies where company_id = ${companyId} for no key update`
    const [member] = await sql`
      select from memberships m join users u on u.id = m.user_id
       where m.company_id = ${companyId} and lower(u.email) = lower(${email})`
    if (member)
      throw conflict('already_a_colleague', 'Somebody with that address belongs to the staff already.')
    await sql`
      update invitations set revoked_at = ${ctx.now}
       where company_id = ${companyId} and lower(email) = lower(${email}) and accepted_at is null
         and revoked_at is null`
    const [invitation] = await sql<[Invitation]>`
      with made as (
        insert into invitations (company_id, id, email, role, hash, created_at, expires_at)
        values (${companyId}, ${newId()}, ${email}, ${given.role}, ${hashOf(token)}, ${ctx.now}, ${expiresAt})
        returning *, null as before, jsonb_build_object('email', email, 'role', role) as after
      ), event as (${insertEvent(inside, 'invitation.created')} from made)
      select id, email, role, created_at as "createdAt", expires_at as "expiresAt" from made`
    if (inviter !== undefined)
      await queueMail(inside, {
        template: 'staff-invitation',
        to: email,
        locale,
        params: { name: '', inviter, url: invitationPage(token) },
        about: { kind: 'invitation', id: invitation.id },
      })
    return { invitation, token }
  })
}

/** Makes an invitation void. Throws `forbidden`, `not_found` (also where it was accepted). */
export async function revokeInvitation(ctx: Ctx, id: string): Promise<void> {
  allow(ctx.actor, 'staff:write')
  const [revoked] = await ctx.sql`
    with revoked as (
      update invitations set revoked_at = ${ctx.now}
       where company_id = ${ctx.company.companyId} and id = ${id} and accepted_at is null and revoked_at is null
      returning *, jsonb_build_object('email', email, 'role', role) as before, null as after
    ), event as (${insertEvent(ctx, 'invitation.revoked')} from revoked)
    select id from revoked`
  if (!revoked) throw notFound('invitation')
}
