import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { aCustomer } from '../../../../test/support/builders.ts'
import { formOf } from '../../../../test/support/forms.ts'
import { refusalSuite } from '../../../../test/support/refusals.ts'
import { encodeId } from '../ids.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const example = {
  name: 'Contract renewal',
  description: 'We need these files to complete your contract renewal',
  requestedFiles: [
    { name: 'Logo', description: 'The logo we should put on your website', required: true, maxFileSize: 1 },
    { name: 'Contract', required: 'true', maxFileSize: '10' },
    { name: 'Anything', required: false },
  ],
}

const call = (tenant: Tenant, method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) =>
  running.app.inject({
    method,
    url,
    headers: { authorization: tenant.bearer },
    ...(payload ? { payload } : {}),
  })
const aRequest = async (tenant: Tenant, more: object = {}) =>
  (await call(tenant, 'POST', '/v1/file-requests', { ...example, ...more })).json()
const pathOf = async (tenant: Tenant) => `/v1/file-requests/${(await aRequest(tenant)).id}`
const linkOf = (request: { links: { publicRequest: { href: string } } }) =>
  request.links.publicRequest.href.replace('https://balie.example', '/api/portal')
const NONE = `/v1/file-requests/frq_${'0'.repeat(26)}`

const upload = (link: string, id: string, content: string, filename = 'logo.txt') =>
  running.app.inject({
    method: 'POST',
    url: `${link}/files/${id}`,
    ...formOf([{ name: 'file', filename, type: 'text/plain', content }]),
  })

refusalSuite(() => running, {
  name: 'list-file-requests',
  api: 'v1',
  permission: 'filerequest:read',
  request: async () => ({ method: 'GET', url: '/v1/file-requests' }),
})
refusalSuite(() => running, {
  name: 'create-file-request',
  api: 'v1',
  permission: 'filerequest:write',
  request: async () => ({ method: 'POST', url: '/v1/file-requests', payload: example }),
})
refusalSuite(() => running, {
  name: 'get-file-request',
  api: 'v1',
  permission: 'filerequest:read',
  request: async (tenant) => ({ method: 'GET', url: await pathOf(tenant) }),
  missing: async () => ({ method: 'GET', url: NONE }),
})
refusalSuite(() => running, {
  name: 'delete-file-request',
  api: 'v1',
  permission: 'filerequest:write',
  request: async (tenant) => ({ method: 'DELETE', url: await pathOf(tenant) }),
  missing: async () => ({ method: 'DELETE', url: NONE }),
})

test('the documented request is made, shown, listed and withdrawn', async () => {
  const tenant = await running.tenant()
  const customerId = encodeId('customer', (await aCustomer(tenant)).id)
  const directory = (await call(tenant, 'POST', '/v1/files', { name: 'In' })).json()
  const request = await aRequest(tenant, { customerId, directoryId: directory.id })
  assert.deepEqual(Object.keys(request), [
    'id',
    'name',
    'description',
    'directoryId',
    'customerId',
    'requestedFiles',
    'completedAt',
    'createdAt',
    'links',
  ])
  assert.match(request.id, /^frq_[0-9a-z]{26}$/)
  assert.deepEqual(
    [request.customerId, request.directoryId, request.completedAt],
    [customerId, directory.id, null],
  )
  assert.equal(request.links.customer.href, `https://balie.example/v1/customers/${customerId}`)
  const [logo, contract, anything] = request.requestedFiles
  assert.match(logo.id, /^fqf_[0-9a-z]{26}$/)
  assert.deepEqual(
    { ...logo, id: '' },
    {
      id: '',
      name: 'Logo',
      description: 'The logo we should put on your website',
      required: true,
      maxFileSize: 1,
      uploadedFileId: null,
    },
  )
  assert.deepEqual([contract.required, contract.maxFileSize], [true, 10])
  assert.deepEqual([anything.required, anything.maxFileSize], [false, 976])
  assert.deepEqual((await call(tenant, 'GET', `/v1/file-requests/${request.id}`)).json(), request)
  assert.deepEqual((await call(tenant, 'GET', '/v1/file-requests')).json().data, [request])
  // A directory that goes leaves the request without one.
  await call(tenant, 'DELETE', `/v1/files/${directory.id}`)
  const homeless = (await call(tenant, 'GET', `/v1/file-requests/${request.id}`)).json()
  assert.equal(homeless.directoryId, null)
  assert.deepEqual((await call(tenant, 'DELETE', `/v1/file-requests/${request.id}`)).json(), homeless)
  assert.equal((await running.app.inject(linkOf(request))).statusCode, 404)
})

