import assert from 'node:assert/strict'
import { connect, type AddressInfo } from 'node:net'
import { test } from 'node:test'
import { refusing, walkRoutes } from '../support/bad-input.ts'

// The others are walked in files of their own, beside this one.
const { running, survives, dump } = await walkRoutes(
  ({ url }) => !url.startsWith('/v1/') && !url.startsWith('/api/portal/'),
)

test('a path that is no route is refused in the shape of the API above it', async () => {
  for (const [api, prefix] of [
    ['v1', '/v1'],
    ['v2', '/api/v2'],
    ['portal', '/api/portal'],
    ['page', '/public-invoice'],
  ] as const)
    for (const path of ['/nothing', '/', '//', '/%00', '/tickets/a/b/c/d', '/__proto__'])
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
        const status = await survives(api, { method, url: prefix + path }, 'no route')
        refusing([status], [401, 404, 405], `${method} ${prefix}${path}`)
      }
})

const host = 'host: balie.example\r\n'
const json = 'content-type: application/json\r\n'

/** What no client of HTTP would send. */
const wires: [about: string, bytes: string | Buffer][] = [
  ['noise', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256))],
  ['NULs', '\0'.repeat(1000)],
  ['empty lines', '\r\n'.repeat(1000)],
  ['a handshake of TLS', Buffer.from('16030100a5010000a10303', 'hex')],
  ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['HTTP/0.9', 'GET /v1/tickets\r\n\r\n'],
  ['HTTP/9.9', `GET /v1/tickets HTTP/9.9\r\n${host}\r\n`],
  ['no host', 'GET /v1/tickets HTTP/1.1\r\n\r\n'],
  ['two hosts', `GET /v1/tickets HTTP/1.1\r\n${host}host: evil.example\r\n\r\n`],
  ['an unknown method', `BREW /v1/tickets HTTP/1.1\r\n${host}\r\n`],
  ['a method of bytes', Buffer.from('GE\xff /v1/tickets HTTP/1.1\r\n\r\n', 'latin1')],
  ['a path of bytes', Buffer.from(`GET /v1/tickets/\xff\xfe HTTP/1.1\r\n${host}\r\n`, 'latin1')],
  ['a path with a NUL', `GET /v1/tickets/\0 HTTP/1.1\r\n${host}\r\n`],
  ['a path that climbs', `GET /v1/../../etc/passwd HTTP/1.1\r\n${host}\r\n`],
  ['a path that climbs in hex', `GET /v1/%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\n${host}\r\n`],
  ['a path without a slash', `GET v1/tickets HTTP/1.1\r\n${host}\r\n`],
  ['a path that is a URL', `GET http://evil.example/v1/tickets HTTP/1.1\r\n${host}\r\n`],
  ['a path of 100,000', `GET /v1/${'x'.repeat(100_000)} HTTP/1.1\r\n${host}\r\n`],
  ['only a star', `OPTIONS * HTTP/1.1\r\n${host}\r\n`],
  ['CONNECT', `CONNECT 127.0.0.1:22 HTTP/1.1\r\n${host}\r\n`],
  ['an upgrade', `GET /v1/tickets HTTP/1.1\r\n${host}connection: upgrade\r\nupgrade: websocket\r\n\r\n`],
  ['a header of 100,000', `GET /v1/tickets HTTP/1.1\r\n${host}x: ${'x'.repeat(100_000)}\r\n\r\n`],
  ['5000 headers', `GET /v1/tickets HTTP/1.1\r\n${host}${'x: 1\r\n'.repeat(5000)}\r\n`],
  ['a header without a colon', `GET /v1/tickets HTTP/1.1\r\n${host}nonsense\r\n\r\n`],
  ['a header with a NUL', `GET /v1/tickets HTTP/1.1\r\n${host}x: a\0b\r\n\r\n`],
  ['a folded header', `GET /v1/tickets HTTP/1.1\r\n${host}x: a\r\n b\r\n\r\n`],
  ['a negative length', `POST /v1/customers HTTP/1.1\r\n${host}${json}content-length: -1\r\n\r\n{}`],
  ['two lengths', `POST /v1/customers HTTP/1.1\r\n${host}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`],
  [
    'a length and chunks',
    `POST /v1/customers HTTP/1.1\r\n${host}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
  ],
  [
    'a chunk of no size',
    `POST /v1/customers HTTP/1.1\r\n${host}${json}transfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`,
  ],
  [
    'a chunk of a huge size',
    `POST /v1/customers HTTP/1.1\r\n${host}transfer-encoding: chunked\r\n\r\nfffffffffffffffff\r\n{}\r\n`,
  ],
  ['less than was promised', `POST /v1/customers HTTP/1.1\r\n${host}${json}content-length: 100\r\n\r\n{}`],
  ['half a request', `POST /v1/customers HTTP/1.1\r\n${host}content-le`],
  [
    'a request in a body',
    `GET /v1/tickets HTTP/1.1\r\n${host}content-length: 4\r\n\r\n{}GET /v1 HTTP/1.1\r\n\r\n`,
  ],
]

/** Sends the bytes, says no more, and gives back all that came. */
function sendBytes(port: number, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes))
    socket.setEncoding('latin1')
    socket.on('data', (text: string) => (answer += text))
    // A server may hang up on such a client: that too is an answer.
    socket.on('error', () => resolve(answer))
    socket.on('close', () => resolve(answer))
  })
}

test('what is no HTTP gets a refusal or nothing, writes nothing, and the server goes on', async () => {
  await running.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = running.app.server.address() as AddressInfo
  const written = await dump().digest()
  for (const [about, bytes] of wires) {
    const answer = await sendBytes(port, bytes)
    if (answer !== '') assert.match(answer, /^HTTP\/1\.1 4\d\d /, about)
    const response = await fetch(`http://127.0.0.1:${port}/healthz`)
    assert.deepEqual(await response.json(), { status: 'ok' }, about)
  }
  assert.equal(await dump().digest(), written)
})
