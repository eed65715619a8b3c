import type { FastifyReply, FastifyRequest } from 'fastify'
import { isOver, LONGEST_MS, type Session } from '../domain/staff/session.ts'
import { isToken } from '../domain/staff/token.ts'
import type { Deps } from './edge.ts'

/** Over https the prefix keeps other hosts of the domain from setting it (RFC 6265bis, 4.1.3.2). */
const isSecure = (deps: Deps) => deps.publicUrl().startsWith('https:')
const nameOf = (deps: Deps) => (isSecure(deps) ? '__Host-balie' : 'balie')

/** The secret of the session that the browser holds, of the form of one. */
export function readSessionCookie(deps: Deps, request: FastifyRequest): string | undefined {
  const name = nameOf(deps)
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=')
    if (key === name && value !== undefined && isToken(value)) return value
  }
  return undefined
}

/** No script reads it, and no other site's form or script sends it: Lax, so that a link in a mail finds one signed in. */
export function writeSessionCookie(deps: Deps, reply: FastifyReply, token: string | undefined): void {
  const age = token === undefined ? 0 : LONGEST_MS / 1000
  const secure = isSecure(deps) ? '; Secure' : ''
  reply.header(
    'set-cookie',
    `${nameOf(deps)}=${token ?? ''}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`,
  )
}

/** Who is signed in, in that browser. */
export async function sessionOf(deps: Deps, request: FastifyRequest): Promise<Session | undefined> {
  const token = readSessionCookie(deps, request)
  const session = token === undefined ? undefined : await deps.access.session(token)
  return session && !isOver(session, deps.clock.now()) ? session : undefined
}
