import { randomBytes } from 'node:crypto'
import type { Db } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { hashOf } from '../access/key.ts'
import { checkRedirectUri } from './oauth-app.ts'

/** `appSecret` is the only time it is seen; null for a public app. */
export interface RegisteredApp {
  appId: string
  appSecret: string | null
}

/** Registers an app, for the operator. Throws `invalid`. */
export async function createOAuthApp(
  sql: Db,
  now: Date,
  input: { name: string; redirectUris: string[]; isPublic: boolean },
): Promise<RegisteredApp> {
  const name = input.name.trim()
  if (name === '' || name.length > 100) throw invalid('name', 'must be 1 to 100 characters long')
  if (input.redirectUris.length === 0) throw invalid('redirect_uri', 'is required')
  for (const uri of input.redirectUris) checkRedirectUri(uri)
  const appId = newId()
  const appSecret = input.isPublic ? null : `balie_secret_${randomBytes(20).toString('hex')}`
  await sql`
    insert into oauth_apps (id, name, redirect_uris, secret_hash, created_at)
    values (${appId}, ${name}, ${[...new Set(input.redirectUris)]},
            ${appSecret === null ? null : hashOf(appSecret)}, ${now})`
  return { appId, appSecret }
}
