import type { Instant } from '../../kernel/time.ts'

/** A passkey as its owner sees it. */
export interface Passkey {
  id: string
  name: string
  /** May be on more than one device. */
  synced: boolean
  createdAt: Instant
  lastUsedAt: Instant | null
}

/** Whom passkeys are made for (WebAuthn, 4): they are of no use to any other site. */
export interface RelyingParty {
  /** A host name; an address has no passkeys. */
  id: string
  origin: string
}

const LOOPBACK = new Set(['127.0.0.1', '[::1]'])

/** Of the address that links are made with. On this very machine it is `localhost`: browsers make no passkeys for addresses. */
export function relyingPartyOf(publicUrl: string): RelyingParty | undefined {
  const url = new URL(publicUrl)
  if (LOOPBACK.has(url.hostname)) url.hostname = 'localhost'
  if (url.hostname.startsWith('[') || /^[\d.]+$/.test(url.hostname)) return undefined
  return { id: url.hostname, origin: url.origin }
}
