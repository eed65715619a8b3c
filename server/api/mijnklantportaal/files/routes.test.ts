import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { anUpload } from '../../../../test/support/builders.ts'
import { formOf, type Part } from '../../../../test/support/forms.ts'
import { refusalSuite } from '../../../../test/support/refusals.ts'
import { addFile } from '../../../domain/files/add-file.ts'
import { encodeId } from '../ids.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const NONE = `/v1/files/fsf_${'0'.repeat(26)}`
const aFile = async (tenant: Tenant) =>
  encodeId('file', (await addFile(tenant.ctx(), await anUpload(tenant), null)).id)
const pathOf = async (tenant: Tenant) => `/v1/files/${await aFile(tenant)}`
const part = (content: string | Buffer, filename = 'contract_v2.pdf', type = 'application/pdf'): Part => ({
  name: 'file',
  filename,
  type,
  content,
})

const call = (tenant: Tenant, method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) =>
  running.app.inject({
    method,
    url,
    headers: { authorization: tenant.bearer },
    ...(payload ? { payload } : {}),
  })

async function upload(tenant: Tenant, file: Part, query = '', headers: Record<string, string> = {}) {
  const form = formOf([file])
  return running.app.inject({
    method: 'POST',
    url: `/v1/files${query}`,
    payload: form.payload,
    headers: { authorization: tenant.bearer, ...form.headers, ...headers },
  })
}

const download = async (tenant: Tenant, id: string, headers: Record<string, string> = {}) => {
  const { link } = (await call(tenant, 'GET', `/v1/files/${id}/download`)).json()
  return running.app.inject({ url: String(link).replace('https://balie.example', ''), headers })
}

refusalSuite(() => running, {
  name: 'list-files',
  api: 'v1',
  permission: 'files:read',
  request: async () => ({ method: 'GET', url: '/v1/files' }),
})
refusalSuite(() => running, {
  name: 'post-files, a directory',
  api: 'v1',
  permission: 'files:write',
  request: async () => ({ method: 'POST', url: '/v1/files', payload: { name: 'Contracts' } }),
})
refusalSuite(() => running, {
  name: 'post-files, a file',
  api: 'v1',
  permission: 'files:write',
  request: async () => ({ method: 'POST', url: '/v1/files', ...formOf([part('%PDF-1.7')]) }),
})
refusalSuite(() => running, {
  name: 'get-file',
  api: 'v1',
  permission: 'files:read',
  request: async (tenant) => ({ method: 'GET', url: await pathOf(tenant) }),
  missing: async () => ({ method: 'GET', url: NONE }),
})
refusalSuite(() => running, {
  name: 'download-file',
  api: 'v1',
  permission: 'files:read',
  request: async (tenant) => ({ method: 'GET', url: `${await pathOf(tenant)}/download` }),
  missing: async () => ({ method: 'GET', url: `${NONE}/download` }),
})
refusalSuite(() => running, {
  name: 'delete-file',
  api: 'v1',
  permission: 'files:write',
  request: async (tenant) => ({ method: 'DELETE', url: await pathOf(tenant) }),
  missing: async () => ({ method: 'DELETE', url: NONE }),
})

test('an uploaded file has the documented fields, and its bytes come back as they were', async () => {
  const tenant = await running.tenant()
  const bytes = Buffer.from('%PDF-1.7\n\0\xff\r\n--', 'latin1')
  const response = await upload(tenant, part(bytes))
  assert.equal(response.statusCode, 200, response.body)
  const file = response.json()
  const { id, createdAt, ...rest } = file
  assert.deepEqual(Object.keys(file), ['id', 'type', 'name', 'size', 'mime', 'fileShareId', 'createdAt'])
  assert.match(id, /^fsf_[0-9a-z]{26}$/)
  assert.match(createdAt, /^2026-11-21T11:00:\d\d\+01:00$/)
  assert.deepEqual(rest, {
    type: 'file',
    name: 'contract_v2.pdf',
    size: bytes.length,
    mime: 'application/pdf',
    fileShareId: null,
  })
  assert.deepEqual((await call(tenant, 'GET', `/v1/files/${id}`)).json(), { ...file, directories: [] })
  const cloudfile = (await call(tenant, 'GET', `/v1/files/${id}/download`)).json()
  assert.deepEqual(Object.keys(cloudfile), ['link', 'expiresAt'])
  assert.match(cloudfile.expiresAt, /^2026-11-21T11:05:\d\d\+01:00$/)
  const got = await download(tenant, id)
  assert.equal(got.statusCode, 200)
  assert.ok(got.rawPayload.equals(bytes))
  assert.equal(got.headers['content-type'], 'application/pdf')
  assert.equal(
    got.headers['content-disposition'],
    `attachment; filename="contract_v2.pdf"; filename*=UTF-8''contract_v2.pdf`,
  )
  assert.equal(got.headers['x-content-type-options'], 'nosniff')
  assert.match(String(got.headers['content-security-policy']), /default-src 'none'; sandbox/)
})

