import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type Tenant, type TestApp } from '../../../../test/support/app.ts'
import { aCustomer } from '../../../../test/support/builders.ts'
import { refusalSuite } from '../../../../test/support/refusals.ts'
import { createManualOffer } from '../../../domain/offers/create-manual-offer.ts'
import { encodeId } from '../ids.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const call = (tenant: Tenant, method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object) =>
  running.app.inject({
    method,
    url: `/v1/customer-offers${path}`,
    headers: { authorization: tenant.bearer },
    ...(payload ? { payload } : {}),
  })

async function anOffer(tenant: Tenant, number: string, customerId?: string, expiresOn = '2026-12-31') {
  const offer = await createManualOffer(tenant.ctx(), {
    customerId: customerId ?? (await aCustomer(tenant)).id,
    number,
    issuedOn: '2026-11-01',
    expiresOn,
    lines: [{ description: 'Website', netCents: 1000, vatRate: 21 }],
  })
  return encodeId('offer', offer.id)
}

refusalSuite(() => running, {
  name: 'send-customer-offer',
  api: 'v1',
  permission: 'offers:write',
  request: async (tenant) => ({
    method: 'POST',
    url: `/v1/customer-offers/${await anOffer(tenant, '1')}/notification`,
  }),
  missing: async () => ({
    method: 'POST',
    url: `/v1/customer-offers/off_${'0'.repeat(26)}/notification`,
  }),
})

test('offers are listed by customer and by what became of them', async () => {
  const tenant = await running.tenant()
  const customer = await aCustomer(tenant)
  const open = await anOffer(tenant, 'open', customer.id)
  const expired = await anOffer(tenant, 'expired', undefined, '2026-11-02')
  const accepted = await anOffer(tenant, 'accepted')
  const rejected = await anOffer(tenant, 'rejected', customer.id)
  await call(tenant, 'PATCH', `/${accepted}`, { acceptedAt: '2026-11-11' })
  await call(tenant, 'PATCH', `/${rejected}`, { rejectedAt: '2026-11-11' })
  await anOffer(await running.tenant(), 'foreign')
  const ids = async (query: string) =>
    (await call(tenant, 'GET', query)).json().data.map(({ id }: { id: string }) => id)
  assert.deepEqual(await ids('?status=open'), [open])
  assert.deepEqual(await ids('?status=expired'), [expired])
  assert.deepEqual(await ids('?status=accepted'), [accepted])
  assert.deepEqual(await ids('?status=rejected'), [rejected])
  const of = `customerId=${encodeId('customer', customer.id)}`
  assert.deepEqual(await ids(`?${of}`), [rejected, open])
  assert.deepEqual(await ids(`?${of}&sort=createdAt`), [open, rejected])
  const first = (await call(tenant, 'GET', `?${of}&per_page=1`)).json()
  assert.deepEqual(await ids(`?${of}&per_page=1&cursor=${first.next_cursor}`), [open])
  for (const [query, field] of [
    ['customerId=cst_1', 'customerId'],
    ['status=lost', 'status'],
    ['sort=amount', 'sort'],
    ['cursor=x', 'cursor'],
  ] as const) {
    const response = await call(tenant, 'GET', `?${query}`)
    assert.equal(response.statusCode, 422, query)
    assert.ok(response.json().message.startsWith(field), response.json().message)
  }
})

test('an offer is sent as often as it is asked, until it was answered or has expired', async () => {
  const tenant = await running.tenant()
  const customer = await aCustomer(tenant)
  const id = await anOffer(tenant, '2026-001', customer.id)
  const sent = await call(tenant, 'POST', `/${id}/notification`)
  assert.equal(sent.statusCode, 200, sent.body)
  await call(tenant, 'POST', `/${id}/notification`)
  const { sql } = running.database
  const mails = await sql<{ to: string; params: { title: string; url: string } }[]>`
    select to_address as "to", params from mails
     where company_id = ${tenant.company.companyId} and template = 'offer-created'`
  assert.equal(mails.length, 2)
  assert.equal(mails[0]!.to, customer.email)
  assert.equal(mails[0]!.params.title, '2026-001')
  assert.equal(mails[0]!.params.url, sent.json().links.publicOffer.href)
  await call(tenant, 'PATCH', `/${id}`, { rejectedAt: '2026-11-11' })
  const late = await anOffer(tenant, 'late', customer.id, '2026-11-02')
  await sql`update customers set email = null where company_id = ${tenant.company.companyId}`
  const silent = await anOffer(tenant, 'silent', customer.id)
  for (const [offer, why] of [
    [id, /rejected/],
    [late, /expired/],
    [silent, /^customerId /],
  ] as const) {
    const refused = await call(tenant, 'POST', `/${offer}/notification`)
    assert.equal(refused.statusCode, 422)
    assert.match(refused.json().message, why)
  }
})
