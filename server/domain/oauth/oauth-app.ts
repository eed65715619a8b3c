import { timingSafeEqual } from 'node:crypto'
import type { Db, Tx } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { isUuid } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'
import { hashOf } from '../access/key.ts'

/** Software of another party that companies may let in. */
export interface OAuthApp {
  id: string
  name: string
  redirectUris: string[]
  /** Cannot keep a secret: an app on a phone or in a browser. */
  isPublic: boolean
  createdAt: Instant
}

const MAX_URI_LENGTH = 2000

/** Names of schemes that do something by themselves, and so are no app's. */
const UNSAFE = /^(javascript|data|vbscript|file|blob|about|view-source|ws|wss|ftp|mailto|tel):/i

/**
 * Checks where an app may be answered: https; http only to the machine itself (RFC 8252, 7.3); or a scheme of an app's
 * own, which has a dot in its name (7.1). No fragment (RFC 6749, 3.1.2), no user, no wildcard. Throws `invalid`.
 */
export function checkRedirectUri(uri: string): void {
  if (!/^[\x21-\x7e]+$/.test(uri) || uri.length > MAX_URI_LENGTH || !URL.canParse(uri))
    throw invalid('redirect_uri', `${uri} must be an absolute URI of ASCII characters`)
  if (/[#*\\"'<>;,]/.test(uri))
    throw invalid('redirect_uri', `${uri} must not have a fragment, quotes, separators or wildcards`)
  const { protocol, hostname, username, password } = new URL(uri)
  if (username !== '' || password !== '') throw invalid('redirect_uri', `${uri} must not name a user`)
  if (protocol === 'https:') return
  if (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)) return
  if (/^[a-z][a-z0-9+-]*\.[a-z0-9.+-]+:$/.test(protocol) && !UNSAFE.test(uri)) return
  throw invalid(
    'redirect_uri',
    `${uri} must be https, http to this machine, or a scheme of the app with a dot in it`,
  )
}

/** The app with that App ID, unless it was deleted. Its secret is not asked for: that is the consent page's view. */
export async function findOAuthApp(sql: Db | Tx, id: string): Promise<OAuthApp | undefined> {
  return (await readApp(sql, id))?.app
}

/** The app that proves to be it: by its secret; a public one has none and must send none. */
export async function findProvenApp(
  sql: Db | Tx,
  id: string,
  secret: string | undefined,
): Promise<OAuthApp | undefined> {
  const found = await readApp(sql, id)
  if (!found) return undefined
  const given = secret === undefined || secret === '' ? undefined : hashOf(secret)
  if (found.secretHash === null) return given === undefined ? found.app : undefined
  return given !== undefined && timingSafeEqual(given, found.secretHash) ? found.app : undefined
}

async function readApp(
  sql: Db | Tx,
  id: string,
): Promise<{ app: OAuthApp; secretHash: Uint8Array | null } | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await sql<(OAuthApp & { secretHash: Uint8Array | null })[]>`
    select id, name, redirect_uris as "redirectUris", secret_hash is null as "isPublic", secret_hash as "secretHash",
           created_at as "createdAt"
      from oauth_apps where id = ${id} and deleted_at is null`
  if (!row) return undefined
  const { secretHash, ...app } = row
  return { app, secretHash }
}