const refused: [object, string][] = [
  [{ requestedFiles: [] }, 'requestedFiles must hold at least 1 of them.'],
  [
    { requestedFiles: Array.from({ length: 11 }, () => ({ name: 'a' })) },
    'requestedFiles must hold at most 10 of them.',
  ],
  [{ requestedFiles: [{ description: 'a' }] }, 'requestedFiles[0].name is required.'],
  [{ requestedFiles: [{ name: 'a', maxFileSize: 0 }] }, 'requestedFiles[0].maxFileSize must be at least 1.'],
  [{ name: '' }, 'name is required.'],
  [{ customerId: `cst_${'0'.repeat(26)}` }, 'customerId must be the ID of an existing customer.'],
  [{ directoryId: `fsd_${'0'.repeat(26)}` }, 'directoryId must be the ID of an existing directory.'],
  [{ directoryId: 'fsf_1' }, 'directoryId must be the ID of an existing directory.'],
]
for (const [more, message] of refused)
  test(message, async () => {
    const tenant = await running.tenant()
    const response = await call(tenant, 'POST', '/v1/file-requests', { ...example, ...more })
    assert.deepEqual([response.statusCode, response.json()], [422, { message }])
  })

test('whoever holds the link sees what is asked and uploads it; with the last required file it is complete', async () => {
  const tenant = await running.tenant()
  const directory = (await call(tenant, 'POST', '/v1/files', { name: 'In' })).json()
  const request = await aRequest(tenant, { directoryId: directory.id })
  const link = linkOf(request)
  const shown = (await running.app.inject(link)).json()
  assert.deepEqual(Object.keys(shown), ['company', 'description', 'requestedFiles', 'completedAt'])
  const [logo, contract, anything] = shown.requestedFiles
  assert.deepEqual([logo.uploaded, logo.maxFileSize], [false, 1])
  const first = await upload(link, logo.id, 'a logo')
  assert.equal(first.statusCode, 200, first.body)
  assert.deepEqual([first.json().requestedFiles[0].uploaded, first.json().completedAt], [true, null])
  assert.equal((await upload(link, logo.id, 'another')).statusCode, 409)
  const last = (await upload(link, contract.id, 'a contract')).json()
  assert.match(last.completedAt, /^2026-11-21T10:/)
  assert.equal((await upload(link, anything.id, 'more')).json().completedAt, last.completedAt)
  const done = (await call(tenant, 'GET', `/v1/file-requests/${request.id}`)).json()
  const inside = (await call(tenant, 'GET', `/v1/files?directory=${directory.id}`)).json().data
  assert.deepEqual(
    done.requestedFiles.map((file: { uploadedFileId: string }) => file.uploadedFileId).sort(),
    inside.map(({ id }: { id: string }) => id).sort(),
  )
  // A file that is deleted later leaves its place, and the request complete.
  await call(tenant, 'DELETE', `/v1/files/${done.requestedFiles[0].uploadedFileId}`)
  const later = (await call(tenant, 'GET', `/v1/file-requests/${request.id}`)).json()
  assert.deepEqual([later.requestedFiles[0].uploadedFileId, later.completedAt], [null, done.completedAt])
})

test('the last two required files, uploaded at once, complete it; one place is filled once', async () => {
  const tenant = await running.tenant()
  const request = await aRequest(tenant)
  const [logo, contract] = request.requestedFiles
  const link = linkOf(request)
  const answers = await Promise.all([
    upload(link, logo.id, 'one'),
    upload(link, contract.id, 'two'),
    upload(link, logo.id, 'three'),
    upload(link, contract.id, 'four'),
  ])
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [200, 200, 409, 409])
  const done = (await call(tenant, 'GET', `/v1/file-requests/${request.id}`)).json()
  assert.notEqual(done.completedAt, null)
  assert.equal((await call(tenant, 'GET', '/v1/files')).json().data.length, 2)
  const [row] = await running.database.sql<[{ n: number; completed: number }]>`
    select (select count(*) from document_uploads where company_id = ${tenant.company.companyId}) as n,
           (select count(*) from events where company_id = ${tenant.company.companyId}
               and type = 'file_request.completed') as completed`
  assert.deepEqual(row, { n: 0, completed: 1 })
})

test('an upload that is too large, empty-handed, or by a wrong link is refused', async () => {
  const tenant = await running.tenant()
  const request = await aRequest(tenant)
  const other = await aRequest(tenant)
  const [logo] = request.requestedFiles
  const link = linkOf(request)
  const large = await upload(link, logo.id, 'x'.repeat(1025))
  assert.deepEqual([large.statusCode, large.json().message], [413, 'file must be at most 1 kB.'])
  assert.equal((await upload(link, logo.id, 'x'.repeat(1024))).statusCode, 200)
  const nothing = await running.app.inject({
    method: 'POST',
    url: `${link}/files/${request.requestedFiles[1].id}`,
    ...formOf([{ name: 'other', content: 'x' }]),
  })
  assert.deepEqual([nothing.statusCode, nothing.json().message], [422, 'file is required.'])
  const wrong = link.replace(/.$/, (c) => (c === 'A' ? 'B' : 'A'))
  for (const path of [wrong, link.replace(request.id, other.id), link.replace('frq_', 'fss_')]) {
    assert.equal((await running.app.inject(path)).statusCode, 404)
    assert.equal((await upload(path, request.requestedFiles[2].id, 'x')).statusCode, 404)
  }
  assert.equal((await upload(link, other.requestedFiles[1].id, 'x')).statusCode, 404)
})
