import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import {
  aDocument,
  agreementFields,
  anAgreement,
  aPdf,
  aSignature,
  dirkJan,
} from '../../../../test/support/agreements.ts'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { formOf, type Part } from '../../../../test/support/forms.ts'
import { refusalSuite } from '../../../../test/support/refusals.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

interface Shown {
  createdAt: string
  signerSignatureHash: string
  signers: [{ id: string }]
  documents: [{ id: string }]
}

const NONE = `agr_${'0'.repeat(26)}`
const ODD = `agd_${'0'.repeat(26)}`

const call = (tenant: Tenant, method: 'GET' | 'DELETE', url: string) =>
  running.app.inject({ method, url: `/v1/agreements${url}`, headers: { authorization: tenant.bearer } })

function post(tenant: Tenant, parts: Part[], headers: Record<string, string> = {}) {
  const form = formOf(parts)
  return running.app.inject({
    method: 'POST',
    url: '/v1/agreements',
    headers: { authorization: tenant.bearer, ...form.headers, ...headers },
    payload: form.payload,
  })
}

for (const [name, method, permission] of [
  ['get-agreement', 'GET', 'agreements:read'],
  ['delete-agreement', 'DELETE', 'agreements:write'],
] as const)
  refusalSuite(() => running, {
    name,
    api: 'v1',
    permission,
    request: async (tenant) => ({
      method,
      url: `/v1/agreements/${(await anAgreement(running, tenant)).id}`,
    }),
    missing: async () => ({ method, url: `/v1/agreements/${NONE}` }),
  })

refusalSuite(() => running, {
  name: 'download-agreement-document',
  api: 'v1',
  permission: 'agreements:read',
  request: async (tenant) => {
    const { id, body } = await anAgreement(running, tenant)
    return { method: 'GET', url: `/v1/agreements/${id}/documents/${body.documents[0]!.id}/download` }
  },
  missing: async (tenant) => ({
    method: 'GET',
    url: `/v1/agreements/${(await anAgreement(running, tenant)).id}/documents/${ODD}/download`,
  }),
})

refusalSuite(() => running, {
  name: 'list-agreements',
  api: 'v1',
  permission: 'agreements:read',
  request: async () => ({ method: 'GET', url: '/v1/agreements' }),
})

refusalSuite(() => running, {
  name: 'create-agreement',
  api: 'v1',
  permission: 'agreements:write',
  request: async () => ({
    method: 'POST',
    url: '/v1/agreements',
    payload: formOf([...agreementFields(), await aDocument()]).payload,
  }),
})

test('the documented example makes an agreement, which is shown, listed and downloaded', async () => {
  const tenant = await running.tenant()
  const content = await aPdf()
  const { id, body } = await anAgreement(running, tenant, {
    signers: [{ ...dirkJan, shouldIdentify: true }],
    documents: [{ ...(await aDocument()), content }],
  })
  const { createdAt, documents, signers, signerSignatureHash, ...rest } = body as unknown as Shown
  assert.deepEqual(rest, {
    id,
    name: 'Service contract',
    status: 'sent',
    signerName: 'John Doe',
    signerSignature: aSignature,
  })
  assert.match(createdAt, /^2026-11-21T11:00:\d\d\+01:00$/)
  const expected = createHash('sha256')
    .update(aSignature + createdAt)
    .digest('hex')
  assert.equal(signerSignatureHash, expected)
  const [{ id: signer, ...invited }, ...others] = signers
  assert.deepEqual(others, [])
  assert.match(signer, /^ags_/)
  assert.deepEqual(invited, {
    ...dirkJan,
    shouldIdentify: true,
    signature: null,
    signatureHash: null,
    signedAt: null,
  })
  const [{ id: documentId, ...document }] = documents
  assert.match(documentId, /^agd_/)
  assert.deepEqual(document, {
    documentName: 'Contract version_2.pdf',
    fileSize: content.length,
    fileHash: createHash('sha256').update(content).digest('hex'),
  })

  assert.deepEqual((await call(tenant, 'GET', `/${id}`)).json(), body)
  const list = (await call(tenant, 'GET', '')).json()
  assert.deepEqual(list.data, [
    {
      id,
      name: 'Service contract',
      status: 'sent',
      signerName: 'John Doe',
      signerCount: 1,
      signatureCount: 0,
      createdAt,
    },
  ])
  const file = (await call(tenant, 'GET', `/${id}/documents/${documentId}/download`)).json()
  assert.deepEqual(Object.keys(file), ['link', 'expiresAt'])
  const download = await running.app.inject(file.link.replace('https://balie.example', ''))
  assert.equal(download.statusCode, 200)
  assert.deepEqual(download.rawPayload, content)
})

