import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { anUpload } from '../../../../test/support/builders.ts'
import { refusalSuite } from '../../../../test/support/refusals.ts'
import { addFile } from '../../../domain/files/add-file.ts'
import { createDirectory } from '../../../domain/files/create-directory.ts'
import { encodeId } from '../ids.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const call = (tenant: Tenant, method: 'GET' | 'PATCH', url: string, payload?: object) =>
  running.app.inject({
    method,
    url: `/v1/files${url}`,
    headers: { authorization: tenant.bearer },
    ...(payload ? { payload } : {}),
  })
const aDirectory = async (tenant: Tenant, name: string, parent: string | null = null) =>
  createDirectory(tenant.ctx(), name, parent)
const idOf = ({ id, type }: { id: string; type: 'file' | 'directory' }) => encodeId(type, id)

refusalSuite(() => running, {
  name: 'move-file',
  api: 'v1',
  permission: 'files:write',
  request: async (tenant) => ({
    method: 'PATCH',
    url: `/v1/files/${idOf(await aDirectory(tenant, 'Contracts'))}`,
    payload: { name: 'Agreements' },
  }),
  missing: async () => ({
    method: 'PATCH',
    url: `/v1/files/fsd_${'0'.repeat(26)}`,
    payload: { name: 'Agreements' },
  }),
})

test('a file is renamed and moved; it is downloaded under its name', async () => {
  const tenant = await running.tenant()
  const [contracts, old] = [await aDirectory(tenant, 'Contracts'), await aDirectory(tenant, 'Old')]
  const inner = await aDirectory(tenant, 'Inner', contracts.id)
  const file = await addFile(tenant.ctx(), await anUpload(tenant), old.id)
  const moved = await call(tenant, 'PATCH', `/${idOf(file)}`, { name: 'a/b.txt', directory: idOf(inner) })
  assert.equal(moved.statusCode, 200, moved.body)
  assert.equal(moved.json().name, 'b.txt')
  assert.deepEqual((await call(tenant, 'GET', `/${idOf(file)}`)).json().directories, [
    { id: idOf(contracts), name: 'Contracts' },
    { id: idOf(inner), name: 'Inner' },
  ])
  const link = (await call(tenant, 'GET', `/${idOf(file)}/download`)).json()
  const bytes = await running.app.inject({ method: 'GET', url: new URL(link.link).pathname })
  assert.match(String(bytes.headers['content-disposition']), /b\.txt/)
  const top = await call(tenant, 'PATCH', `/${idOf(file)}`, { directory: '-' })
  assert.equal(top.statusCode, 200)
  assert.deepEqual((await call(tenant, 'GET', `/${idOf(file)}`)).json().directories, [])
  const listed = (await call(tenant, 'GET', '?sort=name')).json().data
  assert.deepEqual(
    listed.map((one: { name: string }) => one.name),
    ['Contracts', 'Old', 'b.txt'],
  )
  const events = await running.database.sql`
    select before, after from events where company_id = ${tenant.company.companyId} and type = 'file.changed'`
  assert.equal(events.length, 2)
})

test('a directory does not move into itself, also not by two moves at once', async () => {
  const tenant = await running.tenant()
  const [a, b] = [await aDirectory(tenant, 'A'), await aDirectory(tenant, 'B')]
  const inner = await aDirectory(tenant, 'Inner', a.id)
  for (const into of [a, inner]) {
    const refused = await call(tenant, 'PATCH', `/${idOf(a)}`, { directory: idOf(into) })
    assert.equal(refused.statusCode, 422)
    assert.match(refused.json().message, /^directory /)
  }
  const answers = await Promise.all([
    call(tenant, 'PATCH', `/${idOf(a)}`, { directory: idOf(b) }),
    call(tenant, 'PATCH', `/${idOf(b)}`, { directory: idOf(a) }),
  ])
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [200, 422])
})

test('what no file can be is refused by name', async () => {
  const tenant = await running.tenant()
  const directory = await aDirectory(tenant, 'A')
  const file = await addFile(tenant.ctx(), await anUpload(tenant), null)
  const foreign = await aDirectory(await running.tenant(), 'B')
  for (const body of [
    {},
    { directory: idOf(foreign) },
    { directory: idOf(file) },
    { directory: 'x' },
    { name: 'x'.repeat(201) },
  ])
    assert.equal(
      (await call(tenant, 'PATCH', `/${idOf(directory)}`, body)).statusCode,
      422,
      JSON.stringify(body),
    )
})

test('files are searched by name wherever they lie', async () => {
  const tenant = await running.tenant()
  const directory = await aDirectory(tenant, 'Contracts 2026')
  const inner = await aDirectory(tenant, 'Signed contracts', directory.id)
  await aDirectory(await running.tenant(), 'Contracts elsewhere')
  const found = async (query: string) =>
    (await call(tenant, 'GET', `?${query}`)).json().data.map((one: { id: string }) => one.id)
  assert.deepEqual(await found('search=contr'), [idOf(directory), idOf(inner)])
  assert.deepEqual(await found('search=contr%20sig'), [idOf(inner)])
  assert.equal((await call(tenant, 'GET', `?search=c&directory=${idOf(directory)}`)).statusCode, 422)
})
