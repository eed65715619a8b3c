import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { startTestApp, type Tenant, type TestApp } from '../../../../test/support/app.ts'
import { aCustomer } from '../../../../test/support/builders.ts'
import { formOf, partsOf, type Part } from '../../../../test/support/forms.ts'
import { refusalSuite } from '../../../../test/support/refusals.ts'
import { encodeId } from '../ids.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const NONE = `off_${'0'.repeat(26)}`
const PDF = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

const call = (tenant: Tenant, method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object) =>
  running.app.inject({
    method,
    url: `/v1/customer-offers${path}`,
    headers: { authorization: tenant.bearer },
    ...(payload ? { payload } : {}),
  })

async function upload(tenant: Tenant, fields: Record<string, unknown>, pdf: Partial<Part> | null = {}) {
  const file = { name: 'pdf', content: PDF, filename: 'offer.pdf', type: 'application/pdf' }
  const { payload, headers } = formOf([...partsOf(fields), ...(pdf === null ? [] : [{ ...file, ...pdf }])])
  return running.app.inject({
    method: 'POST',
    url: '/v1/customer-offers',
    headers: { authorization: tenant.bearer, ...headers },
    payload,
  })
}

const aCustomerId = async (tenant: Tenant) => encodeId('customer', (await aCustomer(tenant)).id)

const about = { offerNumber: '2014-001', issuedAt: '2025-04-14', expiresAt: '2025-04-30' }
const lines = [{ description: 'Website template', amountExclVat: '12.95', vatRate: 21 }]

const manual = async (tenant: Tenant, input: object = {}) =>
  call(tenant, 'POST', '/manual', { customerId: await aCustomerId(tenant), ...about, lines, ...input })

const anOffer = async (tenant: Tenant): Promise<string> => (await manual(tenant)).json().id

for (const [method, path, name, permission, payload] of [
  ['GET', '', 'get-customer-offer', 'offers:read', undefined],
  ['GET', '/pdf', 'get-customer-offer-as-pdf', 'offers:read', undefined],
  [
    'PATCH',
    '',
    'mark-customer-offer-accepted-or-rejected',
    'offers:write',
    { acceptedAt: '2025-04-15 10:00:00' },
  ],
  ['DELETE', '', 'delete-customer-offer', 'offers:write', undefined],
] as const)
  refusalSuite(() => running, {
    name,
    api: 'v1',
    permission,
    request: async (tenant) => ({
      method,
      url: `/v1/customer-offers/${await anOffer(tenant)}${path}`,
      ...(payload ? { payload } : {}),
    }),
    missing: async () => ({
      method,
      url: `/v1/customer-offers/${NONE}${path}`,
      ...(payload ? { payload } : {}),
    }),
  })

refusalSuite(() => running, {
  name: 'list-customer-offers',
  api: 'v1',
  permission: 'offers:read',
  request: async () => ({ method: 'GET', url: '/v1/customer-offers' }),
})

refusalSuite(() => running, {
  name: 'create-manual-customer-offer',
  api: 'v1',
  permission: 'offers:write',
  request: async (tenant) => ({
    method: 'POST',
    url: '/v1/customer-offers/manual',
    payload: { customerId: await aCustomerId(tenant), ...about, lines },
  }),
})

refusalSuite(() => running, {
  name: 'create-customer-offer',
  api: 'v1',
  permission: 'offers:write',
  request: async (tenant) => ({
    method: 'POST',
    url: '/v1/customer-offers',
    ...formOf([
      ...partsOf({ customerId: await aCustomerId(tenant), ...about, amount: '12.95' }),
      { name: 'pdf', content: PDF, filename: 'offer.pdf', type: 'application/pdf' },
    ]),
  }),
})

test('the documented example makes a manual offer, of its lines with VAT', async () => {
  const tenant = await running.tenant()
  const customerId = await aCustomerId(tenant)
  const made = await manual(tenant, { customerId })
  assert.equal(made.statusCode, 200, made.body)
  const { id, createdAt, links, ...rest } = made.json()
  assert.match(id, /^off_[0-9a-hjkmnp-tv-z]{26}$/)
  assert.match(createdAt, /\+01:00$/)
  assert.deepEqual(rest, {
    customerId,
    offerNumber: '2014-001',
    issuedAt: '2025-04-14',
    expiresAt: '2025-04-30',
    currency: 'EUR',
    amount: '15.67',
    acceptedAt: null,
    acceptedViaIp: null,
    acceptedViaUserAgent: null,
    acceptanceSignature: null,
    rejectedAt: null,
  })
  assert.deepEqual(links.customer, {
    href: `https://balie.example/v1/customers/${customerId}`,
    type: 'application/json',
  })
  assert.match(
    links.publicOffer.href,
    new RegExp(`^https://balie\\.example/public-offer/${id}/\\d+-[\\w-]{24}$`),
  )
  assert.deepEqual((await call(tenant, 'GET', `/${id}`)).json(), made.json())
  assert.deepEqual((await call(tenant, 'GET', '')).json().data, [made.json()])
})

