import assert from 'node:assert/strict'
import { connect, type AddressInfo } from 'node:net'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import type { InjectOptions } from 'fastify'
import type { Tenant } from '../support/app.ts'
import { dumpOf, type Dump } from '../support/dump.ts'
import { sentBody } from '../support/forms.ts'
import { hostileBodies, hostileTexts } from '../support/hostile-bodies.ts'
import { hostileHeaders, hostileIds, hostileQueries } from '../support/hostile-requests.ts'
import { anAddress, namesOf, pathOf, recipeOf, requestOf } from '../support/recipes.ts'
import type { Names, Recipe } from '../support/recipes/area.ts'
import { startAppWithRoutes, type Route } from '../support/routes.ts'

const { running, routes } = await startAppWithRoutes()
let dump: Dump
before(async () => {
  dump = await dumpOf(running.database.sql)
})
after(() => running.close())

let tenant: Tenant
let names: Names
/** The digest before the request at hand, as long as nothing was written since. */
let untouched: string | undefined
// What no test has touched serves the next one too: making one of each thing takes longer than most tests.
beforeEach(async () => {
  if (untouched !== undefined) return
  tenant = await running.tenant()
  names = await namesOf(tenant, 'member-1')
})
// Reading is never writing, so for the reads one look in the end will do.
afterEach(async () => {
  if (untouched !== undefined) assert.equal(await dump.digest(), untouched)
})

type Request = InjectOptions & { method: string; url: string }

/** The route's request as it should be: every test spoils one thing of it. */
function good(route: Route): Request & { headers: Record<string, string> } {
  const recipe = recipeOf(route)
  const { url, headers, payload } = requestOf(route, (slot) => names[slot]!)
  return {
    method: route.method,
    url,
    // Who tries too often from one network is refused.
    remoteAddress: anAddress(),
    headers: { authorization: recipe.api === 'v2' ? tenant.apiKey : tenant.bearer, ...headers },
    ...(payload === undefined ? {} : { payload }),
  }
}

/** The fields of a refusal, per API. The page of a link answers like the API of the portal. */
const shapes: Record<Recipe['api'], { keys: string[]; text: string }> = {
  v1: { keys: ['message'], text: 'message' },
  // Two operations are documented to say `errors`.
  v2: { keys: ['error', 'errors'], text: 'error' },
  // What is refused before the operation is reached has the shape of the rest of the API.
  signed: {
    keys: ['company_id', 'payment_method', 'error_code', 'error_details', 'error'],
    text: 'error_details',
  },
  portal: { keys: ['code', 'field', 'message'], text: 'message' },
  page: { keys: ['code', 'field', 'message'], text: 'message' },
  oauth: { keys: ['error', 'error_description'], text: 'error_description' },
  html: { keys: ['error', 'error_description'], text: 'error_description' },
}

/** Sends it: the answer is no fault of ours, and a refusal has the API's shape and has changed nothing. */
async function survives(
  api: Recipe['api'],
  request: Request,
  about: string,
  writes = false,
): Promise<number> {
  untouched ??= await dump.digest()
  const { statusCode, body, headers } = await running.app.inject(request as InjectOptions)
  const what = `${request.method} ${request.url.slice(0, 120)} with ${about}: ${statusCode} ${body.slice(0, 200)}`
  assert.ok(statusCode < 500, what)
  const reads = !writes && (request.method === 'GET' || request.method === 'HEAD')
  if (!reads && statusCode < 400) untouched = undefined
  else if (!reads) assert.equal(await dump.digest(), untouched, `${what}, and wrote something`)
  if (statusCode < 400) return statusCode
  if (request.method === 'HEAD') return statusCode
  if (api === 'html' && String(headers['content-type']).startsWith('text/html')) {
    assert.doesNotMatch(body, /node_modules|server\/|postgres|syntax error|select /i, what)
    return statusCode
  }
  assert.match(String(headers['content-type']), /^application\/json/, what)
  const refusal = JSON.parse(body) as Record<string, unknown>
  const { keys, text } = shapes[api]
  for (const key of Object.keys(refusal)) assert.ok(keys.includes(key), `${what}: ${key}`)
  const said = refusal[text] ?? refusal['errors'] ?? refusal['error']
  assert.ok(typeof said === 'string' && said.trim() !== '', what)
  assert.ok(body.length < 2000, `${what}: says too much`)
  assert.doesNotMatch(body, /node_modules|server\/|postgres|syntax error|select /i, what)
  return statusCode
}

