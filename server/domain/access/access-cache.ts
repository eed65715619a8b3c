import { hash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Company, Db } from '../../kernel/context.ts'
import { findCompany } from '../companies/company.ts'
import { findCustomerSession, type CustomerSession } from '../customer-portal/session.ts'
import { findOAuthToken, type OAuthToken } from '../oauth/find-oauth-token.ts'
import { findSession, type Session } from '../staff/session.ts'
import { findApiKey, findGrantedCompany, findPartner, type ApiKey, type Partner } from './find-key.ts'

/**
 * Who may act for whom, remembered so that a request needs no round trip for it. A revocation, a new grant or another
 * plan notifies every process, which then forgets everything; should the notice be lost with its connection, entries
 * live ten seconds at most. Unknown keys are remembered too (shortly), so that guessing does not reach the database.
 */
export interface AccessCache {
  apiKey(key: string): Promise<ApiKey | undefined>
  /** Who asks must look at `expiresAt`: it may pass while the token is remembered. */
  oauthToken(token: string): Promise<OAuthToken | undefined>
  /** Who asks must look whether it is over: that may come while it is remembered. */
  session(token: string): Promise<Session | undefined>
  /** The same of a customer's. */
  customerSession(token: string): Promise<CustomerSession | undefined>
  partner(key: string): Promise<Partner | undefined>
  grantedCompany(partnerId: string, companyId: number): Promise<Company | undefined>
  company(companyId: number): Promise<Company | undefined>
  clear(): void
  /** Calls back whenever everything was forgotten: who is signed in may be so no more. Returns how to stop. */
  whenCleared(heard: () => void): () => void
}

/** The channel of the notices that make every process forget. */
export const ACCESS_CHANGED = 'access_changed'

const LIFETIME_MS = 10_000

/** Keys themselves are not kept in memory. One call: a sixth of the time of a Hash object, on every request. */
const nameOf = (key: string): string => hash('sha256', key, 'base64')

export function accessCache(sql: Db): AccessCache {
  const entries = new LRUCache<string, Promise<unknown>>({ max: 10_000, ttl: LIFETIME_MS })
  const listeners = new Set<() => void>()

  function remember<T>(name: string, load: () => Promise<T>): Promise<T> {
    const known = entries.get(name)
    if (known) return known as Promise<T>
    const loading = load()
    entries.set(name, loading)
    // What failed to load is not an answer.
    loading.catch(() => entries.delete(name))
    return loading
  }

  return {
    apiKey: (key) => remember(`key ${nameOf(key)}`, () => findApiKey(sql, key)),
    oauthToken: (token) => remember(`token ${nameOf(token)}`, () => findOAuthToken(sql, token)),
    session: (token) => remember(`session ${nameOf(token)}`, () => findSession(sql, token)),
    customerSession: (token) => remember(`customer ${nameOf(token)}`, () => findCustomerSession(sql, token)),
    partner: (key) => remember(`partner ${nameOf(key)}`, () => findPartner(sql, key)),
    grantedCompany: (partnerId, companyId) =>
      remember(`grant ${partnerId} ${companyId}`, () => findGrantedCompany(sql, partnerId, companyId)),
    company: (companyId) => remember(`company ${companyId}`, () => findCompany(sql, companyId)),
    clear() {
      entries.clear()
      for (const heard of listeners) heard()
    },
    whenCleared(heard) {
      listeners.add(heard)
      return () => void listeners.delete(heard)
    },
  }
}
