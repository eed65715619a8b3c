import { permissions, personalPermissions, type Permission } from '../../kernel/permissions.ts'

export const roles = ['owner', 'treasurer', 'support', 'read_only'] as const

/** What somebody is to a company. */
export type Role = (typeof roles)[number]

/** What anybody may who has signed in, of whichever company, or of none. */
export const ownPermissions: ReadonlySet<Permission> = new Set(['account:read', 'account:write'])

const every = [...permissions, ...personalPermissions]

/** Which software and which person is let in to what is the owner's to know and to say. */
const onlyTheOwners = new Set<Permission>([
  'cms:write',
  'company:write',
  'privacy:read',
  'privacy:write',
  'settings:read',
  'settings:write',
  'staff:write',
  'webhooks:write',
])
const reads = every.filter(
  (permission) =>
    permission.endsWith(':read') && permission !== 'audit:read' && !onlyTheOwners.has(permission),
)

/** What each role may. `businessoperations` has no writing half. */
export const permissionsOfRole: Record<Role, ReadonlySet<Permission>> = {
  owner: new Set(every),
  treasurer: new Set(every.filter((permission) => !onlyTheOwners.has(permission))),
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
