import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { anInvoice, anOpenImport, aTicket } from '../../../../test/support/builders.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const get = (url: string) => running.app.inject(url)
const ask = (url: string, payload?: object | string, headers: Record<string, string> = {}) =>
  running.app.inject({ method: 'POST', url, headers, ...(payload === undefined ? {} : { payload }) })

/** Pays, answers or closes as the company would. */
const asCompany = (tenant: Tenant, method: 'PATCH' | 'POST', path: string, payload?: object) =>
  running.app.inject({
    method,
    url: `/v1${path}`,
    headers: { authorization: tenant.bearer },
    ...(payload === undefined ? {} : { payload }),
  })

const missing = { code: 'not_found', message: 'There is no invoice with the given ID.' }

test('whoever holds the link reads the invoice, without a key', async () => {
  const tenant = await running.tenant({ locale: 'de' })
  const { invoice, link, v1 } = await anInvoice(tenant)
  const response = await get(link)
  assert.equal(response.statusCode, 200)
  const { recipient, lines, ...rest } = response.json()
  assert.match(recipient, /^Customer \d+$/)
  assert.deepEqual(rest, {
    id: v1,
    company: { name: tenant.company.name },
    invoiceNumber: invoice.externalNumber,
    locale: 'de',
    issuedAt: '2026-11-01',
    dueAt: null,
    currency: 'EUR',
    amount: '90.00',
    outstanding: '90.00',
    paidAt: null,
    retracted: false,
    retractionReason: null,
    state: 'open',
    paymentMethods: ['ideal', 'bank_transfer', 'credit_card', 'bancontact'],
    plans: [],
    plan: null,
    mandate: null,
    contact: {
      email: 'c…@e….com',
      phone: null,
      address: 'Te…, 12…, Amsterdam',
      pendingEmail: null,
      pendingPhone: null,
    },
    conversation: [],
  })
  const [line, ...others] = lines
  assert.deepEqual(others, [])
  assert.match(line.occurredAt, /^2026-11-21T11:\d\d:\d\d\+01:00$/)
  assert.deepEqual(line, {
    kind: 'charge',
    subtype: null,
    description: 'Membership fee',
    amount: '90.00',
    occurredAt: line.occurredAt,
  })
})

test('the link knows the invoice by its name in either API', async () => {
  const { invoice, link, v2 } = await anInvoice(await running.tenant())
  const byHex = await get(`/api/portal/public-invoices/${v2}/${invoice.linkToken}`)
  assert.equal(byHex.statusCode, 200)
  assert.deepEqual(byHex.json(), (await get(link)).json())
})

test('the link shows neither keys, nor the secret, nor how to reach the recipient', async () => {
  const tenant = await running.tenant()
  const { invoice, link } = await aTicket(tenant)
  const { body } = await get(link)
  for (const secret of [invoice.linkToken, tenant.bearer.slice(7), tenant.apiKey.slice(7), '@example.com'])
    assert.ok(!body.includes(secret), secret)
})

test('an invoice of /api/v2 speaks the language it was made in, to the person it was made out to', async () => {
  const tenant = await running.tenant({ locale: 'nl' })
  const made = await running.app.inject({
    method: 'POST',
    url: '/api/v2/invoices',
    headers: { authorization: tenant.apiKey },
    payload: {
      import_id: await anOpenImport(tenant),
      external_invoice_number: '2014-342-545',
      locale: 'it',
      customer: {
        name: { first_name: 'Joe', infix: 'van der', last_name: 'Doe', organization: 'TheClub' },
        email: { email_address: 'joe@example.com' },
      },
      invoice_lines: [
        { amount_cents: 10000, description: 'Membership fee' },
        { amount_cents: -1000, description: 'Deduction' },
      ],
      amount_total_cents: 9000,
    },
  })
  const [row] = await running.database.sql<[{ token: string }]>`
    select link_token as token from invoices where company_id = ${tenant.company.companyId}`
  const shown = (await get(`/api/portal/public-invoices/${made.json().invoice_id}/${row.token}`)).json()
  assert.deepEqual([shown.locale, shown.recipient, shown.amount], ['it', 'Joe van der Doe', '90.00'])
  assert.deepEqual(
    shown.lines.map((line: { amount: string }) => line.amount),
    ['100.00', '-10.00'],
  )
})

test('a question begins the conversation, and every side sees it and the answer', async () => {
  const tenant = await running.tenant()
  const { link, v2 } = await anInvoice(tenant)
  const asked = await ask(`${link}/messages`, { message: 'May I pay in two parts?' })
  assert.equal(asked.statusCode, 200)
  assert.match(asked.json().postedAt, /^2026-11-21T11:\d\d:\d\d\+01:00$/)
  assert.deepEqual(asked.json(), {
    from: 'customer',
    message: 'May I pay in two parts?',
    postedAt: asked.json().postedAt,
  })
  await running.app.inject({
    method: 'POST',
    url: `/api/v2/invoices/${v2}/tickets`,
    headers: { authorization: tenant.apiKey },
    payload: { message: 'You may.' },
  })
  const { conversation } = (await get(link)).json()
  assert.deepEqual(conversation[0], asked.json())
  assert.deepEqual([conversation[1].from, conversation[1].message], ['company', 'You may.'])
  assert.equal(conversation.length, 2)
})

test('the shorter way to ask does the same', async () => {
  const { link } = await anInvoice(await running.tenant())
  const asked = await ask(link, { message: 'Why?' })
  assert.equal(asked.statusCode, 200)
  assert.deepEqual((await get(link)).json().conversation, [asked.json()])
})

