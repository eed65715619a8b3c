import { permissions, type Permission } from '../../kernel/permissions.ts'

/** `tickets:read` as third parties write it: `tickets.read`. */
export const scopeOf = (permission: Permission): string => permission.replace(':', '.')

/** Every scope that an app may ask for. */
export const scopes: string[] = permissions.map(scopeOf)

const byScope = new Map<string, Permission>(
  permissions.map((permission) => [scopeOf(permission), permission]),
)
// The original's own example of a request misspells it so.
byScope.set('customer.write', 'customers:write')

/** What the scopes stand for, each once; undefined when one of them is none, or there is none. */
export function permissionsOf(wanted: readonly string[]): Permission[] | undefined {
  const found = wanted.map((scope) => byScope.get(scope))
  if (found.length === 0 || found.includes(undefined)) return undefined
  return [...new Set(found as Permission[])]
}
