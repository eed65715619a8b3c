import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { anInvoice } from '../../../../test/support/builders.ts'
import { refusalSuite } from '../../../../test/support/refusals.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const documented = {
  name: 'Amsterdam Collectors FC',
  brand: 'clubcollect',
  email: 'admin@amscollectors.nl',
  locale: 'nl',
  address1: 'Sint Pieterspoortsteeg',
  address2: '2nd floor',
  house_number: '2',
  zipcode: '1012 HM',
  city: 'Amsterdam',
  country_code: 'NL',
  currency: 'EUR',
}

const call = (
  { apiKey }: Tenant,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  payload?: object,
  headers: Record<string, string> = {},
) =>
  running.app.inject({
    method,
    url: `/api/v2/companies${path}`,
    headers: { authorization: apiKey, ...headers },
    ...(payload ? { payload } : {}),
  })

refusalSuite(() => running, {
  name: 'create-company',
  api: 'v2',
  permission: 'company:write',
  request: async () => ({ method: 'POST', url: '/api/v2/companies', payload: documented }),
})
refusalSuite(() => running, {
  name: 'update-company',
  api: 'v2',
  permission: 'company:write',
  request: async ({ companyId }) => ({
    method: 'PUT',
    url: `/api/v2/companies/${companyId}`,
    payload: documented,
  }),
  missing: async () => ({ method: 'PUT', url: `/api/v2/companies/${'0'.repeat(40)}`, payload: documented }),
})

test('the documented company is made, shown and usable at once', async () => {
  const tenant = await running.tenant()
  const made = await call(tenant, 'POST', '', {
    ...documented,
    vat_percentage: '21',
    partnership_page_url: '',
  })
  assert.equal(made.statusCode, 200)
  const { company_id, ...rest } = made.json()
  assert.match(company_id, /^[0-9a-f]{40}$/)
  assert.deepEqual(rest, documented)
  assert.deepEqual((await call(tenant, 'GET', `/${company_id}`)).json(), made.json())
  const batch = await running.app.inject({
    method: 'POST',
    url: '/api/v2/imports',
    headers: { authorization: tenant.apiKey },
    payload: { company_id },
  })
  assert.equal(batch.statusCode, 200)
  const other = await running.tenant()
  const hidden = await call(other, 'GET', `/${company_id}`)
  assert.deepEqual([hidden.statusCode, hidden.json()], [404, { errors: 'not_found' }])
})

test('asked for twice with one Idempotency-Key it is one company', async () => {
  const tenant = await running.tenant()
  const once = { 'idempotency-key': 'company-1' }
  const first = await call(tenant, 'POST', '', documented, once)
  assert.deepEqual((await call(tenant, 'POST', '', documented, once)).json(), first.json())
})

test('a change replaces what is given, leaves what is left out and empties what is empty', async () => {
  const tenant = await running.tenant()
  const { company_id } = (await call(tenant, 'POST', '', documented)).json()
  const { address2: _left, ...without } = documented
  const changed = await call(tenant, 'PUT', `/${company_id}`, {
    ...without,
    name: 'Rotterdam Collectors FC',
    city: '',
    zipcode: null,
    locale: 'EN',
  })
  assert.equal(changed.statusCode, 200)
  assert.deepEqual(changed.json(), {
    ...documented,
    company_id,
    name: 'Rotterdam Collectors FC',
    city: '',
    zipcode: '',
    locale: 'en',
  })
  assert.deepEqual((await call(tenant, 'GET', `/${company_id}`)).json(), changed.json())
})

test('the currency of a company that has invoices stays', async () => {
  const tenant = await running.tenant()
  await anInvoice(tenant)
  const change = (currency: string) =>
    call(tenant, 'PUT', `/${tenant.companyId}`, { ...documented, currency })
  const refused = await change('CHF')
  assert.deepEqual([refused.statusCode, refused.json()], [422, { error: 'currency_in_use' }])
  assert.equal((await change('EUR')).statusCode, 200)
})

test('what is wrong is named, and nothing is made of it', async () => {
  const tenant = await running.tenant()
  const count = async () =>
    (await running.database.sql`select count(*) as n from companies`)[0]!['n'] as number
  const known = await count()
  for (const [change, error] of [
    [{ name: ' ' }, 'invalid_name'],
    [{ name: undefined }, 'invalid_name'],
    [{ brand: 'other' }, 'invalid_brand'],
    [{ brand: undefined }, 'invalid_brand'],
    [{ email: 'nobody' }, 'invalid_email'],
    [{ locale: 'es' }, 'invalid_locale'],
    [{ country_code: 'US' }, 'invalid_country_code'],
    [{ currency: 'USD' }, 'invalid_currency'],
    [{ vat_percentage: 101 }, 'invalid_vat_percentage'],
    [{ vat_percentage: 'x' }, 'invalid_vat_percentage'],
    [{ partnership_page_url: 'javascript:alert(1)' }, 'invalid_partnership_page_url'],
    [{ city: 5, zipcode: ['a'] }, 'invalid_zipcode'],
    [{ address1: 'x'.repeat(256) }, 'invalid_address1'],
  ] as const) {
    const response = await call(tenant, 'POST', '', { ...documented, ...change })
    assert.deepEqual([response.statusCode, response.json()], [422, { error }], JSON.stringify(change))
    const update = await call(tenant, 'PUT', `/${tenant.companyId}`, { ...documented, ...change })
    assert.deepEqual([update.statusCode, update.json()], [422, { error }], JSON.stringify(change))
  }
  assert.equal(await count(), known)
})
