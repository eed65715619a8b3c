import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { startTestApp, type TestApp } from '../support/app.ts'
import { operations, parseOperation } from './operations.ts'
import { sentBody, type Part } from '../support/forms.ts'
import { namesOf } from '../support/recipes.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** One request and its answer; the folder's README says how to read it. */
interface Exchange {
  about: string
  source: string
  /** As our document names it. */
  operation: string
  request: {
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
    path: string
    body?: Json
    contentType?: string
    /** What comes with the body, which is a form then. */
    files?: Part[]
  }
  response: { status: number; body?: Json }
  ours?: Record<string, Json>
  beyond?: Record<string, Json>
  keep?: Record<string, string>
}

interface Conversation {
  api: 'v1' | 'v2'
  plan?: string
  exchanges: Exchange[]
}

const folder = new URL('./examples/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
const prefixes = { v1: '/v1', v2: '/api/v2' }

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const literally = (text: string) => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')

const idPattern = '(?!not_)[a-z]{3}_'

/** The address that ours must have where the documentation has this one. */
function addressLike(documented: string): RegExp {
  const { pathname, search } = new URL(documented)
  const segments = pathname.split('/').map((segment) => {
    const prefix = new RegExp(`^${idPattern}`).exec(segment)?.[0]
    if (prefix) return `${prefix}[0-9a-z]{26}`
    return /^\d+-\w+$/.test(segment) ? '\\d+-[\\w-]{24}' : literally(segment)
  })
  return new RegExp(`^https://balie\\.example${segments.join('/')}${literally(search)}$`)
}

/** Forms of values that a server makes: what they look like in the documentation, what ours look like. */
const forms: [documented: RegExp, ours: (text: string, api: Conversation['api']) => RegExp][] = [
  [new RegExp(`^${idPattern}`), (text) => new RegExp(`^${text.slice(0, 4)}[0-9a-hjkmnp-tv-z]{26}$`)],
  [/^[0-9a-f]{40}$/, () => /^[0-9a-f]{40}$/],
  [/^https:/, addressLike],
  [
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/,
    (_text, api) =>
      new RegExp(`^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d${api === 'v1' ? '[+-]\\d\\d:\\d\\d' : 'Z'}$`),
  ],
]

const isObject = (value: unknown): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value, or what a value must be. */
function meets(expected: Json, actual: unknown, names: Record<string, string>, at: string): void {
  if (isObject(expected) && typeof expected['matches'] === 'string')
    assert.match(String(actual), new RegExp(expected['matches']), at)
  else if (isObject(expected) && typeof expected['named'] === 'string')
    assert.equal(actual, names[expected['named']], at)
  else if (isObject(expected) && isObject(actual)) {
    assert.deepEqual(Object.keys(actual).sort(), Object.keys(expected).sort(), at)
    for (const [key, value] of Object.entries(expected)) meets(value, actual[key], names, `${at}.${key}`)
  } else assert.deepEqual(actual, expected, at)
}

/** Compares an answer with the documented one, field by field. */
function compare(
  exchange: Exchange,
  api: Conversation['api'],
  answer: unknown,
  names: Record<string, string>,
) {
  const open = new Set([...Object.keys(exchange.ours ?? {}), ...Object.keys(exchange.beyond ?? {})])
  const told = (at: string, expected: Json, actual: unknown) => {
    open.delete(at)
    meets(expected, actual, names, at)
  }
  const visit = (documented: Json, actual: unknown, at: string): void => {
    const ours = exchange.ours?.[at]
    if (ours !== undefined) return told(at, ours, actual)
    const inner = (key: string | number) => (at === '' ? String(key) : `${at}.${key}`)
    if (Array.isArray(documented)) {
      assert.ok(Array.isArray(actual), at)
      assert.equal(actual.length, documented.length, `${at} has as many`)
      documented.forEach((item, i) => visit(item, actual[i], inner(i)))
    } else if (isObject(documented)) {
      assert.ok(isObject(actual), at)
      for (const [key, value] of Object.entries(documented)) {
        assert.ok(key in actual, `${inner(key)} is missing`)
        visit(value, actual[key], inner(key))
      }
      for (const key of Object.keys(actual).filter((name) => !(name in documented))) {
        const beyond = exchange.beyond?.[inner(key)]
        assert.notEqual(beyond, undefined, `${inner(key)} is not documented`)
        told(inner(key), beyond!, actual[key])
      }
    } else {
      const form = typeof documented === 'string' && forms.find(([pattern]) => pattern.test(documented))
      if (form) assert.match(String(actual), form[1](documented, api), at)
      else assert.deepEqual(actual, documented, at)
    }
  }
  visit(exchange.response.body ?? '', answer, '')
  assert.deepEqual([...open], [], 'ours and beyond name fields that are there')
}

const fill = <T extends Json | undefined>(value: T, names: Record<string, string>): T =>
  value === undefined
    ? value
    : (JSON.parse(
        JSON.stringify(value).replace(/\{([\w.]+)\}/g, (_match, name: string) => {
          assert.ok(names[name], `${name} is the name of nothing`)
          return names[name]
        }),
      ) as T)

/** Checks that an answer is one that our own document promises for the operation. */
async function promises(api: Conversation['api']) {
  const document = (await running.app.inject(`${prefixes[api]}/openapi.json`)).json()
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema({ $id: 'document', ...document })
  const promised = Object.entries(document.paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, { operationId: string; responses: Record<string, object> }>).map(
      ([method, operation]) => ({ path, method, operation }),
    ),
  )
  return (id: string, status: number, answer: unknown) => {
    const found = promised.find(({ operation }) => operation.operationId === id)
    assert.ok(found, `our document has ${id}`)
    const { path, method, operation } = found
    assert.ok(operation.responses[status], `our document says that ${id} may answer ${status}`)
    if (status === 204) return assert.equal(answer, '')
    const { content } = operation.responses[status] as { content: Record<string, unknown> }
    if (typeof answer === 'string') return assert.equal(content['application/json'], undefined)
    const pointer = `/paths/${encodeURIComponent(path.replaceAll('/', '~1'))}/${method}/responses/${status}`
    const check = ajv.compile({ $ref: `document#${pointer}/content/application~1json/schema` })
    assert.ok(check(answer), `${id} ${status}: ${ajv.errorsText(check.errors)}`)
  }
}