test('an uploaded offer has the PDF that came with it, behind a link of five minutes', async () => {
  const tenant = await running.tenant()
  const fields = {
    customerId: await aCustomerId(tenant),
    ...about,
    amount: '12.95',
    sendNotification: 'true',
  }
  const made = await upload(tenant, fields)
  assert.equal(made.statusCode, 200, made.body)
  assert.equal(made.json().amount, '12.95')
  const answer = await call(tenant, 'GET', `/${made.json().id}/pdf`)
  assert.equal(answer.statusCode, 200)
  const { link, expiresAt } = answer.json()
  assert.match(expiresAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+01:00$/)
  const download = await running.app.inject(link.replace('https://balie.example', ''))
  assert.equal(download.statusCode, 200)
  assert.deepEqual(download.rawPayload, PDF)
  running.clock.set(new Date(Date.parse(expiresAt) + 1000).toISOString())
  assert.equal((await running.app.inject(link.replace('https://balie.example', ''))).statusCode, 404)
})

test('a manual offer has one that is rendered, the same bytes each time', async () => {
  const tenant = await running.tenant()
  const id = await anOffer(tenant)
  const get = async () => {
    const { link, expiresAt } = (await call(tenant, 'GET', `/${id}/pdf`)).json()
    const answer = await running.app.inject(link.replace('https://balie.example', ''))
    return { answer, link: link.replace('https://balie.example', ''), expiresAt }
  }
  const { answer, link, expiresAt } = await get()
  assert.equal(answer.statusCode, 200)
  assert.equal(answer.headers['content-type'], 'application/pdf')
  assert.match(String(answer.headers['content-disposition']), /filename="Offer 2014-001\.pdf"/)
  assert.equal(answer.rawPayload.subarray(0, 5).toString(), '%PDF-')
  const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
  assert.equal(hash((await get()).answer.rawPayload), hash(answer.rawPayload))
  // One kind's link opens nothing of the others, nor does a changed one.
  for (const wrong of [
    link.replace('offer-pdfs', 'invoice-pdfs'),
    link.replace('offer-pdfs', 'downloads'),
    `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`,
    `${link}A`,
  ])
    assert.equal((await running.app.inject(wrong)).statusCode, 404, wrong)
  running.clock.set(new Date(Date.parse(expiresAt) + 1000).toISOString())
  assert.equal((await running.app.inject(link)).statusCode, 404)
})

test('an offer may come with its answer; where and with what it was accepted goes with that', async () => {
  const tenant = await running.tenant()
  const fields = { customerId: await aCustomerId(tenant), ...about, amount: '12.95' }
  const via = { acceptedViaIp: '123.456.7.8.9', acceptedViaUserAgent: 'Mozilla/5.0 (X11; Linux x86_64)' }
  const accepted = (await upload(tenant, { ...fields, ...via, acceptedAt: '2024-05-11 12:59:00' })).json()
  assert.equal(accepted.acceptedAt, '2024-05-11T12:59:00+02:00')
  assert.deepEqual([accepted.acceptedViaIp, accepted.acceptedViaUserAgent], Object.values(via))
  const open = (await upload(tenant, { ...fields, ...via, acceptedAt: '' })).json()
  assert.deepEqual([open.acceptedAt, open.acceptedViaIp, open.acceptedViaUserAgent], [null, null, null])
  const rejected = (await upload(tenant, { ...fields, rejectedAt: '2024-05-11 12:59:00' })).json()
  assert.equal(rejected.rejectedAt, '2024-05-11T12:59:00+02:00')
  const both = await upload(tenant, { ...fields, acceptedAt: '2024-05-11', rejectedAt: '2024-05-12' })
  assert.equal(both.statusCode, 422)
  assert.match(both.json().message, /^rejectedAt /)
})

