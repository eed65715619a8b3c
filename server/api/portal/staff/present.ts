import type { OpenInvitation } from '../../../domain/staff/accept-invitation.ts'
import type { Colleague, Invitation } from '../../../domain/staff/colleague.ts'
import type { Company } from '../../../kernel/context.ts'
import { formatAtom } from '../../../kernel/time.ts'
import { encodeId } from '../ids.ts'

export const presentColleague = (one: Colleague, { timeZone }: Company) => ({
  id: encodeId('colleague', one.id),
  userId: encodeId('user', one.userId),
  email: one.email,
  name: one.name,
  role: one.role,
  secondFactor: one.hasSecondFactor,
  lastSeenAt: one.lastSeenAt === null ? null : formatAtom(one.lastSeenAt, timeZone),
  joinedAt: formatAtom(one.joinedAt, timeZone),
})

export const presentInvitation = (one: Invitation, { timeZone }: Company) => ({
  id: encodeId('invitation', one.id),
  email: one.email,
  role: one.role,
  createdAt: formatAtom(one.createdAt, timeZone),
  expiresAt: formatAtom(one.expiresAt, timeZone),
})

export const presentOpenInvitation = ({ company, email, role, hasAccount }: OpenInvitation) => ({
  company: { name: company.name },
  email,
  role,
  hasAccount,
})
