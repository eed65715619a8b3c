import { BalieError, invalid } from '../../kernel/errors.ts'
import {
  OutboundError,
  type Outbound,
  type OutboundAnswer,
  type OutboundRequest,
} from '../../kernel/outbound.ts'
import type { Vault } from '../../kernel/vault.ts'

/** What the company's software wants to see: nothing, Basic Auth, or a header `Authentication`. */
export type EndpointAuth =
  { type: 'none' } | { type: 'basic'; username: string; password: string } | { type: 'header'; value: string }

/** What a verb needs that talks to the company's software. */
export interface Tools {
  vault: Vault
  outbound: Outbound
}

const TIMEOUT_MS = 10_000
const MAX_BYTES = 262_144
const MAX_URL_LENGTH = 2000

/** Throws `invalid` for what is no address of a web server. Whether it may be reached is seen when it is called. */
export function checkUrl(field: string, url: string): void {
  const parsed = url.length <= MAX_URL_LENGTH && URL.canParse(url) ? new URL(url) : undefined
  if (!parsed || !/^https?:$/.test(parsed.protocol) || !/^https?:\/\//i.test(url))
    throw invalid(field, 'must be a URL that begins with http:// or https://')
  if (parsed.username !== '' || parsed.password !== '')
    throw invalid(field, 'must not hold a user or password: use auth for them')
}

/** Throws `invalid` for what cannot be sent as a header. */
export function checkAuth(field: string, auth: EndpointAuth): void {
  if (auth.type === 'header' && !/^[\x20-\x7e]+$/.test(auth.value))
    throw invalid(`${field}.value`, 'must be of ASCII characters')
  if (auth.type === 'basic' && auth.username.includes(':'))
    throw invalid(`${field}.username`, 'must not hold a colon')
}

function authHeaders(auth: EndpointAuth): Record<string, string> {
  switch (auth.type) {
    case 'none':
      return {}
    case 'basic': {
      const pair = Buffer.from(`${auth.username}:${auth.password}`).toString('base64')
      return { authorization: `Basic ${pair}` }
    }
    case 'header':
      return { authentication: auth.value }
  }
}

/** Why the company's software was not of use; the sentence is for the company, and says nothing of what came. */
export const endpointFailed = (sentence: string) => new BalieError('unavailable', 'endpoint', sentence)

/** Calls the company's software. Throws `unavailable` when it does not answer 2xx, in ten seconds and 256 KB. */
export async function callEndpoint(
  outbound: Outbound,
  auth: EndpointAuth,
  request: Pick<OutboundRequest, 'method' | 'url' | 'headers' | 'body'>,
): Promise<OutboundAnswer> {
  const answer = await outbound
    .send({
      ...request,
      headers: { 'user-agent': 'Balie', ...request.headers, ...authHeaders(auth) },
      timeoutMs: TIMEOUT_MS,
      keepBytes: MAX_BYTES,
    })
    .catch((error: unknown) => {
      throw error instanceof OutboundError ? endpointFailed(error.message) : error
    })
  if (answer.status < 200 || answer.status > 299)
    throw endpointFailed(`The endpoint answered ${answer.status}.`)
  if (answer.truncated) throw endpointFailed('The answer of the endpoint is too large or broke off.')
  return answer
}

/** The answer as text, by its declared character set. */
export function textOf({ body, headers }: OutboundAnswer): string {
  const charset = /charset\s*=\s*"?([\w.:-]+)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(charset).decode(body)
  } catch {
    throw endpointFailed(`The endpoint answered in the unknown character set ${charset}.`)
  }
}