test('signers come as JSON each, as one JSON list, in brackets or with dots', async () => {
  const tenant = await running.tenant()
  const anna = { firstName: 'Anna', lastName: 'de Vries', email: 'anna@example.com', shouldIdentify: true }
  const flat = (write: (index: number, key: string) => string) =>
    [dirkJan, anna].flatMap((signer, index) =>
      Object.entries(signer).map(([key, value]) => ({ name: write(index, key), content: String(value) })),
    )
  const ways: Part[][] = [
    [dirkJan, anna].map((signer) => ({ name: 'signers', content: JSON.stringify(signer) })),
    [dirkJan, anna].map((signer) => ({ name: 'signers[]', content: JSON.stringify(signer) })),
    [{ name: 'signers', content: JSON.stringify([dirkJan, anna]) }],
    flat((index, key) => `signers[${index}][${key}]`),
    flat((index, key) => `signers.${index}.${key}`),
  ]
  for (const signers of ways)
    for (const name of ['documents', 'documents[]', 'documents.items', 'documents[0]']) {
      const response = await post(tenant, [
        ...agreementFields([]),
        ...signers,
        { ...(await aDocument()), name },
      ])
      assert.equal(response.statusCode, 200, `${name} ${JSON.stringify(signers[0])}: ${response.body}`)
      assert.deepEqual(
        response.json().signers.map(({ email }: { email: string }) => email),
        [dirkJan.email, anna.email],
      )
    }
})

test('what does not fit is refused by name, and nothing of it is kept', async () => {
  const tenant = await running.tenant()
  const document = await aDocument()
  const pdf = document.content as Buffer
  const without = (name: string) => [...agreementFields(), document].filter((part) => part.name !== name)
  const withSignature = (content: string) => [
    ...without('signerSignatureData'),
    { name: 'signerSignatureData', content },
  ]
  const withDocument = (content: Buffer) => [...without('documents'), { ...document, content }]
  const encrypted = Buffer.from(
    pdf.toString('latin1').replace('/Root', '/Encrypt << /Filter /Standard >> /Root'),
    'latin1',
  )
  const big = Buffer.concat([pdf, Buffer.alloc(3 * 1024 * 1024, 0x20), Buffer.from('\n%%EOF\n')])
  const cases: [Part[], string][] = [
    ...['name', 'signerName', 'signerSignatureData', 'signers', 'documents'].map((name): [Part[], string] => [
      without(name),
      name,
    ]),
    [withSignature('data:image/gif;base64,R0lGODlh'), 'signerSignatureData'],
    [withSignature(aSignature.slice(0, -40)), 'signerSignatureData'],
    [withSignature('hello'), 'signerSignatureData'],
    [withSignature(`data:image/png;base64,${'A'.repeat(400_000)}`), 'signerSignatureData'],
    [[...agreementFields(Array.from({ length: 6 }, () => dirkJan)), document], 'signers'],
    [[...agreementFields([{ ...dirkJan, email: 'nobody' }]), document], 'signers[0].email'],
    [[...agreementFields([{ ...dirkJan, firstName: undefined }]), document], 'signers[0].firstName'],
    [[...agreementFields([{ ...dirkJan, shouldIdentify: 'maybe' }]), document], 'signers[0].shouldIdentify'],
    [[...agreementFields(), ...Array.from({ length: 6 }, () => document)], 'documents'],
    [withDocument(Buffer.from('Dear reader')), 'documents'],
    [withDocument(pdf.subarray(0, pdf.length / 2)), 'documents'],
    [withDocument(Buffer.from('%PDF-1.7\nnothing\n%%EOF\n')), 'documents[0]'],
    [withDocument(encrypted), 'documents[0]'],
    [[...agreementFields(), { ...document, content: big }, { ...document, content: big }], 'documents'],
  ]
  for (const [parts, field] of cases) {
    const response = await post(tenant, parts)
    assert.equal(response.statusCode, 422, `${field}: ${response.body}`)
    assert.ok(response.json().message.startsWith(field), response.json().message)
  }
  const { companyId } = tenant.company
  for (const table of ['agreements', 'documents', 'document_uploads', 'mails', 'events']) {
    const kept = await running.database.sql`
      select from ${running.database.sql(table)} where company_id = ${companyId}
        ${table === 'events' ? running.database.sql`and type like 'agreement%'` : running.database.sql``}`
    assert.equal(kept.length, 0, table)
  }
})

