import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { aCustomer, anUpload } from '../../../../test/support/builders.ts'
import { refusalSuite } from '../../../../test/support/refusals.ts'
import { addFile } from '../../../domain/files/add-file.ts'
import { createDirectory } from '../../../domain/files/create-directory.ts'
import { encodeId } from '../ids.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const call = (tenant: Tenant, method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) =>
  running.app.inject({
    method,
    url,
    headers: { authorization: tenant.bearer },
    ...(payload ? { payload } : {}),
  })

/** A file at the top, and a directory with a directory with a file. */
async function content(tenant: Tenant) {
  const file = async (name: string, directory: string | null) =>
    encodeId('file', (await addFile(tenant.ctx(), await anUpload(tenant, name, name), directory)).id)
  const outer = await createDirectory(tenant.ctx(), 'Outer', null)
  const inner = await createDirectory(tenant.ctx(), 'Inner', outer.id)
  return {
    top: await file('top.txt', null),
    deep: await file('deep.txt', inner.id),
    unshared: await file('unshared.txt', null),
    outer: encodeId('directory', outer.id),
    inner: encodeId('directory', inner.id),
  }
}
const aShare = async (tenant: Tenant, more: object = {}) => {
  const things = await content(tenant)
  const response = await call(tenant, 'POST', '/v1/file-shares', {
    content: [things.outer, things.top],
    ...more,
  })
  assert.equal(response.statusCode, 200, response.body)
  return { ...things, share: response.json() }
}
const linkOf = (share: { links: { publicShare: { href: string } } }) =>
  share.links.publicShare.href.replace('https://balie.example', '/api/portal')
const pathOf = async (tenant: Tenant) => `/v1/file-shares/${(await aShare(tenant)).share.id}`
const NONE = `/v1/file-shares/fss_${'0'.repeat(26)}`

refusalSuite(() => running, {
  name: 'list-file-shares',
  api: 'v1',
  permission: 'fileshare:read',
  request: async () => ({ method: 'GET', url: '/v1/file-shares' }),
})
refusalSuite(() => running, {
  name: 'create-file-share',
  api: 'v1',
  permission: 'fileshare:write',
  request: async (tenant) => ({
    method: 'POST',
    url: '/v1/file-shares',
    payload: { content: [(await content(tenant)).top] },
  }),
})
refusalSuite(() => running, {
  name: 'get-file-share',
  api: 'v1',
  permission: 'fileshare:read',
  request: async (tenant) => ({ method: 'GET', url: await pathOf(tenant) }),
  missing: async () => ({ method: 'GET', url: NONE }),
})
refusalSuite(() => running, {
  name: 'delete-file-share',
  api: 'v1',
  permission: 'fileshare:write',
  request: async (tenant) => ({ method: 'DELETE', url: await pathOf(tenant) }),
  missing: async () => ({ method: 'DELETE', url: NONE }),
})

test('the documented share is made, shown, listed and ended', async () => {
  const tenant = await running.tenant()
  const customerId = encodeId('customer', (await aCustomer(tenant)).id)
  const { share, outer, top } = await aShare(tenant, { customerId })
  assert.deepEqual(Object.keys(share), ['id', 'sharedWithCustomerId', 'sharedContent', 'createdAt', 'links'])
  assert.match(share.id, /^fss_[0-9a-z]{26}$/)
  assert.equal(share.sharedWithCustomerId, customerId)
  assert.deepEqual(
    share.sharedContent.map(({ id, type, fileShareId }: Record<string, string>) => [id, type, fileShareId]),
    [
      [outer, 'directory', share.id],
      [top, 'file', share.id],
    ],
  )
  assert.equal((await call(tenant, 'GET', `/v1/files/${top}`)).json().fileShareId, share.id)
  assert.deepEqual((await call(tenant, 'GET', `/v1/file-shares/${share.id}`)).json(), share)
  assert.deepEqual((await call(tenant, 'GET', '/v1/file-shares')).json().data, [share])
  assert.deepEqual((await call(tenant, 'DELETE', `/v1/file-shares/${share.id}`)).json(), share)
  assert.equal((await running.app.inject(linkOf(share))).statusCode, 404)
  assert.equal((await call(tenant, 'GET', `/v1/files/${top}`)).json().fileShareId, null)
})

test('what is shared must be there, and is shared once', async () => {
  const tenant = await running.tenant()
  const foreign = await content(await running.tenant())
  const { top, outer } = await content(tenant)
  for (const [given, message] of [
    [[], 'content must hold at least 1 of them.'],
    [['x'], 'content[0] must be the ID of an existing file or directory.'],
    [[top, foreign.top], 'content must hold nothing but IDs of existing files and directories.'],
    [[top.replace('fsf_', 'fsd_')], 'content must hold nothing but IDs of existing files and directories.'],
  ] as const) {
    const response = await call(tenant, 'POST', '/v1/file-shares', { content: given })
    assert.deepEqual([response.statusCode, response.json()], [422, { message }])
  }
  const nobody = await call(tenant, 'POST', '/v1/file-shares', {
    content: [top],
    customerId: `cst_${'0'.repeat(26)}`,
  })
  assert.deepEqual(nobody.json(), { message: 'customerId must be the ID of an existing customer.' })
  const twice = await call(tenant, 'POST', '/v1/file-shares', { content: [top, outer, top] })
  assert.equal(twice.json().sharedContent.length, 2)
})

test('whoever holds the link sees the share with all that is in its directories, and downloads that only', async () => {
  const tenant = await running.tenant()
  const { share, outer, inner, top, deep, unshared } = await aShare(tenant)
  const link = linkOf(share)
  const shown = (await running.app.inject(link)).json()
  assert.deepEqual(shown, {
    company: tenant.company.name,
    content: [
      { id: outer, directoryId: null, type: 'directory', name: 'Outer', size: null, mime: null },
      { id: top, directoryId: null, type: 'file', name: 'top.txt', size: 7, mime: 'text/plain' },
      { id: inner, directoryId: outer, type: 'directory', name: 'Inner', size: null, mime: null },
      { id: deep, directoryId: inner, type: 'file', name: 'deep.txt', size: 8, mime: 'text/plain' },
    ],
  })
  for (const [id, text] of [
    [top, 'top.txt'],
    [deep, 'deep.txt'],
  ]) {
    const got = await running.app.inject(`${link}/files/${id}`)
    assert.deepEqual([got.statusCode, got.body], [200, text])
    assert.match(String(got.headers['content-disposition']), /^attachment;/)
  }
  for (const id of [unshared, inner, `fsf_${'0'.repeat(26)}`])
    assert.equal((await running.app.inject(`${link}/files/${id}`)).statusCode, 404, id)
  const wrong = link.replace(/.$/, (c) => (c === 'A' ? 'B' : 'A'))
  assert.equal((await running.app.inject(wrong)).statusCode, 404)
  assert.equal((await running.app.inject(`${wrong}/files/${top}`)).statusCode, 404)
  await call(tenant, 'DELETE', `/v1/files/${top}`)
  assert.equal((await running.app.inject(`${link}/files/${top}`)).statusCode, 404)
  assert.equal((await running.app.inject(link)).json().content.length, 3)
})