test('a question reopens what was closed', async () => {
  const tenant = await running.tenant()
  const { link, ticket } = await aTicket(tenant, 'archived')
  await ask(`${link}/messages`, { message: 'But still?' })
  const shown = await running.app.inject({
    url: `/v1/tickets/${ticket}`,
    headers: { authorization: tenant.bearer },
  })
  assert.equal(shown.json().status, 'open')
  assert.equal(shown.json().messages.at(-1).message, 'But still?')
})

test('a question is text to the letter: nothing in it acts anywhere', async () => {
  const tenant = await running.tenant()
  const { link, v2 } = await anInvoice(tenant)
  const message = '<script>alert(1)</script>\n<b>bold</b> & "quoted" javascript:x'
  assert.equal((await ask(`${link}/messages`, { message })).json().message, message)
  assert.equal((await get(link)).json().conversation[0].message, message)
  const tickets = await running.app.inject({
    url: `/api/v2/invoices/${v2}/tickets`,
    headers: { authorization: tenant.apiKey },
  })
  assert.equal(tickets.json().tickets[0].message, message)
  const list = await running.app.inject({ url: '/v1/tickets', headers: { authorization: tenant.bearer } })
  const [{ id }] = list.json().data
  const shown = await running.app.inject({
    url: `/v1/tickets/${id}`,
    headers: { authorization: tenant.bearer },
  })
  assert.equal(
    shown.json().messages[0].message,
    '&lt;script&gt;alert(1)&lt;/script&gt;<br />&lt;b&gt;bold&lt;/b&gt; &amp; "quoted" javascript:x',
  )
})

test('a paid invoice says when, and that nothing is outstanding', async () => {
  const tenant = await running.tenant()
  const { link, v1 } = await anInvoice(tenant)
  await asCompany(tenant, 'PATCH', `/customer-invoices/${v1}`, { paidAt: '2026-11-20 14:00:00' })
  const shown = (await get(link)).json()
  assert.deepEqual(
    [shown.amount, shown.outstanding, shown.paidAt],
    ['90.00', '0.00', '2026-11-20T14:00:00+01:00'],
  )
  assert.deepEqual([shown.lines.at(-1).kind, shown.lines.at(-1).amount], ['payment', '-90.00'])
})

test('why an invoice was retracted is told only where the company wants it', async () => {
  const { sql } = running.database
  for (const show of [true, false]) {
    const { invoice, link } = await anInvoice(await running.tenant())
    await sql`
      update invoices set retracted_at = now(), retraction_reason = 'Paid by cash',
             show_retraction_reason_to_customer = ${show} where id = ${invoice.id}`
    const shown = (await get(link)).json()
    assert.deepEqual([shown.retracted, shown.retractionReason], [true, show ? 'Paid by cash' : null])
  }
})

test('a link that is not right in both its halves opens nothing, and all are answered alike', async () => {
  const tenant = await running.tenant()
  const [one, two] = [await anInvoice(tenant), await anInvoice(tenant)]
  const foreign = await anInvoice(await running.tenant())
  const { linkToken } = one.invoice
  const [company, secret] = [linkToken.slice(0, linkToken.indexOf('-')), linkToken.slice(-24)]
  const flipped = secret.at(-1) === 'A' ? 'B' : 'A'
  for (const [id, token] of [
    [one.v1, two.invoice.linkToken],
    [two.v1, linkToken],
    [one.v1, foreign.invoice.linkToken],
    [foreign.v1, linkToken],
    [one.v1, `${linkToken.slice(0, -1)}${flipped}`],
    [one.v1, linkToken.slice(0, -1)],
    [one.v1, `${linkToken}A`],
    [one.v1, secret],
    [one.v1, `0${company}-${secret}`],
    [one.v1, `2147483647-${secret}`],
    [one.v1, `9999999999-${secret}`],
    [one.v1, 'x'],
    ['x', linkToken],
    [`cst_${one.v1.slice(4)}`, linkToken],
    [`inv_${'0'.repeat(26)}`, linkToken],
    [one.v2.toUpperCase(), linkToken],
  ] as const) {
    const url = `/api/portal/public-invoices/${id}/${token}`
    for (const response of [
      await get(url),
      await ask(url, { message: 'Why?' }),
      await ask(`${url}/messages`, { message: 'Why?' }),
    ])
      assert.deepEqual([response.statusCode, response.json()], [404, missing], url)
  }
  for (const { link } of [one, two, foreign]) assert.deepEqual((await get(link)).json().conversation, [])
})

test('a question that is none is refused by name, in the API’s own shape', async () => {
  const { link } = await anInvoice(await running.tenant())
  for (const message of [
    undefined,
    null,
    '',
    ' \n ',
    5,
    ['a'],
    {},
    'x'.repeat(50_001),
    'a\u0000b',
    '\ud800',
  ]) {
    const response = await ask(`${link}/messages`, { message })
    const about = JSON.stringify(message)?.slice(0, 40)
    assert.equal(response.statusCode, 422, about)
    const { code, field, message: sentence, ...rest } = response.json()
    assert.deepEqual([code, field, rest], ['invalid', 'message', {}], about)
    assert.match(sentence, /^message .+\.$/, about)
  }
  const broken = await ask(`${link}/messages`, '{', { 'content-type': 'application/json' })
  assert.deepEqual([broken.statusCode, broken.json().code], [422, 'invalid'])
  const typed = await ask(`${link}/messages`, 'Why?', { 'content-type': 'text/plain' })
  assert.deepEqual([typed.statusCode, typed.json().code], [415, 'unsupported_media_type'])
  const huge = await ask(`${link}/messages`, { message: 'x'.repeat(2_000_000) })
  assert.deepEqual([huge.statusCode, huge.json().code], [413, 'too_large'])
  assert.deepEqual((await get(link)).json().conversation, [])
})
