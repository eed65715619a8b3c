import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Colleague, Invitation } from './colleague.ts'
import { hasSecondFactor } from './factors.ts'

/** The company's staff by name, and whom it has invited. Throws `forbidden`. */
export async function listColleagues(
  ctx: Ctx,
): Promise<{ colleagues: Colleague[]; invitations: Invitation[] }> {
  allow(ctx.actor, 'staff:read')
  const { companyId } = ctx.company
  const colleagues = await ctx.sql<Colleague[]>`
    select m.id, u.id as "userId", u.email, u.name, m.role, ${hasSecondFactor(ctx.sql)} as "hasSecondFactor",
           (select max(s.last_seen_at) from user_sessions s
             where s.company_id = m.company_id and s.user_id = m.user_id) as "lastSeenAt", m.created_at as "joinedAt"
      from memberships m join users u on u.id = m.user_id
     where m.company_id = ${companyId} order by lower(u.name), m.id`
  const invitations = await ctx.sql<Invitation[]>`
    select id, email, role, created_at as "createdAt", expires_at as "expiresAt"
      from invitations
     where company_id = ${companyId} and accepted_at is null and revoked_at is null order by created_at, id`
  return { colleagues, invitations }
}
