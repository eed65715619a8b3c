import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, testVault, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { anInvoice } from '../../../../test/support/builders.ts'
import { dumpOf, type Dump } from '../../../../test/support/dump.ts'
import { hostileUrls } from '../../../../test/support/hostile-urls.ts'
import {
  aPayableTenant,
  aStart,
  isSigned,
  keyOf,
  payAt,
  redirectOf,
  REDIRECT_URL,
  signedQuery,
  startUrl,
} from '../../../../test/support/signed-payments.ts'
import { createPartner, createPartnerKey, grantPartner } from '../../../domain/access/partner.ts'
import { addRedirectHost, removeRedirectHost } from '../../../domain/access/redirect-hosts.ts'
import { revokePartnerKey } from '../../../domain/access/revoke-key.ts'
import { creditAndRetract } from '../../../domain/invoices/credit-and-retract.ts'
import { newId } from '../../../kernel/ids.ts'
import { encodeId } from '../ids.ts'

let running: TestApp
let dump: Dump
before(async () => {
  running = await startTestApp()
  dump = await dumpOf(running.database.sql)
})
after(() => running.close())

const get = (url: string) => running.app.inject(url)
const start = (tenant: Tenant, fields: Record<string, string>, method = 'ideal') =>
  get(startUrl(tenant, aStart(tenant, fields), method))

/** The codes of a refusal that the payer is sent back with; it is signed. */
async function refusedWith(tenant: Tenant, url: string): Promise<string> {
  const response = await get(url)
  assert.equal(response.statusCode, 302, response.body)
  const { to, query } = redirectOf(response)
  assert.equal(to, REDIRECT_URL)
  assert.ok(isSigned(tenant, query))
  const { company_id, payment_method, error_code, error_details, signature: _, ...rest } = query
  assert.deepEqual(rest, {})
  assert.equal(company_id, tenant.companyId)
  assert.equal(payment_method, 'ideal')
  assert.equal(error_code, 'unprocessable_entity')
  return error_details!
}

async function plainly(url: string, codes: string): Promise<void> {
  const response = await get(url)
  assert.equal(response.statusCode, 422, `${url}: ${response.headers.location}`)
  assert.equal(response.headers.location, undefined)
  const body = response.json<Record<string, string>>()
  assert.deepEqual(Object.keys(body).toSorted(), [
    'company_id',
    'error_code',
    'error_details',
    'payment_method',
  ])
  assert.equal(body['error_details'], codes)
  assert.ok(response.headers['x-error-message'])
}

const rowsOf = async ({ company }: Tenant) => {
  const [rows] = await running.database.sql<[{ invoices: number; payments: number }]>`
    select (select count(*) from invoices where company_id = ${company.companyId}) as invoices,
           (select count(*) from payments where company_id = ${company.companyId}) as payments`
  return rows
}

