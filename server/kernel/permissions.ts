import type { Actor, Ctx } from './context.ts'
import { BalieError } from './errors.ts'

/** What a key may be given, by area. `/v1` shows them as scopes with a dot: `tickets.write`. */
export const permissions = [
  'agreements:read',
  'agreements:write',
  'appointments:read',
  'appointments:write',
  'businessoperations:read',
  'company:read',
  'company:write',
  'cms:read',
  'cms:write',
  'customers:read',
  'customers:write',
  'filerequest:read',
  'filerequest:write',
  'files:read',
  'files:write',
  'fileshare:read',
  'fileshare:write',
  'invoices:read',
  'invoices:write',
  'offers:read',
  'offers:write',
  'paymentlinks:read',
  'paymentlinks:write',
  'punchcards:read',
  'punchcards:write',
  'subscription:read',
  'subscription:write',
  'tickets:read',
  'tickets:write',
  'webhooks:read',
  'webhooks:write',
] as const

/** A permission that a key or an app can be given. */
export type Scope = (typeof permissions)[number]

/** What only people may do: no key is given these. `account` is one's own. */
export const personalPermissions = [
  'account:read',
  'account:write',
  'audit:read',
  'privacy:read',
  'privacy:write',
  'settings:read',
  'settings:write',
  'staff:read',
  'staff:write',
] as const

export type Permission = Scope | (typeof personalPermissions)[number]

/** What a plan may hold. Customers, their groups and invoices are part of every plan. */
export const features = [
  'agreements',
  'appointments',
  'cms',
  'files',
  'offers',
  'payment-links',
  'punch-cards',
  'subscriptions',
  'ticketing',
  'webhooks',
] as const

export type Feature = (typeof features)[number]

/** The first line of every verb that an outsider can reach. Throws `forbidden`. */
export function allow(actor: Actor, permission: Permission): void {
  if (actor.permissions === 'all' || actor.permissions.has(permission)) return
  if (actor.kind === 'user') throw new BalieError('forbidden', permission, 'Your role does not allow this.')
  throw new BalieError('forbidden', permission, `This key lacks the scope ${permission.replace(':', '.')}.`)
}

/** Throws `plan_lacks_feature`. Called where a contract ties an operation to the plan. */
export function requireFeature(ctx: Ctx, feature: Feature): void {
  if (ctx.company.features.has(feature)) return
  throw new BalieError(
    'plan_lacks_feature',
    feature,
    `The feature ${feature} is not part of the current plan.`,
  )
}
