import { Agent, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** What came over the wire. */
interface Reply {
  status: number
  body: string
}

/** A server that really listens, and a number of connections to it that are open already. */
export interface Wire {
  call(method: string, path: string, authorization?: string, body?: object): Promise<Reply>
  /** How many connections the server has seen. */
  connections(): number
  close(): void
}

export async function openWire(app: FastifyInstance, connections: number): Promise<Wire> {
  let seen = 0
  app.server.on('connection', () => (seen += 1))
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const agent = new Agent({ keepAlive: true, maxSockets: connections })

  const call: Wire['call'] = (method, path, authorization, body) =>
    new Promise((resolve, reject) => {
      const payload = body === undefined ? undefined : JSON.stringify(body)
      const sent = request(
        {
          host: '127.0.0.1',
          port,
          agent,
          method,
          path,
          headers: {
            ...(authorization === undefined ? {} : { authorization }),
            ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
          },
        },
        (response) => {
          let text = ''
          response.setEncoding('utf8')
          response.on('data', (part: string) => (text += part))
          response.on('end', () => resolve({ status: response.statusCode!, body: text }))
          response.on('error', reject)
        },
      )
      sent.on('error', reject)
      sent.end(payload)
    })

  await Promise.all(Array.from({ length: connections }, () => call('GET', '/healthz')))
  return { call, connections: () => seen, close: () => agent.destroy() }
}
