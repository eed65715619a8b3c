import { Agent as HttpAgent } from 'node:http'
import type { MollieClient } from '@mollie/api-client'
import { PaymentProviderError } from '../../domain/payments/provider.ts'

type Request = (path: string, options?: Record<string, unknown>) => Promise<unknown>

/** Where the client keeps what sends its requests. */
interface Inside {
  payments?: { networkClient?: { networkClient?: { request?: Request } } }
}

/**
 * Bounds every request of a client in time. The client (4.6.0) waits for ever and has no setting for it, and its agent
 * speaks TLS only, so that a local server could not be asked; both are given to the function that sends its requests.
 * Throws when a newer client keeps it elsewhere: a client without a bound must not go unnoticed.
 */
export function boundRequests(
  client: MollieClient,
  { baseUrl, timeoutMs }: { baseUrl: string; timeoutMs: number },
): void {
  const inside = (client as unknown as Inside).payments?.networkClient?.networkClient
  const send = inside?.request
  if (!inside || !send) throw new Error("Mollie's client has changed: its requests cannot be bounded")
  const agent = baseUrl.startsWith('http:') ? { agent: new HttpAgent() } : {}
  inside.request = (path, options) =>
    send(path, { ...options, ...agent, signal: AbortSignal.timeout(timeoutMs), redirect: 'error' })
}

const MAX_REASON = 300

/** Does it, and says what went wrong in the port's terms: no key, no address. Throws `PaymentProviderError` only. */
export async function inOurTerms<T>(
  work: () => Promise<T>,
  { secret, called, timeoutMs }: { secret: string; called: string; timeoutMs: number },
): Promise<T> {
  const late = new AbortController()
  try {
    return await Promise.race([work(), over(timeoutMs, late.signal)])
  } catch (error) {
    if (error instanceof PaymentProviderError) throw error
    const { statusCode, message = '' } = error as { statusCode?: unknown; message?: string }
    // What failed on the way bears no number; its words may quote the request.
    if (typeof statusCode !== 'number' || statusCode >= 500 || statusCode === 408 || statusCode === 409)
      throw new PaymentProviderError(
        'unavailable',
        typeof statusCode === 'number'
          ? `Mollie answered with error ${statusCode}.`
          : 'Mollie could not be reached, or its answer could not be read.',
      )
    const words = message
      .replaceAll(secret, '***')
      .replace(/[\p{C}\s]+/gu, ' ')
      .trim()
      .slice(0, MAX_REASON)
    throw refusal(statusCode, words, called)
  } finally {
    late.abort()
  }
}

/** Fails after that long: the client repeats what was answered with a 5xx, and waits between. */
function over(ms: number, signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const timer = setTimeout(
      () =>
        reject(new PaymentProviderError('unavailable', `Mollie did not answer within ${ms / 1000} seconds.`)),
      ms,
    )
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true })
  })
}

function refusal(status: number, words: string, called: string): PaymentProviderError {
  const tail = words ? `: ${words}` : '.'
  if (status === 401 || status === 403)
    return new PaymentProviderError('unauthorized', `Mollie did not accept the ${called}${tail}`)
  if (status === 404 || status === 410)
    return new PaymentProviderError('not_found', `Mollie does not have it${tail}`)
  if (status === 429) return new PaymentProviderError('rate_limited', 'Mollie asks us to slow down.')
  return new PaymentProviderError('refused', `Mollie refused the request (${status})${tail}`)
}