for (const file of files) {
  const {
    api,
    plan = 'complete',
    exchanges,
  } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Conversation

  test(`${file.replace('.json', '')}: the documented requests get the documented answers`, async (t) => {
    const tenant = await running.tenant({ plan })
    const text = JSON.stringify(exchanges)
    const names: Record<string, string> = {
      ...(await namesOf(
        tenant,
        'M-1',
        (slot) => text.includes(`{${slot}}`) || text.includes(`"named":"${slot}"`),
      )),
    }
    const promised = await promises(api)
    for (const exchange of exchanges)
      await t.test(exchange.about, async () => {
        const { method, path, body, files: parts, contentType = 'application/json' } = exchange.request
        const form = parts && sentBody(fill(body, names) as Record<string, unknown>, { files: parts })
        const response = await running.app.inject({
          method,
          url: prefixes[api] + fill(path, names),
          headers: {
            authorization: api === 'v1' ? tenant.bearer : tenant.apiKey,
            // Clients in the field send it with every request.
            'content-type': contentType,
            ...form?.headers,
          },
          ...(body === undefined ? {} : { payload: form?.payload ?? JSON.stringify(fill(body, names)) }),
        })
        // A file is compared as the text that it is.
        const json = /json/.test(String(response.headers['content-type']))
        const answer: unknown = json ? response.json() : response.body
        assert.equal(response.statusCode, exchange.response.status, response.body)
        compare(exchange, api, answer, names)
        promised(exchange.operation, response.statusCode, answer)
        for (const [name, field] of Object.entries(exchange.keep ?? {}))
          names[name] = (answer as Record<string, string>)[field]!
      })
  })
}

test('every operation of the vendors’ documentation has an example', async () => {
  const shown = new Set(
    files.flatMap((file) => {
      const { exchanges } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Conversation
      return exchanges.map(({ operation }) => operation)
    }),
  )
  for (const prefix of Object.values(prefixes))
    for (const operation of operations[prefix]!.documented) {
      const { id } = parseOperation(operation)
      assert.ok(shown.has(id), id)
    }
})
