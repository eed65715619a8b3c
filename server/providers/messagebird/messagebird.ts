import {
  SmsError,
  type OutgoingSms,
  type SmsConnection,
  type SmsProvider,
} from '../../domain/sms/provider.ts'

const TIMEOUT_MS = 15_000
const MAX_ANSWER_BYTES = 1024 * 1024
const MAX_REASON_LENGTH = 200

interface Options {
  /** For the whole exchange. 15,000 unless given. */
  timeoutMs?: number
}

/**
 * MessageBird's SMS API (rest.messagebird.com, today Bird's): `POST /messages` sends, `GET /messages` lists by recipient. It has no
 * idempotency key, so a message whose answer was lost is looked for by its reference before it is sent again. Redirects are not
 * followed: the key must not travel to wherever one points. Throws `SmsError` only.
 */
export function messagebird(
  connection: SmsConnection,
  { timeoutMs = TIMEOUT_MS }: Options = {},
): SmsProvider {
  async function ask(method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> {
    const signal = AbortSignal.timeout(timeoutMs)
    let status: number
    let headers: Headers
    let answer: unknown
    try {
      const response = await fetch(`${connection.baseUrl.replace(/\/+$/, '')}${path}`, {
        method,
        headers: {
          authorization: `AccessKey ${connection.accessKey}`,
          accept: 'application/json',
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
        redirect: 'manual',
        signal,
      })
      ;({ status, headers } = response)
      answer = await read(response)
    } catch (error) {
      throw unreachable(error, signal.aborted, timeoutMs)
    }
    if (status >= 200 && status < 300) return answer
    throw refusal(status, headers, reasonIn(answer, connection.accessKey))
  }

  return {
    async check() {
      const balance = await ask('GET', '/balance')
      const [amount, type] = [field(balance, 'amount'), field(balance, 'type')]
      if (typeof amount !== 'number' || typeof type !== 'string' || !/^[\w ]{1,20}$/.test(type))
        throw new SmsError('unavailable', 'MessageBird’s answer lacks the balance.')
      return { balance: `${amount} ${type}` }
    },
    async send({ to, body, unicode, reference, reportUrl }: OutgoingSms) {
      const sent = await ask('POST', '/messages', {
        recipients: [to.replace(/^\+/, '')],
        originator: connection.originator,
        body,
        datacoding: unicode ? 'unicode' : 'plain',
        reference,
        reportUrl,
      })
      return idOf(sent)
    },
    async find(to, reference, since) {
      const query = new URLSearchParams({
        recipient: to.replace(/^\+/, ''),
        direction: 'mt',
        from: since.toISOString().replace(/\.\d+Z$/, '+00:00'),
        limit: '50',
      })
      const items = field(await ask('GET', `/messages?${query.toString()}`), 'items')
      if (!Array.isArray(items)) return undefined
      const known = items.find((item) => field(item, 'reference') === reference)
      return known === undefined ? undefined : idOf(known)
    },
  }
}

async function read(response: Response): Promise<unknown> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > MAX_ANSWER_BYTES) break
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown
  } catch {
    return undefined
  }
}

function unreachable(error: unknown, timedOut: boolean, timeoutMs: number): SmsError {
  if (timedOut)
    return new SmsError('unavailable', `MessageBird did not answer within ${timeoutMs / 1000} seconds.`)
  const code = field(field(error, 'cause'), 'code')
  const known = typeof code === 'string' && /^[A-Z0-9_]{1,50}$/.test(code) ? ` (${code})` : ''
  return new SmsError('unavailable', `MessageBird could not be reached${known}.`)
}

function refusal(status: number, headers: Headers, words: string): SmsError {
  const tail = words === '' ? '.' : `: ${words}`
  if (status === 429) {
    const after = Number(headers.get('retry-after') ?? '')
    const seconds = Number.isFinite(after) && after > 0 ? Math.min(Math.ceil(after), 3600) : 60
    return new SmsError('rate_limited', 'MessageBird asks us to slow down.', seconds)
  }
  // 402: the account has no credit.
  if (status === 401 || status === 402 || status === 403)
    return new SmsError('unauthorized', `MessageBird did not accept the account (${status})${tail}`)
  if (status >= 400 && status < 500 && status !== 408)
    return new SmsError('refused', `MessageBird refused the message (${status})${tail}`)
  return new SmsError('unavailable', `MessageBird answered with ${status}.`)
}

/** `{"errors":[{"code":9,"description":"no (correct) recipients found","parameter":"recipient"}]}` */
function reasonIn(body: unknown, key: string): string {
  const errors = field(body, 'errors')
  const said = Array.isArray(errors)
    ? errors.map((error) => field(error, 'description')).filter((words) => typeof words === 'string')
    : []
  return said
    .join('; ')
    .replaceAll(key, '***')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, MAX_REASON_LENGTH)
}

function idOf(message: unknown): string {
  const id = field(message, 'id')
  if (typeof id === 'string' && /^[\w-]{1,100}$/.test(id)) return id
  throw new SmsError('unavailable', 'MessageBird’s answer lacks the id of the message.')
}

const field = (body: unknown, name: string): unknown =>
  typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined
