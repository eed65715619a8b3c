import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fastify, { type FastifyInstance } from 'fastify'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import Type from 'typebox'
import { startTestApp, type TestApp, type Tenant } from '../../test/support/app.ts'
import { formOf, type Part } from '../../test/support/forms.ts'
import { claimUpload } from '../domain/documents/claim-upload.ts'
import { vault } from '../kernel/vault.ts'
import type { Deps } from './edge.ts'
import { toBalieError } from './errors.ts'
import { fileField } from './file-field.ts'
import { acceptUploads } from './multipart.ts'
import { useSentences } from './validation.ts'

let running: TestApp
let tenant: Tenant
let app: FastifyInstance
before(async () => {
  running = await startTestApp()
  tenant = await running.tenant()
  app = fastify()
  useSentences(app)
  app.setErrorHandler((error, _request, reply) => {
    const known = toBalieError(error)
    return reply.code(known ? 400 : 500).send({ code: known?.code, message: known?.message ?? String(error) })
  })
  app.decorateRequest('ctx', null as never)
  app.addHook('onRequest', async (request) => {
    request.ctx = tenant.ctx()
  })
  const deps = {
    sql: running.database.sql,
    storage: running.storage,
    vault: vault(Buffer.alloc(32)),
    uploadLimitBytes: 2000,
  } as Deps
  const routes: FastifyPluginAsyncTypebox = async (scope) => {
    scope.post('/', { schema: { body: form } }, async ({ ctx, body }) => {
      if (body.keep) await claimUpload(ctx, body.pdf, 'file')
      return body
    })
  }
  await acceptUploads(app, deps, routes)
})
after(async () => {
  await app.close()
  await running.close()
})

const form = Type.Object({
  name: Type.String(),
  keep: Type.Optional(Type.Boolean()),
  pdf: fileField('A PDF', { types: ['application/pdf'] }),
  documents: Type.Optional(Type.Array(fileField('Anything'), { maxItems: 2 })),
  signers: Type.Optional(
    Type.Array(
      Type.Object({
        firstName: Type.String(),
        emails: Type.Optional(Type.Array(Type.String())),
        position: Type.Optional(Type.Integer()),
      }),
    ),
  ),
})

const PDF = '%PDF-1.7\nsome\n%%EOF\n'
const pdf: Part = { name: 'pdf', filename: 'a.pdf', type: 'application/pdf', content: PDF }
const named: Part = { name: 'name', content: 'x' }

const post = async (parts: Part[]) => {
  const response = await app.inject({ method: 'POST', url: '/', ...formOf(parts) })
  return { status: response.statusCode, body: response.json() }
}
const left = async () => {
  const [row] = await running.database.sql<[{ n: number }]>`
    select (select count(*) from document_uploads) as n`
  return row.n
}

test('fields and files become one body, and what nobody claims is gone with the answer', async () => {
  const { status, body } = await post([named, pdf])
  assert.equal(status, 200)
  assert.deepEqual(Object.keys(body.pdf), ['name', 'mime', 'sizeBytes', 'sha256Hex'])
  assert.deepEqual(
    [body.name, body.pdf.name, body.pdf.mime, body.pdf.sizeBytes],
    ['x', 'a.pdf', 'application/pdf', 20],
  )
  assert.equal(await left(), 0)
})

test('lists are understood however they are written', async () => {
  const ann = { firstName: 'Ann' }
  const bob = { firstName: 'Bob' }
  const field = (name: string, content: string): Part => ({ name, content })
  const ways: Part[][] = [
    [field('signers', JSON.stringify([ann, bob]))],
    [field('signers', JSON.stringify(ann)), field('signers', JSON.stringify(bob))],
    [field('signers[]', JSON.stringify(ann)), field('signers[]', JSON.stringify(bob))],
    [field('signers.items', JSON.stringify(ann)), field('signers.items', JSON.stringify(bob))],
    [field('signers[0]', JSON.stringify(ann)), field('signers[1]', JSON.stringify(bob))],
    [field('signers[0][firstName]', 'Ann'), field('signers[1][firstName]', 'Bob')],
    [field('signers[1][firstName]', 'Bob'), field('signers[0][firstName]', 'Ann')],
    [field('signers[7][firstName]', 'Bob'), field('signers[3].firstName', 'Ann')],
    [field('signers[][firstName]', 'Ann'), field('signers[][firstName]', 'Bob')],
    [field('signers.firstName', 'Ann'), field('signers.firstName', 'Bob')],
    [{ ...field('signers', JSON.stringify([ann, bob])), type: 'application/json' }],
    [{ ...field('signers', JSON.stringify([ann, bob])), type: 'application/json', filename: 'blob' }],
  ]
  for (const way of ways) {
    const { status, body } = await post([named, pdf, ...way])
    assert.equal(status, 200, JSON.stringify([way, body]))
    assert.deepEqual(body.signers, [ann, bob], JSON.stringify(way))
  }
  const nested = await post([
    named,
    pdf,
    field('signers[0][firstName]', 'Ann'),
    field('signers[0][emails][]', 'a'),
    field('signers[0][emails][]', 'b'),
    field('signers[0][position]', '3'),
  ])
  assert.deepEqual(nested.body.signers, [{ firstName: 'Ann', emails: ['a', 'b'], position: 3 }])
})

test('files of a list are understood however their fields are called', async () => {
  for (const [one, two] of [
    ['documents', 'documents'],
    ['documents[]', 'documents[]'],
    ['documents[0]', 'documents[1]'],
    ['documents.items', 'documents.items'],
    ['documents.0', 'documents.1'],
  ]) {
    const { body } = await post([
      named,
      pdf,
      { name: one!, filename: 'one.txt', type: 'text/plain', content: 'one' },
      { name: two!, filename: 'two.txt', type: 'text/plain', content: 'two' },
    ])
    assert.deepEqual(
      body.documents?.map((file: { name: string }) => file.name),
      ['one.txt', 'two.txt'],
      one,
    )
  }
  assert.equal(await left(), 0)
})

const refused: [string, Part[], RegExp][] = [
  ['no file', [named], /^pdf is required\.$/],
  ['a text for a file', [named, { name: 'pdf', content: 'text' }], /^pdf must be a file/],
  ['an empty file input', [named, { name: 'pdf', filename: '', content: '' }], /^pdf is required\.$/],
  [
    'a picture for a PDF',
    [named, { ...pdf, content: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') }],
    /^pdf must be a file of the type PDF\.$/,
  ],
  ['an empty PDF', [named, { ...pdf, content: '' }], /^pdf must be a file of the type PDF\.$/],
  ['a PDF that was cut off', [named, { ...pdf, content: '%PDF-1.7\nsome' }], /^pdf must be a whole PDF/],
  ['two PDFs', [named, pdf, pdf], /^pdf must be one file\.$/],
  [
    'a large PDF',
    [named, { ...pdf, content: `%PDF-1.7\n${'x'.repeat(3000)}%%EOF` }],
    /^pdf must be at most 1\.9 kB\.$/,
  ],
  [
    'too many files',
    [named, pdf, ...[1, 2, 3].map(() => ({ ...pdf, name: 'documents' }))],
    /^documents must hold at most 2 of them\.$/,
  ],
  ['a field missing', [pdf], /^name is required\.$/],
  ['a field twice', [named, named, pdf], /^name must be a string\.$/],
  ['broken JSON', [named, pdf, { name: 'signers', content: '[{"firstName":' }], /^signers must be JSON\.$/],
  [
    'a nested field missing',
    [named, pdf, { name: 'signers[0][position]', content: '1' }],
    /^signers\[0\]\.firstName is required\.$/,
  ],
  [
    'a far index',
    [named, pdf, { name: 'signers[99999999999][firstName]', content: 'a' }],
    /index of at most 999/,
  ],
  ['a deep name', [named, pdf, { name: `signers${'[a]'.repeat(50)}`, content: 'a' }], /deeper than 8/],
  ['a prototype', [named, pdf, { name: '__proto__', content: 'a' }], /well-formed/],
]
for (const [about, parts, sentence] of refused)
  test(`${about} is refused, and nothing is left of it`, async () => {
    const { status, body } = await post(parts)
    assert.equal(status, 400, JSON.stringify(body))
    assert.match(body.message, sentence)
    assert.equal(await left(), 0)
  })

test('unknown fields and files are ignored', async () => {
  const { status, body } = await post([
    named,
    { name: 'other', content: 'x' },
    { name: 'signers[0][unknown]', content: 'x' },
    { name: 'signers[0][firstName]', content: 'Ann' },
    { name: 'thing', filename: 'x.bin', content: 'x'.repeat(100_000) },
    pdf,
  ])
  assert.equal(status, 200, JSON.stringify(body))
  assert.deepEqual(Object.keys(body), ['name', 'pdf', 'signers'])
  assert.deepEqual(body.signers, [{ firstName: 'Ann' }])
})

test('a form that ends too soon, or is none, is refused', async () => {
  const { payload, headers } = formOf([named, pdf])
  for (const cut of [1, 10, 40, 100, 150, payload.length - 5]) {
    const response = await app.inject({
      method: 'POST',
      url: '/',
      headers,
      payload: payload.subarray(0, cut),
    })
    assert.equal(response.statusCode, 400, `${cut} ${response.body}`)
    assert.match(response.json().message, /well-formed|required/, `${cut}`)
  }
  for (const type of [
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary=x',
  ]) {
    const response = await app.inject({
      method: 'POST',
      url: '/',
      headers: { 'content-type': type },
      payload,
    })
    assert.equal(response.statusCode, 400, `${type} ${response.body}`)
  }
  assert.equal(await left(), 0)
})

test('a claimed file stays when the answer is sent', async () => {
  const { status, body } = await post([named, { name: 'keep', content: 'true' }, pdf])
  assert.equal(status, 200, JSON.stringify(body))
  const [row] = await running.database.sql<
    [{ n: number }]
  >`select count(*) as n from documents where sha256 = ${body.pdf.sha256Hex}`
  assert.equal(row.n, 1)
  assert.equal(await left(), 0)
})
