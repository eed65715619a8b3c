import type { Tenant } from '../app.ts'
import type { Part } from '../forms.ts'

/** What each route's slots are called; each area names its own. */
export type Names = Record<string, string>

/** Chooses the name to put in a request: one's own thing, another tenant's, or nobody's. */
export type Pick = (slot: string) => string

/** How to make a request of a route. */
export interface Recipe {
  api: 'v1' | 'v2' | 'portal' | 'page'
  params?: (pick: Pick) => Record<string, string>
  body?: (pick: Pick) => Record<string, unknown>
  /** What comes beside the body, which is a form then. */
  files?: Part[]
  /** Where an empty or unreadable body is as good as any. */
  ignoresBody?: boolean
  /** Slots whose foreign or unknown names are left out of account instead of refused, because the contract says so. */
  ignores?: string[]
}

/** A tenant's things that are there for every area: UUIDs. */
export interface Base {
  customerId: string
  invoiceId: string
  /** What a line or member is called by the partner: unique within a company. */
  externalId: string
}

/** One part of an API: its routes and the names that their requests give to things. */
export interface Area {
  /** By the name of the route. A route without one fails the tests that walk over all of them. */
  routes: Record<string, Recipe>
  /** For each slot, a name of the right form that nothing bears. */
  nobody: Names
  /** Makes one thing for each slot, by the verbs of the domain. */
  make(tenant: Tenant, base: Base): Promise<Names>
}

export const document = (api: Recipe['api']): Recipe => ({ api, ignoresBody: true })

/** The id of nothing, in the form of `/v1`. */
export const none = (prefix: string): string => `${prefix}_${'0'.repeat(26)}`