test('an offer is accepted or rejected once', async () => {
  const tenant = await running.tenant()
  const id = await anOffer(tenant)
  const via = { acceptedViaIp: '192.0.2.1', acceptedViaUserAgent: 'Firefox' }
  const accepted = await call(tenant, 'PATCH', `/${id}`, { acceptedAt: '2024-05-04 20:51:50', ...via })
  assert.equal(accepted.statusCode, 200)
  const { acceptedAt, acceptedViaIp, acceptedViaUserAgent, rejectedAt } = accepted.json()
  assert.deepEqual(
    [acceptedAt, acceptedViaIp, acceptedViaUserAgent, rejectedAt],
    ['2024-05-04T20:51:50+02:00', '192.0.2.1', 'Firefox', null],
  )
  for (const body of [{ acceptedAt: '2024-05-05' }, { rejectedAt: '2024-05-05' }]) {
    const again = await call(tenant, 'PATCH', `/${id}`, body)
    assert.equal(again.statusCode, 422)
    assert.match(again.json().message, /accepted already/)
  }
  assert.deepEqual((await call(tenant, 'GET', `/${id}`)).json(), accepted.json())
  assert.equal((await call(tenant, 'DELETE', `/${id}`)).statusCode, 422, 'accepted offers are kept')

  const other = await anOffer(tenant)
  const rejected = await call(tenant, 'PATCH', `/${other}`, { rejectedAt: '2024-05-04 20:51:50', ...via })
  assert.equal(rejected.json().rejectedAt, '2024-05-04T20:51:50+02:00')
  assert.equal(rejected.json().acceptedViaIp, null)
  assert.match(
    (await call(tenant, 'PATCH', `/${other}`, { acceptedAt: '2024-05-05' })).json().message,
    /rejected already/,
  )
  const gone = await call(tenant, 'DELETE', `/${other}`)
  assert.deepEqual(gone.json(), rejected.json())
  assert.equal((await call(tenant, 'GET', `/${other}`)).statusCode, 404)
})

test('of many answers at once, one is taken, and one event tells of it', async () => {
  const tenant = await running.tenant()
  for (let round = 0; round < 5; round += 1) {
    const id = await anOffer(tenant)
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        i % 3 === 2
          ? call(tenant, 'DELETE', `/${id}`)
          : call(tenant, 'PATCH', `/${id}`, { [i % 3 === 0 ? 'acceptedAt' : 'rejectedAt']: '2025-04-15' }),
      ),
    )
    const accepted = answers.filter((_, i) => i % 3 === 0 && answers[i]!.statusCode === 200).length
    const rejected = answers.filter((_, i) => i % 3 === 1 && answers[i]!.statusCode === 200).length
    const deleted = answers.filter((_, i) => i % 3 === 2 && answers[i]!.statusCode === 200).length
    assert.ok(accepted + rejected <= 1 && deleted <= 1 && accepted + deleted <= 1)
    assert.ok(accepted + rejected + deleted >= 1)
    const events = await tenant.ctx().sql<{ type: string }[]>`
      select type from events e where company_id = ${tenant.company.companyId} and type like 'offer.%' and type <> 'offer.created'
       and subject_id = (select subject_id from events where company_id = e.company_id and type = 'offer.created' order by id desc limit 1)`
    assert.equal(events.length, accepted + rejected + deleted)
  }
})

test('deleting an offer deletes its PDF, and the event holds what the offer was', async () => {
  const tenant = await running.tenant()
  const made = (
    await upload(tenant, { customerId: await aCustomerId(tenant), ...about, amount: '1.00' })
  ).json()
  const { link } = (await call(tenant, 'GET', `/${made.id}/pdf`)).json()
  assert.equal((await call(tenant, 'DELETE', `/${made.id}`)).statusCode, 200)
  assert.equal((await running.app.inject(link.replace('https://balie.example', ''))).statusCode, 404)
  const [{ documents }] = await tenant.ctx().sql<[{ documents: number }]>`
    select count(*) as documents from documents where company_id = ${tenant.company.companyId}`
  assert.equal(documents, 0)
  const [event] = await tenant.ctx().sql<{ before: Record<string, unknown> }[]>`
    select before from events where company_id = ${tenant.company.companyId} and type = 'offer.deleted'`
  const { number, amountCents, expiresOn, rejectedAt } = event!.before
  assert.deepEqual([number, amountCents, expiresOn, rejectedAt], ['2014-001', 100, '2025-04-30', null])
})

test('a customer who is to be notified gets a mail with the link; one without an address gets none', async () => {
  const tenant = await running.tenant()
  const { sql } = tenant.ctx()
  const mails = () => sql<{ to: string; params: Record<string, unknown> }[]>`
    select to_address as "to", params from mails where company_id = ${tenant.company.companyId} order by id`
  const customer = await aCustomer(tenant)
  const customerId = encodeId('customer', customer.id)
  await manual(tenant, { customerId })
  assert.equal((await mails()).length, 0)
  const made = (await manual(tenant, { customerId, sendNotification: true })).json()
  const [mail] = await mails()
  assert.equal(mail!.to, customer.email)
  assert.deepEqual(mail!.params, {
    name: customer.name,
    title: '2014-001',
    amountCents: 1567,
    currency: 'EUR',
    expiresOn: '2025-04-30',
    url: made.links.publicOffer.href,
  })
  const fields = { customerId, ...about, amount: '12.95', sendNotification: true }
  await upload(tenant, { ...fields, rejectedAt: '2025-04-15' })
  assert.equal((await mails()).length, 1, 'who has answered is not asked')
  await upload(tenant, fields)
  assert.equal((await mails()).length, 2)
  await sql`update customers set email = null where company_id = ${tenant.company.companyId}`
  await manual(tenant, { customerId, sendNotification: true })
  assert.equal((await mails()).length, 2)
})

