import { ownPermissions, permissionsOfRole } from '../../../domain/staff/role.ts'
import type { Session, SessionListing, Workplace } from '../../../domain/staff/session.ts'
import { formatAtom } from '../../../kernel/time.ts'
import { encodeId } from '../ids.ts'

/** Before a company is chosen there is no clock of one. */
export const zoneOf = ({ at }: Session): string => at?.company.timeZone ?? 'UTC'

export const presentMe = (session: Session, workplaces: Workplace[]) => ({
  user: {
    id: encodeId('user', session.userId),
    email: session.email,
    name: session.name,
    secondFactor: session.hasSecondFactor,
  },
  company: session.at
    ? {
        id: encodeId('company', session.at.company.id),
        name: session.at.company.name,
        locale: session.at.company.locale,
        currency: session.at.company.currency,
        timeZone: session.at.company.timeZone,
        features: [...session.at.company.features],
      }
    : null,
  role: session.at?.role ?? null,
  permissions: [...(session.at ? permissionsOfRole[session.at.role] : ownPermissions)],
  companies: workplaces.map(({ id, name, role }) => ({ id: encodeId('company', id), name, role })),
})

export const presentSession = (listing: SessionListing, current: Session) => ({
  id: encodeId('session', listing.id),
  current: listing.id === current.id,
  address: listing.address,
  userAgent: listing.userAgent,
  createdAt: formatAtom(listing.createdAt, zoneOf(current)),
  lastSeenAt: formatAtom(listing.lastSeenAt, zoneOf(current)),
})
