import { permissions, personalPermissions, type Permission } from '../../kernel/permissions.ts'

export const roles = ['owner', 'treasurer', 'support', 'read_only'] as const

/** What somebody is to a company. */
export type Role = (typeof roles)[number]

/** What anybody may who has signed in, of whichever company, or of none. */
export const ownPermissions: ReadonlySet<Permission> = new Set(['account:read', 'account:write'])

const every = [...permissions, ...personalPermissions]
const reads = every.filter((permission) => permission.endsWith(':read'))

/** Software and settings are the owner's, and who belongs to the staff is. */
const notTheTreasurers = new Set<Permission>(['cms:write', 'company:write', 'staff:write', 'webhooks:write'])

/** What each role may. `businessoperations` has no writing half. */
export const permissionsOfRole: Record<Role, ReadonlySet<Permission>> = {
  owner: new Set(every),
  treasurer: new Set(every.filter((permission) => !notTheTreasurers.has(permission))),
  support: new Set([
    ...reads,
    'account:write',
    'appointments:write',
    'customers:write',
    'filerequest:write',
    'tickets:write',
  ]),
  read_only: new Set([...reads, 'account:write']),
}