test('what does not fit is refused by name, and no file stays', async () => {
  const tenant = await running.tenant()
  const customerId = await aCustomerId(tenant)
  const foreign = await aCustomerId(await running.tenant())
  for (const [input, field] of [
    [{ customerId: foreign }, 'customerId'],
    [{ customerId: 'cst_1' }, 'customerId'],
    [{ customerId: undefined }, 'customerId'],
    [{ offerNumber: '' }, 'offerNumber'],
    [{ issuedAt: '2024-04-31' }, 'issuedAt'],
    [{ expiresAt: '2025-04-31' }, 'expiresAt'],
    [{ expiresAt: '2025-04-13' }, 'expiresAt'],
    [{ lines: [] }, 'lines'],
    [{ lines: [{ ...lines[0], vatRate: 6 }] }, 'lines[0].vatRate'],
    [{ lines: [{ ...lines[0], amountExclVat: '-1.00' }] }, 'lines'],
    [{ lines: Array.from({ length: 2 }, () => ({ ...lines[0], amountExclVat: '900000000.00' })) }, 'lines'],
  ] as const) {
    const answer = await manual(tenant, { customerId, ...input })
    assert.equal(answer.statusCode, 422, JSON.stringify(input))
    assert.ok(answer.json().message.startsWith(field), answer.json().message)
  }
  const good = { customerId, ...about, amount: '12.95' }
  for (const [input, pdf, field] of [
    [{ customerId: foreign }, {}, 'customerId'],
    [{ amount: '12.955' }, {}, 'amount'],
    [{ amount: '-1.00' }, {}, 'amount'],
    [{ amount: '1e3' }, {}, 'amount'],
    [{ acceptedAt: '2024-04-31 14:00:00' }, {}, 'acceptedAt'],
    [{ rejectedAt: 'soon' }, {}, 'rejectedAt'],
    [{ expiresAt: '2025-04-13' }, {}, 'expiresAt'],
    [{}, null, 'pdf'],
    [{}, { content: 'hello' }, 'pdf'],
    [{}, { content: PDF.subarray(0, 40) }, 'pdf'],
  ] as const) {
    const answer = await upload(tenant, { ...good, ...input }, pdf)
    assert.equal(answer.statusCode, 422, JSON.stringify(input) + answer.body)
    assert.ok(answer.json().message.startsWith(field), answer.json().message)
  }
  assert.equal(
    (await upload(tenant, good, { content: Buffer.concat([PDF, Buffer.alloc(1_000_000), PDF]) })).statusCode,
    413,
  )
  const id = await anOffer(tenant)
  for (const [input, field] of [
    [{}, 'acceptedAt'],
    [{ acceptedAt: '' }, 'acceptedAt'],
    [{ acceptedAt: '2024-04-31 14:00:00' }, 'acceptedAt'],
    [{ acceptedViaIp: '1.2.3.4' }, 'acceptedAt'],
    [{ acceptedAt: '2024-05-01', rejectedAt: '2024-05-01' }, 'rejectedAt'],
  ] as const) {
    const answer = await call(tenant, 'PATCH', `/${id}`, input)
    assert.equal(answer.statusCode, 422)
    assert.ok(answer.json().message.startsWith(field), answer.json().message)
  }
  const [rows] = await tenant.ctx().sql<[{ documents: number; uploads: number; offers: number }]>`
    select (select count(*) from documents where company_id = c.company_id) as documents,
           (select count(*) from document_uploads where company_id = c.company_id) as uploads,
           (select count(*) from offers where company_id = c.company_id) as offers
      from companies c where company_id = ${tenant.company.companyId}`
  assert.deepEqual({ ...rows }, { documents: 0, uploads: 0, offers: 1 })
})

test('a customer with an offer cannot be deleted', async () => {
  const tenant = await running.tenant()
  const customerId = await aCustomerId(tenant)
  await manual(tenant, { customerId })
  const answer = await running.app.inject({
    method: 'DELETE',
    url: `/v1/customers/${customerId}`,
    headers: { authorization: tenant.bearer },
  })
  assert.equal(answer.statusCode, 422)
})