test('directories hold files and directories, and are listed', async () => {
  const tenant = await running.tenant()
  const directory = (await call(tenant, 'POST', '/v1/files', { name: 'Contracts' })).json()
  assert.deepEqual(
    [directory.type, directory.name, directory.size, directory.mime],
    ['directory', 'Contracts', null, null],
  )
  const within = `?directory=${directory.id}`
  const inner = (await call(tenant, 'POST', `/v1/files${within}`, { name: '2026' })).json()
  const file = (await upload(tenant, part('%PDF-1.7'), within)).json()
  const names = async (query: string) =>
    (await call(tenant, 'GET', `/v1/files${query}`)).json().data.map(({ id }: { id: string }) => id)
  assert.deepEqual(await names(''), [directory.id])
  assert.deepEqual(await names(within), [file.id, inner.id])
  assert.deepEqual(await names(`?directory=${inner.id}`), [])
  const page = (await call(tenant, 'GET', `/v1/files${within}&per_page=1`)).json()
  assert.equal(
    page.next_page_url,
    `https://balie.example/v1/files?page=2&per_page=1&directory=${directory.id}`,
  )
  assert.equal((await call(tenant, 'GET', `/v1/files/${directory.id}/download`)).statusCode, 404)
  for (const [query, status] of [
    [`?directory=fsd_${'0'.repeat(26)}`, 404],
    ['?directory=nonsense', 422],
    [`?directory=${file.id}`, 422],
    [`?directory=${file.id.replace('fsf_', 'fsd_')}`, 404],
  ] as const)
    assert.equal((await call(tenant, 'GET', `/v1/files${query}`)).statusCode, status, query)
  for (const bad of [`fsd_${'0'.repeat(26)}`, file.id, file.id.replace('fsf_', 'fsd_'), 'x']) {
    for (const response of [
      await call(tenant, 'POST', `/v1/files?directory=${bad}`, { name: 'a' }),
      await upload(tenant, part('%PDF-1.7'), `?directory=${bad}`),
    ]) {
      assert.equal(response.statusCode, 422, bad)
      assert.equal(response.json().message, 'directory must be the ID of an existing directory.')
    }
  }
})

test('either a file or a name, of the right size', async () => {
  const tenant = await running.tenant()
  const both = formOf([part('x'), { name: 'name', content: 'Contracts' }])
  const headers = { authorization: tenant.bearer, ...both.headers }
  const refused = await running.app.inject({ method: 'POST', url: '/v1/files', ...both, headers })
  assert.equal(refused.statusCode, 422)
  assert.match(refused.json().message, /^name must not come with a file/)
  const large = await upload(tenant, part('x'.repeat(1_000_001)))
  assert.deepEqual([large.statusCode, large.json()], [413, { message: 'file must be at most 976.5 kB.' }])
  const [row] = await running.database.sql<[{ n: number }]>`
    select (select count(*) from documents where company_id = ${tenant.company.companyId})
         + (select count(*) from document_uploads where company_id = ${tenant.company.companyId}) as n`
  assert.equal(row.n, 0)
})

const tricks: [given: string, kept: string][] = [
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\windows\\system.ini', 'system.ini'],
  ['..', 'file'],
  ['/', 'file'],
  ['a\u202Egpj.exe', 'agpj.exe'],
  ['a\u200bb\u0007.txt', 'ab.txt'],
  [`${'é'.repeat(300)}.pdf`, `${'é'.repeat(98)}.pdf`],
  ['factuur € 12 "kopie".pdf', 'factuur € 12 _22kopie_22.pdf'],
  ['con.txt. . .', 'con.txt'],
]
for (const [given, kept] of tricks)
  test(`a file called ${JSON.stringify(given).slice(0, 40)} is kept as ${kept.slice(0, 40)}`, async () => {
    const tenant = await running.tenant()
    const response = await upload(tenant, part('x', given, 'text/plain'))
    assert.equal(response.statusCode, 200, response.body)
    assert.equal(response.json().name.replaceAll('%22', '_22'), kept)
    const got = await download(tenant, response.json().id)
    assert.equal(got.statusCode, 200)
    const [, encoded] = /filename\*=UTF-8''(.*)$/.exec(String(got.headers['content-disposition']))!
    assert.equal(decodeURIComponent(encoded!), response.json().name)
    assert.match(String(got.headers['content-disposition']), /^[\x20-\x7e]+$/)
  })

test('nothing uploaded is served as a page', async () => {
  const tenant = await running.tenant()
  for (const [name, type, content] of [
    ['a.html', 'text/html', '<script>alert(1)</script>'],
    ['a.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'],
    ['a.xml', 'application/xml', '<?xml version="1.0"?><a/>'],
    ['a.png', 'image/png', '<script>'],
    ['a.js', 'text/javascript', 'alert(1)'],
  ] as const) {
    const { id } = (await upload(tenant, part(content, name, type))).json()
    const got = await download(tenant, id)
    assert.equal(got.headers['content-type'], 'application/octet-stream', name)
    assert.match(String(got.headers['content-disposition']), /^attachment;/)
  }
})

