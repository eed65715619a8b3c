import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sameSecret } from '../../kernel/link-token.ts'
import type { Deps } from '../edge.ts'

const MAX_AGE_SECONDS = 600

/** Over https the prefix keeps other hosts of the domain from setting it (RFC 6265bis, 4.1.3.2). */
const isSecure = (deps: Deps) => deps.publicUrl().startsWith('https:')
const nameOf = (deps: Deps) => (isSecure(deps) ? '__Host-balie_consent' : 'balie_consent')

/** What the browser holds: the session's secret, or before there is one a random value. */
export function readCookie(deps: Deps, request: FastifyRequest): string | undefined {
  const name = nameOf(deps)
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=')
    if (key === name && value !== undefined && /^[\w-]{20,100}$/.test(value)) return value
  }
  return undefined
}

/** Lax: whoever comes from the app's own page is still known here. */
export function writeCookie(deps: Deps, reply: FastifyReply, value: string | undefined): void {
  const age = value === undefined ? 0 : MAX_AGE_SECONDS
  const secure = isSecure(deps) ? '; Secure' : ''
  reply.header(
    'set-cookie',
    `${nameOf(deps)}=${value ?? ''}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`,
  )
}

export const newCookie = (): string => randomBytes(24).toString('base64url')

/** What a form on our page says beside the cookie: another site can make a browser send the one but cannot know the other. */
export const csrfOf = (cookie: string): string =>
  createHash('sha256').update(`balie consent form ${cookie}`).digest('base64url')

export function isOurForm(cookie: string | undefined, csrf: string | undefined): boolean {
  return cookie !== undefined && csrf !== undefined && sameSecret(csrf, csrfOf(cookie))
}
