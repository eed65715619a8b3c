import type { Ctx, Tx } from '../../kernel/context.ts'
import { conflict } from '../../kernel/errors.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Role } from './role.ts'

/** One of the company's staff. The id is the membership's. */
export interface Colleague {
  id: string
  userId: string
  email: string
  name: string
  role: Role
  hasSecondFactor: boolean
  /** When they were last at work here, to a few minutes. */
  lastSeenAt: Instant | null
  joinedAt: Instant
}

/** Somebody who was asked to join and has not answered. */
export interface Invitation {
  id: string
  email: string
  role: Role
  createdAt: Instant
  expiresAt: Instant
}

/** Holds the company's owners until the end of the transaction, so that two of them cannot both be the last to go. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for staff:write
export async function lockOwners(ctx: Ctx & { sql: Tx }): Promise<string[]> {
  const owners = await ctx.sql<{ id: string }[]>`
    select id from memberships where company_id = ${ctx.company.companyId} and role = 'owner' order by id for update`
  return owners.map(({ id }) => id)
}

export const lastOwner = () => conflict('last_owner', 'A company keeps at least one owner.')
