import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { systemClock, type Clock } from '../../server/kernel/time.ts'
import { mollieSettlements, type SettlementControls } from './mollie-settlements.ts'
import { mollieBooks, problem, type Answer, type MollieControls, type Operation } from './mollie-books.ts'

/** How one coming request goes wrong. `answer_lost` and `malformed` come after the effect, the others instead of it. */
export type MollieFault = { on?: Operation } & (
  | { kind: 'no_answer' | 'reset' | 'answer_lost' | 'malformed' }
  | { kind: 'status'; status: number; detail?: string }
)

export interface FakeMollie extends MollieControls, SettlementControls {
  /** `http://127.0.0.1:<port>/v2/` */
  url: string
  apiKey: string
  /** Of the organization: reads settlements, which an API key may not. */
  accessToken: string
  /** The latest thousand: `POST /v2/payments`, with what came along. */
  requests(): { method: string; path: string; body: Record<string, unknown>; idempotencyKey?: string }[]
  /** Each befalls one request: the first that is of its operation, or any. */
  misbehave(plan: MollieFault[]): void
  stop(): Promise<void>
}

/** A local server that speaks the part of Mollie's published API v2 that we use (docs.mollie.com/reference). */
export async function startFakeMollie(clock: Clock = systemClock): Promise<FakeMollie> {
  const apiKey = `test_${'x'.repeat(30)}`
  let url = ''
  const accessToken = `access_${'x'.repeat(30)}`
  const { route, controls } = mollieBooks(() => url, clock)
  const settlements = mollieSettlements(() => url, clock, controls.payments)
  const answered = new Map<string, { request: string; answer: Answer }>()
  const requests: ReturnType<FakeMollie['requests']> = []
  const faults: MollieFault[] = []

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const sent = Buffer.concat(chunks).toString()
    const body = (sent === '' ? {} : JSON.parse(sent)) as Record<string, unknown>
    const { method = 'GET' } = request
    const { pathname, searchParams } = new URL(request.url ?? '/', url)
    const key = request.headers['idempotency-key'] as string | undefined
    requests.push({ method, path: pathname, body, ...(key === undefined ? {} : { idempotencyKey: key }) })
    requests.splice(0, requests.length - 1000)

    const settling = /^\/v2\/settlements(\/|$)/.test(pathname) && method === 'GET'
    const found = settling
      ? (['settlements', () => settlements.route(pathname, searchParams)] as [Operation, () => Answer])
      : route(method, pathname, searchParams, body)
    const at = faults.findIndex(({ on }) => on === undefined || on === found?.[0])
    const [fault] = at < 0 ? [] : faults.splice(at, 1)
    if (fault?.kind === 'no_answer') return
    if (fault?.kind === 'reset') return void request.socket.resetAndDestroy()

    let answer: Answer
    const { authorization } = request.headers
    if (settling && authorization === `Bearer ${apiKey}`)
      answer = problem(403, 'Forbidden', 'You are not allowed to use this API with an API key')
    else if (authorization !== `Bearer ${settling ? accessToken : apiKey}`)
      answer = problem(401, 'Unauthorized Request', 'Missing authentication, or failed to authenticate')
    else if (fault?.kind === 'status') answer = problem(fault.status, 'Fault', fault.detail ?? 'Out of order')
    else if (!found) answer = problem(404, 'Not Found', 'The resource does not exist')
    else {
      const kept = key === undefined ? undefined : answered.get(key)
      if (kept && kept.request !== sent)
        answer = problem(409, 'Conflict', 'The idempotency key was used for another request')
      else {
        answer = kept?.answer ?? found[1]()
        if (key !== undefined && answer.status < 300) answered.set(key, { request: sent, answer })
      }
    }
    if (fault?.kind === 'answer_lost') return void request.socket.destroy()
    const text = fault?.kind === 'malformed' ? '<html>' : JSON.stringify(answer.body)
    response.writeHead(answer.status, {
      'content-type': 'application/hal+json',
      // The client repeats what was answered with a 5xx after so many seconds.
      ...(answer.status >= 500 ? { 'retry-after': '0' } : {}),
    })
    response.end(text)
  }

  const server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2/`

  return {
    ...controls,
    ...settlements.controls,
    url,
    apiKey,
    accessToken,
    requests: () => requests,
    misbehave: (plan) => void faults.push(...plan),
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
