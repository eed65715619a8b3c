import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** A request as it came in. */
export interface Received {
  path: string
  headers: Record<string, string>
  body: string
  at: number
}

type Answer = (request: Received, response: ServerResponse) => void

/** Somebody else's server, which webhooks are sent to. */
export interface Receiver {
  url: string
  /** All that came, in the order in which it did. */
  received: Received[]
  /** What requests for a path get; 204 unless told otherwise. */
  on(path: string, answer: Answer): void
  /** Of one path, once there are so many. */
  until(path: string, count: number, withinMs?: number): Promise<Received[]>
  /** The most requests of a path that were under way at once. */
  mostAtOnce(path: string): number
  close(): Promise<void>
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = []
  const answers = new Map<string, Answer>()
  const underWay = new Map<string, number>()
  const most = new Map<string, number>()
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url!
    const now = (underWay.get(path) ?? 0) + 1
    underWay.set(path, now)
    most.set(path, Math.max(most.get(path) ?? 0, now))
    response.on('close', () => underWay.set(path, underWay.get(path)! - 1))
    const headers = request.headers as Record<string, string>
    const one: Received = { path, headers, body: await bodyOf(request), at: performance.now() }
    received.push(one)
    const answer = answers.get(path)
    if (answer) answer(one, response)
    else response.writeHead(204).end()
  }
  const server = createServer((request, response) => void take(request, response).catch(() => {}))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    on: (path, answer) => void answers.set(path, answer),
    async until(path, count, withinMs = 10_000) {
      for (const deadline = Date.now() + withinMs; ; await sleep(10)) {
        const those = received.filter((one) => one.path === path)
        if (those.length >= count) return those
        if (Date.now() > deadline) throw new Error(`${path} got ${those.length} of ${count} requests`)
      }
    },
    mostAtOnce: (path) => most.get(path) ?? 0,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