const refusing = (statuses: number[], allowed: number[], about: string) => {
  for (const status of statuses) assert.ok(allowed.includes(status), `${about}: ${status}`)
}

const slotKind = (slot: string) => slot.split('.')[0]!

for (const route of routes) {
  const recipe = recipeOf(route)
  const { api } = recipe

  if (recipe.params)
    test(`${route.name}: an id that is none, or another thing's, is refused`, async () => {
      const kinds = new Set<string>()
      const own = recipe.params!((slot) => {
        kinds.add(slotKind(slot))
        return names[slot]!
      })
      const others = Object.entries(names).flatMap(([slot, name]) =>
        kinds.has(slotKind(slot)) ? [] : [name],
      )
      // Another thing of the same kind is as good; files and directories share a path.
      const kindOf = (id: string) => /^[a-z]{3}_/.exec(id)?.[0].replace('fsd_', 'fsf_')
      for (const parameter of Object.keys(own)) {
        const statuses: number[] = []
        for (const id of [...hostileIds, ...others]) {
          const request = { ...good(route), url: pathOf(route, { ...own, [parameter]: id }) }
          // A link knows an invoice by both its names.
          const alias =
            (/^[0-9a-f]{40}$/.test(id) && own['token'] !== undefined) ||
            (others.includes(id) && kindOf(id) !== undefined && kindOf(id) === kindOf(own[parameter]!))
          const status = await survives(api, request, `${parameter} ${id.slice(0, 60)}`)
          if (!alias) statuses.push(status)
        }
        refusing(statuses, [404, 414, 422], `${route.name} ${parameter}`)
      }
    })

  if (route.method !== 'HEAD')
    test(`${route.name}: no query breaks it`, async () => {
      // A route that changes something has no query to speak of.
      const queries = route.method === 'GET' ? hostileQueries : hostileQueries.filter((_, i) => i % 8 === 0)
      for (const query of queries)
        await survives(
          api,
          { ...good(route), url: `${good(route).url}${good(route).url.includes('?') ? '&' : '?'}${query}` },
          'query',
          recipe.writes,
        )
    })

  test(`${route.name}: no header breaks it`, async () => {
    for (const headers of hostileHeaders) {
      const request = good(route)
      await survives(
        api,
        { ...request, headers: { ...request.headers, ...headers } },
        JSON.stringify(headers).slice(0, 80),
        recipe.writes,
      )
    }
  })

  if (route.method === 'GET' || route.method === 'HEAD') continue

  test(`${route.name}: a body that is none is refused, or not looked at`, async () => {
    for (const { about, payload, contentType = 'application/json', readable } of hostileTexts()) {
      const request = good(route)
      const headers = { ...request.headers, 'content-type': contentType }
      const status = await survives(api, { ...request, headers, payload }, about)
      if (!recipe.ignoresBody && !readable) assert.ok(status >= 400, `${route.name} with ${about}: ${status}`)
    }
  })

  if (recipe.body)
    test(`${route.name}: no field breaks it`, async () => {
      const body = recipe.body!((slot) => names[slot]!)
      for (const { about, payload } of hostileBodies(body)) {
        const form = recipe.files && sentBody(JSON.parse(String(payload)) as Record<string, unknown>, recipe)
        const request = good(route)
        await survives(
          api,
          form
            ? { ...request, ...form, headers: { ...request.headers, ...form.headers } }
            : { ...request, payload },
          about,
        )
      }
      assert.equal(({} as { polluted?: true }).polluted, undefined)
    })
}

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
  const written = await dump.digest()
  for (const [about, bytes] of wires) {
    const answer = await sendBytes(port, bytes)
    if (answer !== '') assert.match(answer, /^HTTP\/1\.1 4\d\d /, about)
    const response = await fetch(`http://127.0.0.1:${port}/healthz`)
    assert.deepEqual(await response.json(), { status: 'ok' }, about)
  }
  assert.equal(await dump.digest(), written)
})
