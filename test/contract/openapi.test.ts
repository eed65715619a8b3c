import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { startTestApp, type TestApp } from '../support/app.ts'
import { operations as listed, parseOperation } from './operations.ts'

interface Operation {
  operationId?: string
  tags?: string[]
  summary?: string
  description?: string
  parameters?: { name: string; in: string; required?: boolean; schema: object }[]
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>
  security?: object[]
}

interface Document {
  openapi: string
  info: { title: string; version: string; description: string }
  servers: { url: string }[]
  tags: { name: string; description: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object>; securitySchemes?: Record<string, object> }
  security?: Record<string, unknown[]>[]
}

interface Api {
  prefix: string
  folder: string
  security: Record<string, object>
  /** Statuses that every operation answers. */
  refusals: string[]
}

const apis: Api[] = [
  {
    prefix: '/v1',
    folder: 'mijnklantportaal',
    security: { APIKey: { type: 'http', scheme: 'bearer' } },
    refusals: ['401', '403', '429'],
  },
  {
    prefix: '/api/v2',
    folder: 'clubcollect',
    security: { ApiKey: { type: 'apiKey', in: 'header', name: 'Authorization' } },
    refusals: ['401', '429'],
  },
  {
    prefix: '/api/portal',
    folder: 'portal',
    security: {
      Session: { type: 'apiKey', in: 'cookie', name: '__Host-balie' },
      CustomerSession: { type: 'apiKey', in: 'cookie', name: '__Host-balie-my' },
    },
    refusals: [],
  },
]

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const fetchDocument = async (prefix: string): Promise<Document> =>
  (await running.app.inject(`${prefix}/openapi.json`)).json()

const operationsOf = ({ paths }: Document) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  )

const escaped = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1')

/** Calls back with every object below a value, and the JSON pointer to it. */
function walk(value: unknown, visit: (node: Record<string, unknown>, at: string) => void, at = '#'): void {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) visit(value as Record<string, unknown>, at)
  for (const [key, inner] of Object.entries(value)) walk(inner, visit, `${at}/${escaped(key)}`)
}

const resolve = (document: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], document)

/** What an operation says of its input and output. */
const schemasOf = ({ requestBody, responses, parameters = [] }: Operation): object[] => [
  ...Object.values(requestBody?.content ?? {}).map(({ schema }) => schema),
  ...Object.values(responses).flatMap(({ content = {} }) =>
    Object.values(content).map(({ schema }) => schema),
  ),
  ...parameters.map(({ schema }) => schema),
]