for (const method of ['ideal', 'bancontact', 'credit_card', 'paypal', 'sofort'])
  test(`${method}: an invoice is made, the payer goes to the bank and comes back with a signed result`, async () => {
    const tenant = await aPayableTenant(running)
    const response = await start(
      tenant,
      {
        external_invoice_number: '12345',
        payment_reference: 'Club membership 2019/2',
        first_name: 'John',
        locale: '',
      },
      method,
    )
    assert.equal(response.statusCode, 302)
    const checkout = String(response.headers.location)
    assert.match(checkout, /^https:\/\/balie\.example\/sandbox-bank\//)
    const location = await payAt(running, checkout, 'pay')
    const { to, query } = redirectOf({ headers: { location } })
    assert.equal(to, REDIRECT_URL)
    assert.ok(isSigned(tenant, query))
    const { invoice_id, payment_id, signature: _, ...rest } = query
    assert.deepEqual(rest, {
      company_id: tenant.companyId,
      external_invoice_number: '12345',
      payment_method: method,
      payment_result: 'authorized',
    })
    assert.match(payment_id!, /^[0-9a-f]{40}$/)
    const headers = { authorization: tenant.apiKey }
    const invoice = (await running.app.inject({ url: `/api/v2/invoices/${invoice_id}`, headers })).json()
    assert.equal(invoice.amount_total_cents, 0)
    assert.equal(invoice.external_invoice_number, '12345')
    assert.equal(invoice.invoice_lines[0].description, 'Club membership 2019/2')
    assert.deepEqual([invoice.customer.name.first_name, invoice.customer.name.last_name], ['John', 'Doe'])
    const batch = (await running.app.inject({ url: `/api/v2/imports/${invoice.import_id}`, headers })).json()
    assert.equal(batch.title, 'iDEAL (2026-11)')
    assert.equal(batch.transmitted, true)
  })

test('invoices of one month are in one batch, by the calendar of the company', async () => {
  const tenant = await aPayableTenant(running)
  const imports = async () => {
    const url = `/api/v2/companies/${tenant.companyId}/imports`
    const { json } = await running.app.inject({ url, headers: { authorization: tenant.apiKey } })
    return json().imports.map(({ title }: { title: string }) => title)
  }
  await start(tenant, {})
  await start(tenant, {})
  assert.deepEqual(await imports(), ['iDEAL (2026-11)'])
  running.clock.set('2026-11-30T23:30:00Z')
  await start(tenant, {})
  running.clock.set('2026-11-21T10:00:00Z')
  assert.deepEqual((await imports()).toSorted(), ['iDEAL (2026-11)', 'iDEAL (2026-12)'])
})

for (const [outcome, result] of [
  ['pay', 'authorized'],
  ['fail', 'refused'],
  ['cancel', 'cancelled'],
  ['expire', 'cancelled'],
] as const)
  test(`an invoice is paid as it stands: ${outcome} is ${result}`, async () => {
    const tenant = await aPayableTenant(running)
    const { v2, invoice } = await anInvoice(tenant)
    const response = await start(tenant, {
      invoice_id: v2,
      amount_cents: '1',
      last_name: '',
      zipcode: 'x'.repeat(99),
    })
    const location = await payAt(running, String(response.headers.location), outcome)
    const { query } = redirectOf({ headers: { location } })
    assert.equal(query['invoice_id'], v2)
    assert.equal(query['external_invoice_number'], invoice.externalNumber)
    assert.equal(query['payment_result'], result)
    assert.ok(isSigned(tenant, query))
    const again = await start(tenant, { invoice_id: v2 })
    if (outcome === 'pay') assert.match(String(again.headers.location), /error_details=invalid_invoice_id/)
    else assert.match(String(again.headers.location), /sandbox-bank/)
  })

test('a payer who comes back without having paid is pending, and the query of redirect_url stays', async () => {
  const tenant = await aPayableTenant(running)
  const redirect_url = `${REDIRECT_URL}?member=7&payment_result=mine#/done`
  await start(tenant, { redirect_url, payment_id: 'my-payment-1' })
  const [{ token }] = await running.database.sql<[{ token: string }]>`
    select token from payments where company_id = ${tenant.company.companyId}`
  const hop = await get(`/payment/${token}/return`)
  const { headers } = await get(String(hop.headers.location))
  const url = new URL(String(headers.location))
  assert.equal(url.hash, '#/done')
  assert.deepEqual(url.searchParams.getAll('payment_result'), ['pending'])
  const { member, ...ours } = Object.fromEntries(url.searchParams)
  assert.equal(member, '7')
  assert.equal(ours['payment_id'], 'my-payment-1')
  assert.ok(isSigned(tenant, ours))
  await removeRedirectHost(running.database.sql, tenant.partnerId, 'members.example.com')
  assert.equal((await get(String(hop.headers.location))).statusCode, 404)
  for (const query of [
    '',
    '?payment=x',
    '?payment=1-xxxxxxxxxxxxxxxxxxxxxxxx',
    `?payment=${token}&payment=${token}`,
  ])
    assert.equal((await get(`/payment-return${query}`)).statusCode, 404)
})

test('each thing that is wrong has its code, all at once, and nothing is written', async () => {
  const tenant = await aPayableTenant(running)
  const other = await anInvoice(await running.tenant())
  const small = await anInvoice(tenant, 99)
  const retracted = await anInvoice(tenant)
  await creditAndRetract(tenant.ctx(), retracted.invoice.id, {
    creditNoteNumber: 'C',
    description: 'd',
    reason: null,
    showReasonToCustomer: false,
  })
  const cases: [Record<string, string>, string][] = [
    [{ last_name: '' }, 'invalid_last_name'],
    [{ last_name: '  ', amount_cents: '99' }, 'invalid_last_name;invalid_amount_cents'],
    [{ last_name: 'a\0b' }, 'invalid_last_name'],
    ...[
      '99',
      '',
      '-1000',
      '10.00',
      '1e3',
      '9007199254740993',
      '9'.repeat(40),
      '100000000001',
      '１０００',
    ].map((amount_cents): [Record<string, string>, string] => [{ amount_cents }, 'invalid_amount_cents']),
    [{ zipcode: '1'.repeat(16) }, 'invalid_zipcode'],
    [{ city: 'x'.repeat(35) }, 'invalid_city'],
    [{ country_code: 'NLD' }, 'invalid_country_code'],
    [{ locale: 'es' }, 'invalid_locale'],
    [{ email_address: 'joe' }, 'invalid_email_address'],
    [{ phone_number: 'call me' }, 'invalid_phone_number'],
    [{ first_name: 'x'.repeat(256) }, 'invalid_first_name'],
    ...[
      '123456789',
      'x'.repeat(51),
      'bancontact',
      'credit_card',
      'notifications',
      'a b c d e f',
      'a\tbcdefghij',
    ].map((payment_id): [Record<string, string>, string] => [{ payment_id }, 'invalid_payment_id']),
    [{ invoice_id: '0'.repeat(40) }, 'invalid_invoice_id'],
    [{ invoice_id: 'x' }, 'invalid_invoice_id'],
    [{ invoice_id: other.v2 }, 'invalid_invoice_id'],
    [{ invoice_id: encodeId(tenant.company.companyId, newId()) }, 'invalid_invoice_id'],
    [{ invoice_id: small.v2 }, 'invalid_amount_cents'],
    [{ invoice_id: retracted.v2 }, 'invalid_invoice_id'],
    [{ city: 'amount_cents5000cityEde' }, 'invalid_amount_cents'],
  ]
  const untouched = await dump.digest()
  for (const [fields, codes] of cases)
    assert.equal(
      await refusedWith(tenant, startUrl(tenant, aStart(tenant, fields))),
      codes,
      JSON.stringify(fields),
    )
  assert.equal(await dump.digest(), untouched)
})

test('limits are met exactly', async () => {
  const tenant = await aPayableTenant(running)
  const fields = {
    zipcode: '1'.repeat(15),
    city: 'x'.repeat(34),
    amount_cents: '100',
    payment_id: 'x'.repeat(50),
  }
  assert.match(String((await start(tenant, fields)).headers.location), /sandbox-bank/)
  assert.match(String((await start(tenant, { payment_id: '0123456789' })).headers.location), /sandbox-bank/)
})

test('a payment_id and a number of an invoice are taken once, also by many at once', async () => {
  const tenant = await aPayableTenant(running)
  const other = await aPayableTenant(running)
  for (const fields of [{ payment_id: 'payment-1234' }, { external_invoice_number: 'N-1' }] as Record<
    string,
    string
  >[]) {
    const known = await rowsOf(tenant)
    const all = await Promise.all(Array.from({ length: 6 }, () => start(tenant, fields)))
    const started = all.filter(({ headers }) => String(headers.location).includes('sandbox-bank'))
    assert.equal(started.length, 1)
    const [name] = Object.keys(fields)
    assert.equal(await refusedWith(tenant, startUrl(tenant, aStart(tenant, fields))), `invalid_${name}`)
    const now = await rowsOf(tenant)
    assert.deepEqual([now.invoices - known.invoices, now.payments - known.payments], [1, 1])
    assert.match(String((await start(other, fields)).headers.location), /sandbox-bank/)
  }
  const { invoice } = await anInvoice(tenant)
  const used = { external_invoice_number: invoice.externalNumber }
  assert.equal(
    await refusedWith(tenant, startUrl(tenant, aStart(tenant, used))),
    'invalid_external_invoice_number',
  )
})

test('a repeated start without a name of its own is another payment', async () => {
  const tenant = await aPayableTenant(running)
  const { v2 } = await anInvoice(tenant)
  const url = startUrl(tenant, aStart(tenant, { invoice_id: v2 }))
  const [first, second] = [await get(url), await get(url)]
  assert.notEqual(first.headers.location, second.headers.location)
  assert.equal((await rowsOf(tenant)).payments, 2)
})

test('a wrong signature is refused; by a redirect only to a registered host', async () => {
  const tenant = await aPayableTenant(running)
  const fields = aStart(tenant)
  const key = keyOf(tenant)
  const other = await aPayableTenant(running)
  const right = new URLSearchParams(signedQuery(key, fields)).get('signature')!
  const wrong = [
    signedQuery(key, fields, { signature: '' }),
    signedQuery(key, fields, { signature: '0'.repeat(64) }),
    signedQuery(keyOf(other), fields),
    signedQuery(key, fields, { utm_source: 'mail' }),
    signedQuery(key, { ...fields, city: 'Ede' }).replace('city=Ede&', ''),
    signedQuery(key, fields).replace('amount_cents=1000', 'amount_cents=100'),
    signedQuery(key, fields).replace(/&signature=.*/, ''),
    `${signedQuery(key, fields)}&signature=${right}`,
    `${signedQuery(key, fields)}&amount_cents=100`,
    `${signedQuery(key, fields)}&amount_cents=1000`,
  ]
  const untouched = await dump.digest()
  for (const query of wrong)
    assert.equal(await refusedWith(tenant, `/api/v2/payments/ideal?${query}`), 'invalid_signature', query)
  const elsewhere = { ...fields, redirect_url: 'https://evil.example/' }
  await plainly(`/api/v2/payments/ideal?${signedQuery(keyOf(other), elsewhere)}`, 'invalid_signature')
  await plainly(`/api/v2/payments/ideal?${signedQuery(key, elsewhere)}`, 'invalid_redirect_url')
  await plainly(
    `/api/v2/payments/ideal?${signedQuery(key, { ...fields, company_id: 'x' })}`,
    'invalid_company_id',
  )
  await plainly('/api/v2/payments/ideal', 'invalid_company_id')
  assert.equal(await dump.digest(), untouched)
  const extra = signedQuery(key, { ...fields, utm_source: 'mail', empty: '' })
  assert.match(String((await get(`/api/v2/payments/ideal?${extra}`)).headers.location), /sandbox-bank/)
})

test('no address but one of a registered host is ever a place to go', async () => {
  const tenant = await aPayableTenant(running)
  for (const redirect_url of hostileUrls)
    for (const key of [keyOf(tenant), '0'.repeat(40)])
      await plainly(
        `/api/v2/payments/ideal?${signedQuery(key, aStart(tenant, { redirect_url }))}`,
        key === keyOf(tenant) ? 'invalid_redirect_url' : 'invalid_signature',
      )
  const fields = aStart(tenant)
  const doubled = `${signedQuery(keyOf(tenant), fields)}&redirect_url=https://evil.example/`
  await plainly(`/api/v2/payments/ideal?${doubled}`, 'invalid_signature')
})

test("another partner's host, or its key, does not serve", async () => {
  const tenant = await aPayableTenant(running)
  const { sql } = running.database
  const partner = await createPartner(sql, new Date(), 'Second')
  const { key } = await createPartnerKey(sql, testVault, new Date(), partner, 'k')
  await addRedirectHost(sql, new Date(), partner, 'second.example')
  const atSecond = aStart(tenant, { redirect_url: 'https://second.example/' })
  await plainly(`/api/v2/payments/ideal?${signedQuery(key, atSecond)}`, 'invalid_signature')
  await grantPartner(tenant.ctx(), partner)
  assert.match(
    String((await get(`/api/v2/payments/ideal?${signedQuery(key, atSecond)}`)).headers.location),
    /sandbox-bank/,
  )
  await plainly(`/api/v2/payments/ideal?${signedQuery(keyOf(tenant), atSecond)}`, 'invalid_redirect_url')
})

test('any valid key signs; ours is the newest; a key without a sealed copy says so', async () => {
  const tenant = await aPayableTenant(running)
  const { sql } = running.database
  const newer = await createPartnerKey(sql, testVault, new Date('2027-01-01'), tenant.partnerId, 'newer')
  const wrong = startUrl(tenant, aStart(tenant, { last_name: '' }))
  const { query } = redirectOf(await get(wrong))
  assert.ok(isSigned({ ...tenant, apiKey: `ApiKey ${newer.key}` }, query))
  assert.ok(await revokePartnerKey(sql, new Date(), newer.id))
  assert.equal(await refusedWith(tenant, wrong), 'invalid_last_name')
  await sql`update partner_keys set sealed = null where partner_id = ${tenant.partnerId}`
  const refused = await get(startUrl(tenant, aStart(tenant)))
  const { query: unsigned } = redirectOf(refused)
  assert.equal(unsigned['error_details'], 'invalid_signature;invalid_partner')
  assert.equal(unsigned['signature'], undefined)
  const status = await get(`/api/v2/payments/x?company_id=${tenant.companyId}&signature=${'0'.repeat(64)}`)
  assert.match(String(status.headers['x-error-message']), /balie keys create --partner/)
})

test('looking does not pay', async () => {
  const tenant = await aPayableTenant(running)
  const response = await running.app.inject({ method: 'HEAD', url: startUrl(tenant, aStart(tenant)) })
  assert.ok(response.statusCode >= 400)
  assert.deepEqual(await rowsOf(tenant), { invoices: 0, payments: 0 })
})
