import { lookup as lookUp, type LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { Agent, buildConnector, errors, type Dispatcher } from 'undici'
import {
  OutboundError,
  type Outbound,
  type OutboundAnswer,
  type OutboundRequest,
} from '../../kernel/outbound.ts'
import { isPublicAddress } from './public-address.ts'

interface Options {
  /** For development, the demo and tests. */
  allowPrivate: boolean
  /** How names become addresses; the system's unless told otherwise. */
  resolve?: typeof lookUp
}

const refusal = (host: string) =>
  new OutboundError('refused', `${host} is not an address of the public internet.`)

/**
 * Looks a name up and lets go on only with addresses of the public internet. The connection is made to what was looked at
 * here: nothing asks for the name again, so it cannot mean something else the second time.
 */
export const guardedLookup =
  (resolve: typeof lookUp): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return callback(error, '', 0)
      const open = found.filter(({ address }) => isPublicAddress(address))
      const [first] = open
      if (!first) return callback(refusal(hostname), '', 0)
      return options.all ? callback(null, open) : callback(null, first.address, first.family)
    })
  }

/** A host that is an address itself is not looked up, so it is checked here. */
function guardedConnector(resolve: typeof lookUp): buildConnector.connector {
  const connect = buildConnector({ lookup: guardedLookup(resolve) })
  return (options, callback) => {
    const host = options.hostname.replace(/^\[|\]$/g, '')
    if (isIP(host) !== 0 && !isPublicAddress(host)) return callback(refusal(host), null)
    return connect(options, callback)
  }
}

/** Connections are kept for a moment, and shared by all that goes to one origin. */
export function openOutbound({ allowPrivate, resolve = lookUp }: Options): Outbound {
  const agent = new Agent({
    ...(allowPrivate ? {} : { connect: guardedConnector(resolve) }),
    keepAliveTimeout: 4000,
    keepAliveMaxTimeout: 30_000,
  })

  async function send(request: OutboundRequest): Promise<OutboundAnswer> {
    const { origin, pathname, search } = new URL(request.url)
    const signal = AbortSignal.timeout(request.timeoutMs)
    try {
      const answer = await agent.request({
        origin,
        path: pathname + search,
        method: request.method,
        headers: request.headers,
        body: request.body ?? null,
        signal,
        headersTimeout: 0,
        bodyTimeout: 0,
      })
      return {
        status: answer.statusCode,
        headers: firstOf(answer.headers),
        ...(await beginning(answer.body, request.keepBytes)),
      }
    } catch (error) {
      throw translate(error, signal, new URL(request.url).hostname)
    }
  }
  return { send, close: () => agent.destroy() }
}

function firstOf(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const named = Object.entries(headers).map(([name, value]) => [
    name.toLowerCase(),
    Array.isArray(value) ? value[0] : value,
  ])
  return Object.fromEntries(named.filter(([, value]) => value !== undefined)) as Record<string, string>
}

/** The answer counts from its status on: a body that breaks off or never ends is kept as far as it came. */
async function beginning(
  body: Dispatcher.ResponseData['body'],
  keepBytes: number,
): Promise<{ body: Buffer; truncated: boolean }> {
  const chunks: Buffer[] = []
  let length = 0
  let truncated = false
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      length += chunk.length
      // Leaving the loop destroys the rest, and its connection.
      if (length > keepBytes) break
    }
  } catch {
    truncated = true
  }
  return { body: Buffer.concat(chunks).subarray(0, keepBytes), truncated: truncated || length > keepBytes }
}

function translate(error: unknown, signal: AbortSignal, host: string): OutboundError {
  if (error instanceof OutboundError) return error
  if (signal.aborted || error instanceof errors.ConnectTimeoutError)
    return new OutboundError('timed_out', `${host} did not answer in time.`)
  const { code, message } = error as { code?: string; message?: string }
  return new OutboundError('unreachable', `${host} could not be reached: ${code ?? message ?? 'unknown'}.`)
}
