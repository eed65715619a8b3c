import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { aDraft, anOpenImport } from '../../../../test/support/builders.ts'
import { refusalSuite } from '../../../../test/support/refusals.ts'
import { decodeId, encodeId } from '../ids.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const NONE = '0'.repeat(40)

const call = ({ apiKey }: Tenant, method: 'GET' | 'PUT' | 'DELETE', path: string, payload?: object) =>
  running.app.inject({
    method,
    url: `/api/v2${path}`,
    headers: { authorization: apiKey },
    ...(payload ? { payload } : {}),
  })

for (const [name, method, path] of [
  ['update-import', 'PUT', ''],
  ['transmit-import', 'PUT', '/transmit'],
  ['delete-import', 'DELETE', ''],
] as const)
  refusalSuite(() => running, {
    name,
    api: 'v2',
    permission: 'invoices:write',
    request: async (tenant) => ({ method, url: `/api/v2/imports/${await anOpenImport(tenant)}${path}` }),
    missing: async () => ({ method, url: `/api/v2/imports/${NONE}${path}` }),
  })
refusalSuite(() => running, {
  name: 'list-imports-of-company',
  api: 'v2',
  permission: 'invoices:read',
  request: async ({ companyId }) => ({ method: 'GET', url: `/api/v2/companies/${companyId}/imports` }),
  missing: async () => ({ method: 'GET', url: `/api/v2/companies/${NONE}/imports` }),
})

/** An open import with so many invoices. */
async function filled(tenant: Tenant, count: number): Promise<{ id: string; invoices: string[] }> {
  const id = await anOpenImport(tenant)
  const invoices: string[] = []
  for (let i = 0; i < count; i++)
    invoices.push(encodeId(tenant.company.companyId, (await aDraft(tenant, decodeId(id)!.id)).id))
  return { id, invoices }
}

test('an import is shown with its invoices, in the order in which they came', async () => {
  const tenant = await running.tenant()
  const { id, invoices } = await filled(tenant, 3)
  const shown = (await call(tenant, 'GET', `/imports/${id}`)).json()
  assert.deepEqual(shown.invoice_ids, invoices)
  assert.deepEqual([shown.transmitted, shown.transmitted_at], [false, null])
  const missing = await call(tenant, 'GET', `/imports/${NONE}`)
  assert.deepEqual([missing.statusCode, missing.json()], [404, { errors: 'invalid_import_id' }])
  const hidden = await call(await running.tenant(), 'GET', `/imports/${id}`)
  assert.deepEqual([hidden.statusCode, hidden.json()], [404, { errors: 'invalid_import_id' }])
})

test('transmitted, an import is closed: nothing is added, changed or deleted', async () => {
  const tenant = await running.tenant()
  const { id, invoices } = await filled(tenant, 1)
  const sent = await call(tenant, 'PUT', `/imports/${id}/transmit`)
  assert.equal(sent.statusCode, 200)
  assert.equal(sent.json().transmitted, true)
  assert.match(sent.json().transmitted_at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  const refused = [422, { error: 'import_already_transmitted' }]
  for (const [method, path] of [
    ['PUT', `/imports/${id}/transmit`],
    ['PUT', `/imports/${id}`],
    ['DELETE', `/imports/${id}`],
  ] as const) {
    const response = await call(
      tenant,
      method,
      path,
      method === 'PUT' ? { expected_invoices_count: 4 } : undefined,
    )
    assert.deepEqual([response.statusCode, response.json()], refused, `${method} ${path}`)
  }
  const added = await aDraft(tenant, decodeId(id)!.id).catch((error: { about: string }) => error.about)
  assert.equal(added, 'batch_already_transmitted')
  const deleted = await call(tenant, 'DELETE', `/invoices/${invoices[0]}`)
  assert.deepEqual([deleted.statusCode, deleted.json()], [422, { error: 'invoice_already_transmitted' }])
})

test('of fifty that transmit at once one does', async () => {
  const tenant = await running.tenant()
  const { id } = await filled(tenant, 1)
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => call(tenant, 'PUT', `/imports/${id}/transmit`)),
  )
  const statuses = answers.map(({ statusCode }) => statusCode)
  assert.equal(statuses.filter((status) => status === 200).length, 1)
  assert.equal(statuses.filter((status) => status === 422).length, 49)
})

test('invoices that are added while the import is transmitted are in it, or were refused', async () => {
  const tenant = await running.tenant()
  const { id } = await filled(tenant, 1)
  const adding = Array.from({ length: 20 }, () =>
    aDraft(tenant, decodeId(id)!.id).then(
      () => 1,
      (error: { about: string }) => {
        assert.equal(error.about, 'batch_already_transmitted')
        return 0
      },
    ),
  )
  const sent = await call(tenant, 'PUT', `/imports/${id}/transmit`)
  const added = (await Promise.all(adding)).reduce<number>((sum, one) => sum + one, 0)
  const now = (await call(tenant, 'GET', `/imports/${id}`)).json()
  assert.equal(now.invoice_ids.length, added + 1)
  assert.deepEqual(sent.json().invoice_ids, now.invoice_ids, 'none came after it')
})

test('the expected count is changed; left out it stays', async () => {
  const tenant = await running.tenant()
  const id = await anOpenImport(tenant)
  const count = async (payload?: object) =>
    (await call(tenant, 'PUT', `/imports/${id}`, payload)).json().expected_invoices_count
  assert.equal(await count({ expected_invoices_count: '7' }), 7)
  assert.equal(await count({}), 7)
  assert.equal(await count({ expected_invoices_count: 8 }), 8)
  const wrong = await call(tenant, 'PUT', `/imports/${id}`, { expected_invoices_count: 'many' })
  assert.deepEqual([wrong.statusCode, wrong.json()], [422, { error: 'invalid_expected_invoices_count' }])
})

test('deleted, an import is gone with its invoices, and with what was said about them', async () => {
  const tenant = await running.tenant()
  const { id, invoices } = await filled(tenant, 2)
  assert.equal((await call(tenant, 'DELETE', `/imports/${id}`)).statusCode, 204)
  assert.equal((await call(tenant, 'GET', `/imports/${id}`)).statusCode, 404)
  for (const invoice of invoices)
    assert.equal((await call(tenant, 'GET', `/invoices/${invoice}`)).statusCode, 404)
  assert.equal((await call(tenant, 'DELETE', `/imports/${id}`)).statusCode, 404)
})

test('the imports of a company come in pages, oldest first', async () => {
  const tenant = await running.tenant()
  const ids: string[] = []
  for (let i = 0; i < 5; i++) ids.push(await anOpenImport(tenant))
  await call(tenant, 'PUT', `/imports/${ids[1]}/transmit`)
  const page = async (query: string) =>
    (await call(tenant, 'GET', `/companies/${tenant.companyId}/imports?${query}`)).json()
  const first = await page('page_size=2')
  assert.deepEqual(first.page, { page_number: 1, page_size: 2, total_entries: 5, total_pages: 3 })
  assert.deepEqual(
    first.imports.map(({ import_id, transmitted }: Record<string, unknown>) => [import_id, transmitted]),
    [
      [ids[0], false],
      [ids[1], true],
    ],
  )
  assert.deepEqual(Object.keys(first.imports[0]), [
    'company_id',
    'import_id',
    'title',
    'transmitted',
    'transmitted_at',
  ])
  const last = await page('page:number=3&page:size=2')
  assert.deepEqual(
    last.imports.map(({ import_id }: { import_id: string }) => import_id),
    [ids[4]],
  )
  assert.deepEqual((await page('page_number=9')).imports, [])
})