test('JSON is refused: an agreement is made of files', async () => {
  const tenant = await running.tenant()
  const response = await running.app.inject({
    method: 'POST',
    url: '/v1/agreements',
    headers: { authorization: tenant.bearer },
    payload: {
      name: 'x',
      signerName: 'x',
      signerSignatureData: aSignature,
      signers: [dirkJan],
      documents: ['x'],
    },
  })
  assert.equal(response.statusCode, 422)
  assert.match(response.json().message, /^documents\[0\] must be a file/)
})

test('an agreement that nobody signed is withdrawn with its documents, and its links open nothing', async () => {
  const tenant = await running.tenant()
  const { id, body, links } = await anAgreement(running, tenant)
  const deleted = await call(tenant, 'DELETE', `/${id}`)
  assert.deepEqual([deleted.statusCode, deleted.json()], [200, body])
  assert.equal((await call(tenant, 'GET', `/${id}`)).statusCode, 404)
  assert.equal((await call(tenant, 'DELETE', `/${id}`)).statusCode, 404)
  assert.equal((await running.app.inject(links[0]!)).statusCode, 404)
  assert.deepEqual((await call(tenant, 'GET', '')).json().data, [])
  const { sql } = running.database
  assert.equal((await sql`select from documents where company_id = ${tenant.company.companyId}`).length, 0)
  const [event] = await sql<{ before: Record<string, unknown> }[]>`
    select before from events where company_id = ${tenant.company.companyId} and type = 'agreement.deleted'`
  assert.equal(event!.before['name'], 'Service contract')
  assert.ok(!JSON.stringify(event).includes('data:image'), 'no signature is kept in the event')
})

test('what somebody signed is kept', async () => {
  const tenant = await running.tenant()
  const { id, links } = await anAgreement(running, tenant, { signers: [dirkJan, dirkJan] })
  const signed = await running.app.inject({
    method: 'POST',
    url: `${links[1]!}/sign`,
    payload: { signature: aSignature },
  })
  assert.equal(signed.statusCode, 200, signed.body)
  const refused = await call(tenant, 'DELETE', `/${id}`)
  assert.equal(refused.statusCode, 422)
  assert.match(refused.json().message, /signed/)
})

test('the same request with the same key makes one agreement and invites once', async () => {
  const tenant = await running.tenant()
  const parts = [...agreementFields(), await aDocument()]
  const first = await post(tenant, parts, { 'idempotency-key': 'one' })
  const again = await post(tenant, parts, { 'idempotency-key': 'one' })
  assert.deepEqual([again.statusCode, again.json()], [200, first.json()])
  const { sql } = running.database
  assert.equal((await sql`select from mails where company_id = ${tenant.company.companyId}`).length, 1)
  assert.equal(
    (await sql`select from document_uploads where company_id = ${tenant.company.companyId}`).length,
    0,
  )
})