test('a range of the bytes, or only the head', async () => {
  const tenant = await running.tenant()
  const { id } = (await upload(tenant, part('0123456789', 'a.txt', 'text/plain'))).json()
  for (const [range, status, body, contentRange] of [
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=8-', 206, '89', 'bytes 8-9/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=5-99', 206, '56789', 'bytes 5-9/10'],
    ['bytes=0-1,3-4', 200, '0123456789', undefined],
    ['bytes=4-2', 200, '0123456789', undefined],
    ['lines=1-2', 200, '0123456789', undefined],
  ] as const) {
    const got = await download(tenant, id, { range })
    assert.deepEqual(
      [got.statusCode, got.body, got.headers['content-range']],
      [status, body, contentRange],
      range,
    )
    assert.equal(got.headers['content-length'], String(body.length))
  }
  const beyond = await download(tenant, id, { range: 'bytes=10-' })
  assert.deepEqual([beyond.statusCode, beyond.headers['content-range']], [416, 'bytes */10'])
  const { link } = (await call(tenant, 'GET', `/v1/files/${id}/download`)).json()
  const head = await running.app.inject({ method: 'HEAD', url: link.replace('https://balie.example', '') })
  assert.deepEqual([head.statusCode, head.body, head.headers['content-length']], [200, '', '10'])
})

test('a link that is forged, of another file or older than five minutes opens nothing', async () => {
  const tenant = await running.tenant()
  const id = await aFile(tenant)
  const { link } = (await call(tenant, 'GET', `/v1/files/${id}/download`)).json()
  const path = String(link).replace('https://balie.example', '')
  const [, token = ''] = /([^/]+)$/.exec(path)!
  const bytes = Buffer.from(token, 'base64url')
  for (let i = 0; i < bytes.length; i += 3) {
    const forged = Buffer.from(bytes)
    forged[i]! ^= 1
    const response = await running.app.inject(path.replace(token, forged.toString('base64url')))
    assert.equal(response.statusCode, 404)
    assert.equal(response.json().code, 'not_found')
  }
  for (const other of [token.slice(0, -1), `${token}A`, `${token}=`, ''])
    assert.equal((await running.app.inject(path.replace(token, other))).statusCode, 404)
  const then = running.clock.now()
  running.clock.set(new Date(then.getTime() + 299_000).toISOString())
  assert.equal((await running.app.inject(path)).statusCode, 200)
  running.clock.set(new Date(then.getTime() + 301_000).toISOString())
  const expired = await running.app.inject(path)
  assert.deepEqual([expired.statusCode, /expired/.test(expired.json().message)], [404, true])
  running.clock.set(then.toISOString())
})

test('a deleted directory takes what is in it along', async () => {
  const tenant = await running.tenant()
  const directory = (await call(tenant, 'POST', '/v1/files', { name: 'Contracts' })).json()
  const inner = (await call(tenant, 'POST', `/v1/files?directory=${directory.id}`, { name: '2026' })).json()
  const file = (await upload(tenant, part('%PDF-1.7'), `?directory=${inner.id}`)).json()
  const { link } = (await call(tenant, 'GET', `/v1/files/${file.id}/download`)).json()
  assert.deepEqual((await call(tenant, 'DELETE', `/v1/files/${directory.id}`)).json(), directory)
  for (const { id } of [directory, inner, file])
    assert.equal((await call(tenant, 'GET', `/v1/files/${id}`)).statusCode, 404)
  assert.equal((await running.app.inject(link.replace('https://balie.example', ''))).statusCode, 404)
  const jobs = await running.database.sql`
    select 1 from graphile_worker.jobs j join graphile_worker._private_jobs p using (id)
     where j.task_identifier = 'remove-bytes' and (p.payload->>'companyId')::int = ${tenant.company.companyId}`
  assert.equal(jobs.length, 1)
})

test('the same upload with the same Idempotency-Key is done once, another one under it is refused', async () => {
  const tenant = await running.tenant()
  const key = { 'idempotency-key': 'one' }
  const first = await upload(tenant, part('%PDF-1.7 one'), '', key)
  const again = await upload(tenant, part('%PDF-1.7 one'), '', key)
  assert.deepEqual([again.statusCode, again.body], [200, first.body])
  assert.equal(again.headers['idempotency-replayed'], 'true')
  const other = await upload(tenant, part('%PDF-1.7 two'), '', key)
  assert.equal(other.statusCode, 422)
  const [row] = await running.database.sql<[{ kept: number; left: number }]>`
    select (select count(*) from documents where company_id = ${tenant.company.companyId}) as kept,
           (select count(*) from document_uploads where company_id = ${tenant.company.companyId}) as left`
  assert.deepEqual(row, { kept: 1, left: 0 })
})
