import type { Tenant } from '../app.ts'
import type { Part } from '../forms.ts'

/** What each route's slots are called; each area names its own. Two of one kind: `invoice` and `invoice.draft`. */
export type Names = Record<string, string>

/** Chooses the name to put in a request: one's own thing, another tenant's, or nobody's. */
export type Pick = (slot: string) => string

/** How to make a request of a route. */
export interface Recipe {
  /** `oauth` refuses as RFC 6749 does, `html` with a page, `signed` as the payments of ClubCollect do. */
  api: 'v1' | 'v2' | 'signed' | 'portal' | 'page' | 'oauth' | 'html'
  params?: (pick: Pick) => Record<string, string>
  query?: (pick: Pick) => Record<string, string>
  headers?: (pick: Pick) => Record<string, string>
  /** The body is sent as a form. */
  form?: boolean
  /** Statuses with which another's or nobody's name is refused; 404 and 422 where nothing is said. */
  refuses?: number[]
  body?: (pick: Pick) => Record<string, unknown>
  /** What comes beside the body, which is a form then. */
  files?: Part[]
  /** A GET that changes something. */
  writes?: boolean
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
  /** Slots that are secrets: whoever holds one may use it, so nobody is tried with another's. */
  secrets?: string[]
  /** Makes one thing for each slot, by the verbs of the domain. */
  make(tenant: Tenant, base: Base): Promise<Names>
}

export const document = (api: Recipe['api']): Recipe => ({ api, ignoresBody: true })

/** The id of nothing, in the form of `/v1`. */
export const none = (prefix: string): string => `${prefix}_${'0'.repeat(26)}`