for (const { prefix, folder, security, refusals } of apis) {
  const operations = [...listed[prefix]!.documented, ...listed[prefix]!.ours].map(parseOperation)

  test(`${prefix}: the document is served without a key, as JSON and as the same in YAML`, async () => {
    const json = await running.app.inject(`${prefix}/openapi.json`)
    const yaml = await running.app.inject(`${prefix}/openapi.yaml`)
    assert.deepEqual([json.statusCode, yaml.statusCode], [200, 200])
    assert.match(String(json.headers['content-type']), /^application\/json/)
    assert.match(String(yaml.headers['content-type']), /^application\/yaml/)
    assert.deepEqual(parse(yaml.body), json.json())
  })

  test(`${prefix}: the committed document is what the application serves`, async () => {
    const contract = new URL(`../../server/api/${folder}/contract/`, import.meta.url)
    const served = await fetchDocument(prefix)
    assert.deepEqual(JSON.parse(await readFile(new URL('openapi.json', contract), 'utf8')), served)
    assert.deepEqual(parse(await readFile(new URL('openapi.yaml', contract), 'utf8')), served)
  })

  test(`${prefix}: it is OpenAPI 3.1 with a server, tags that are explained, and the security of the API`, async () => {
    const document = await fetchDocument(prefix)
    assert.match(document.openapi, /^3\.1\.\d+$/)
    for (const word of [document.info.title, document.info.version, document.info.description])
      assert.ok(word.length > 0)
    assert.deepEqual(document.servers, [{ url: prefix }])
    for (const { description } of document.tags) assert.ok(description.length > 0)
    const schemes = document.components.securitySchemes ?? {}
    assert.deepEqual(Object.keys(schemes), Object.keys(security))
    for (const [name, scheme] of Object.entries(security))
      assert.deepEqual({ ...schemes[name], ...scheme }, schemes[name])
    assert.deepEqual(
      document.security ?? [],
      Object.keys(security).map((name) => ({ [name]: [] })),
    )
  })

  test(`${prefix}: every reference resolves, every component is referred to`, async () => {
    const document = await fetchDocument(prefix)
    const used = new Set<string>()
    walk(document, (node, at) => {
      if (node['$ref'] === undefined) return
      const target = String(node['$ref'])
      assert.match(target, /^#\/components\/schemas\//, at)
      assert.equal(typeof resolve(document, target), 'object', `${at} refers to ${target}`)
      used.add(target.split('/').at(-1)!)
    })
    assert.deepEqual([...used].toSorted(), Object.keys(document.components.schemas).toSorted())
  })

  test(`${prefix}: every schema is one of JSON Schema 2020-12`, async () => {
    const document = await fetchDocument(prefix)
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    ajv.addSchema({ $id: 'document', ...document })
    const schemas = [
      ...Object.values(document.components.schemas),
      ...operationsOf(document).flatMap(({ operation }) => schemasOf(operation)),
    ]
    assert.ok(schemas.length > operations.length)
    for (const schema of schemas) assert.equal(ajv.validateSchema(schema), true, ajv.errorsText(ajv.errors))
    for (const name of Object.keys(document.components.schemas))
      assert.equal(typeof ajv.compile({ $ref: `document#/components/schemas/${name}` }), 'function')
  })

  test(`${prefix}: every example fits the schema that it stands in`, async () => {
    const document = await fetchDocument(prefix)
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    ajv.addSchema({ $id: 'document', ...document })
    let seen = 0
    walk(document, (node, at) => {
      // A field may be called `examples` too: that one is an object.
      if (!Array.isArray(node['examples'])) return
      const check = ajv.compile({ $ref: `document${encodeURI(at)}` })
      for (const example of node['examples']) {
        seen += 1
        assert.ok(check(example), `${at}: ${JSON.stringify(example)} ${ajv.errorsText(check.errors)}`)
      }
    })
    assert.ok(seen > 0)
  })

  test(`${prefix}: whoever reads what to send finds an example of every field`, async () => {
    const document = await fetchDocument(prefix)
    let fields = 0
    for (const { path, operation } of operationsOf(document))
      for (const { schema } of Object.values(operation.requestBody?.content ?? {})) {
        const { properties } = schema as { properties: Record<string, Record<string, unknown>> }
        for (const [name, field] of Object.entries(properties)) {
          const told = field['$ref'] === undefined ? field : resolve(document, String(field['$ref']))
          assert.match(JSON.stringify(told), /"examples":\[/, `${path} ${name}`)
          fields += 1
        }
      }
    assert.ok(fields > 0)
  })

  test(`${prefix}: every documented operation is there under its name, and no other`, async () => {
    const document = await fetchDocument(prefix)
    const found = operationsOf(document)
    assert.deepEqual(
      found.map(({ method, path, operation }) => `${method} ${path} ${operation.operationId}`).toSorted(),
      operations.map(({ method, path, id }) => `${method} ${path} ${id}`).toSorted(),
    )
    const ids = found.map(({ operation }) => operation.operationId)
    assert.equal(new Set(ids).size, ids.length)
    const tags = new Set(document.tags.map(({ name }) => name))
    for (const { method, path, id, tag } of operations) {
      const operation = document.paths[path]![method]!
      assert.deepEqual(operation.tags, [tag], id)
      assert.ok(tags.has(tag), id)
      assert.ok(operation.summary && operation.description, id)
    }
  })

  test(`${prefix}: every operation says what it takes, gives and refuses`, async () => {
    for (const { method, path, operation } of operationsOf(await fetchDocument(prefix))) {
      const about = `${method} ${path}`
      const statuses = Object.keys(operation.responses)
      // A signed operation takes no key, and answers with 422 for a thing that is not there, as documented.
      const signed = prefix === '/api/v2' && operation.security?.length === 0
      for (const status of refusals)
        assert.equal(statuses.includes(status), !(signed && status === '401'), `${about} ${status}`)
      assert.equal(statuses.filter((status) => /^[23]/.test(status)).length, 1, about)
      for (const [status, { description, content }] of Object.entries(operation.responses)) {
        assert.ok(description.length > 0, `${about} ${status}`)
        assert.equal(content === undefined, ['204', '302'].includes(status), `${about} ${status}`)
      }
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const parameters = operation.parameters ?? []
      const inPath = parameters.filter((parameter) => parameter.in === 'path')
      assert.deepEqual(inPath.map(({ name }) => name).toSorted(), named.toSorted(), about)
      for (const { name, required } of inPath) assert.equal(required, true, `${about} ${name}`)
      if (named.length > 0) assert.ok(statuses.includes(signed ? '422' : '404'), about)
      if (operation.requestBody) assert.ok(statuses.includes('422'), about)
      assert.ok(method !== 'get' || operation.requestBody === undefined, about)
    }
  })
}

test('/docs is one page for all the documents', async () => {
  const page = await running.app.inject('/docs')
  const shown = page.statusCode === 302 ? await running.app.inject(String(page.headers.location)) : page
  assert.equal(shown.statusCode, 200)
  assert.match(String(shown.headers['content-type']), /^text\/html/)
  assert.match(shown.body, /<html/)
  const scripts = await running.app.inject('/docs/static/swagger-initializer.js')
  for (const { prefix } of apis) assert.ok(scripts.body.includes(`${prefix}/openapi.json`), prefix)
})

test('every answer bears an id of its own, also a refusal, and is taken for what it says it is', async () => {
  const tenant = await running.tenant()
  const seen = new Set<string>()
  const urls = [
    ['/healthz', 200],
    ['/docs/', 200],
    ['/v1/openapi.json', 200],
    ['/v1/tickets', 401],
    ['/v1/nothing', 401],
    ['/api/v2/invoices/x', 401],
    ['/api/portal/public-invoices/x/y', 404],
    ['/nothing', 404],
  ] as const
  for (const [url, status] of urls) {
    const { statusCode, headers } = await running.app.inject(url)
    assert.equal(statusCode, status, url)
    assert.match(String(headers['x-request-id']), /^[0-9a-f-]{36}$/, url)
    assert.equal(headers['x-content-type-options'], 'nosniff', url)
    seen.add(String(headers['x-request-id']))
  }
  assert.equal(seen.size, urls.length)
  // A caller does not choose it: an id stands for one request in the log.
  const { headers } = await running.app.inject({
    url: '/v1/tickets',
    headers: { authorization: tenant.bearer, 'x-request-id': 'mine', 'request-id': 'mine' },
  })
  assert.notEqual(headers['x-request-id'], 'mine')
})
