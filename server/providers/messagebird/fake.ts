import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A message as the fake has it. */
export interface FakeSms {
  id: string
  recipient: string
  originator: string
  body: string
  datacoding: string
  reference: string | null
  reportUrl: string | null
}

/**
 * What goes wrong, per POST in turn: silence, a status of choice with the API's own body, the message taken and the
 * connection cut, or an answer that is no JSON.
 */
export type SmsFault =
  | { kind: 'silent' }
  | { kind: 'status'; status: number; description?: string; retryAfter?: string }
  | { kind: 'lost' }
  | { kind: 'garbage' }
  | { kind: 'redirect'; to: string }

export interface FakeMessageBird {
  url: string
  accessKey: string
  sent: FakeSms[]
  posts(): number
  authorizations: string[]
  /** Tells the address of a message's reports what became of it, as MessageBird does: by GET. */
  reportOf(sms: FakeSms, status: string): string
  stop(): Promise<void>
}

/** Speaks MessageBird's SMS API on a port of its own: `POST /messages` and `GET /messages`. */
export async function startFakeMessageBird(
  faults: (SmsFault | undefined)[] = [],
  accessKey = `test_${randomBytes(10).toString('hex')}`,
): Promise<FakeMessageBird> {
  const sent: FakeSms[] = []
  const authorizations: string[] = []
  let posts = 0

  const server = createServer((request, response) => {
    void answer(request, response)
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { authorization = '' } = request.headers
    authorizations.push(authorization)
    const url = new URL(request.url ?? '/', 'http://fake')
    const body = await bodyOf(request)
    const fault = request.method === 'POST' ? faults[posts++] : undefined
    if (fault?.kind === 'silent') return
    if (fault?.kind === 'redirect') return void response.writeHead(302, { location: fault.to }).end()
    if (fault?.kind === 'status') {
      const headers = fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter }
      return say(response, fault.status, errorBody(fault.status, fault.description ?? 'no'), headers)
    }
    if (authorization !== `AccessKey ${accessKey}`)
      return say(response, 401, errorBody(2, 'Request not allowed (incorrect access_key)'))
    if (url.pathname === '/balance')
      return say(response, 200, { payment: 'prepaid', type: 'euros', amount: 12.5 })
    if (url.pathname !== '/messages') return say(response, 404, errorBody(20, 'message not found'))
    if (request.method === 'GET') return say(response, 200, listed(url.searchParams))
    const sms = read(body)
    if (typeof sms === 'string') return say(response, 422, errorBody(9, sms))
    sent.push(sms)
    if (fault?.kind === 'lost') return void response.destroy()
    if (fault?.kind === 'garbage') return void response.writeHead(200).end('<html>')
    say(response, 201, shown(sms))
  }

  function listed(query: URLSearchParams) {
    const items = sent.filter(({ recipient }) => recipient === query.get('recipient')).map(shown)
    return { offset: 0, limit: 50, count: items.length, totalCount: items.length, items }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    accessKey,
    sent,
    authorizations,
    posts: () => posts,
    reportOf: (sms, status) =>
      `${sms.reportUrl}?${new URLSearchParams({
        id: sms.id,
        reference: sms.reference ?? '',
        recipient: sms.recipient,
        status,
        statusDatetime: '2026-11-21T10:00:00+00:00',
        ...(status === 'delivered' ? {} : { statusErrorCode: '1' }),
      }).toString()}`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/** The message of a body, or what is wrong with it. */
function read(body: string): FakeSms | string {
  const {
    recipients,
    originator,
    body: text,
    datacoding,
    reference,
    reportUrl,
  } = JSON.parse(body) as Record<string, unknown>
  const [recipient] = Array.isArray(recipients) ? (recipients as unknown[]) : []
  if (typeof recipient !== 'string' || !/^[1-9]\d{7,14}$/.test(recipient))
    return 'no (correct) recipients found'
  if (typeof originator !== 'string' || originator === '') return 'originator is required'
  if (typeof text !== 'string' || text === '' || text.length > 1377) return 'body is required'
  return {
    id: randomBytes(16).toString('hex'),
    recipient,
    originator,
    body: text,
    datacoding: typeof datacoding === 'string' ? datacoding : 'plain',
    reference: typeof reference === 'string' ? reference : null,
    reportUrl: typeof reportUrl === 'string' ? reportUrl : null,
  }
}

const shown = (sms: FakeSms) => ({
  id: sms.id,
  href: `https://rest.messagebird.com/messages/${sms.id}`,
  direction: 'mt',
  type: 'sms',
  originator: sms.originator,
  body: sms.body,
  reference: sms.reference,
  validity: null,
  gateway: 10,
  typeDetails: {},
  datacoding: sms.datacoding,
  mclass: 1,
  scheduledDatetime: null,
  createdDatetime: '2026-11-21T10:00:00+00:00',
  recipients: {
    totalCount: 1,
    totalSentCount: 1,
    totalDeliveredCount: 0,
    totalDeliveryFailedCount: 0,
    items: [
      { recipient: Number(sms.recipient), status: 'sent', statusDatetime: '2026-11-21T10:00:00+00:00' },
    ],
  },
})

const errorBody = (code: number, description: string) => ({
  errors: [{ code, description, parameter: null }],
})

function say(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}
