import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { BookkeepingError, type BookkeepingErrorKind } from '../../domain/bookkeeping/bookkeeping.ts'
import { MAX_CENTS } from '../../kernel/money.ts'
import type { SalesInvoiceBody } from './fake-bodies.ts'
import { type FakeFault, type FakeMoneybird, startFakeMoneybird } from './fake.ts'
import { moneybird, type MoneybirdConnection } from './moneybird.ts'

const TOKEN = 'geheim-4f1c0ffee0c0de'
const payment = {
  invoiceNumber: '2024-001',
  reference: '0192f0c1-7d3e-7abc-8def-0123456789ab',
  paidOn: '2024-04-29',
  amountCents: 1295,
  currency: 'EUR',
}

let fake: FakeMoneybird
beforeEach(async () => {
  await fake?.stop()
  fake = await startFakeMoneybird({ token: TOKEN })
  fake.addInvoice({ invoiceNumber: payment.invoiceNumber, totalCents: 2595 })
})
after(() => fake.stop())

const connect = (overrides: Partial<MoneybirdConnection> = {}) =>
  moneybird({
    baseUrl: fake.url,
    administrationId: fake.administrationId,
    token: TOKEN,
    timeoutMs: 2000,
    ...overrides,
  })

/** The refusal that it throws, after it is certain that the token is nowhere in it. */
async function refusal(promise: Promise<unknown>, kind: BookkeepingErrorKind): Promise<BookkeepingError> {
  const error = await promise.then(
    () => assert.fail('was not refused'),
    (thrown: unknown) => thrown,
  )
  assert.ok(error instanceof BookkeepingError, inspect(error))
  assert.equal(error.kind, kind, error.message)
  const all = inspect(error, { depth: null, showHidden: true }) + error.stack + error.message
  assert.ok(!all.includes(TOKEN), all)
  assert.equal(error.cause, undefined)
  assert.match(error.message, /^(Moneybird|The |Invoice )/)
  return error
}

const operations = () => fake.requests().map((request) => request.operation)

/** Answers each request with the next of these, without a network. */
function scripted(...answers: (() => Response)[]): typeof fetch {
  return () => {
    const next = answers.shift()
    return next ? Promise.resolve(next()) : Promise.reject(new Error('no more answers'))
  }
}

test('a payment is registered on the invoice with that number, under our reference', async () => {
  const registered = await connect().registerPayment(payment)
  const [invoice] = fake.invoices()
  const [there] = fake.payments()
  assert.deepEqual(registered, { externalInvoiceId: invoice?.id, externalPaymentId: there?.id })
  assert.equal(there?.transaction_identifier, payment.reference)
  assert.equal(there.price, '12.95')
  assert.equal(there.payment_date, '2024-04-29')
  assert.deepEqual([invoice?.state, invoice?.total_paid, invoice?.total_unpaid], ['open', '12.95', '13.0'])
  assert.deepEqual(fake.requests().at(-1)?.body, {
    payment: { payment_date: '2024-04-29', price: '12.95', transaction_identifier: payment.reference },
  })
})

test('the invoice is paid once its payments reach its total', async () => {
  await connect().registerPayment(payment)
  await connect().registerPayment({
    ...payment,
    reference: 'second',
    amountCents: 1300,
    paidOn: '2024-05-01',
  })
  const [invoice] = fake.invoices()
  assert.deepEqual([invoice?.state, invoice?.paid_at, invoice?.total_unpaid], ['paid', '2024-05-01', '0.0'])
})

test('any number of runs registers one payment', async () => {
  const first = await connect().registerPayment(payment)
  assert.deepEqual(await connect().registerPayment(payment), first)
  assert.deepEqual(await connect().registerPayment({ ...payment, amountCents: 1 }), first)
  assert.deepEqual(operations(), ['find', 'pay', 'find', 'find'])
})

test("payments of others on the invoice are not taken for ours, nor another's reference", async () => {
  await connect().registerPayment({ ...payment, reference: 'another' })
  const { id } = fake.invoices()[0] ?? {}
  await fetch(`${fake.url}/123/sales_invoices/${id}/payments.json`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}` },
    body: JSON.stringify({ payment: { payment_date: '2024-04-29', price: '12,95' } }),
  })
  const registered = await connect().registerPayment(payment)
  assert.equal(fake.payments().length, 3)
  assert.equal(registered.externalPaymentId, fake.payments()[2]?.id)
})

test('two different payments at the same moment are both registered', async () => {
  const both = [payment, { ...payment, reference: 'second' }]
  await Promise.all(both.map((one) => connect().registerPayment(one)))
  assert.deepEqual(
    fake
      .payments()
      .map((p) => p.transaction_identifier)
      .sort(),
    both.map((p) => p.reference).sort(),
  )
})

test('after the same payment was sent twice at one moment, which the job queue prevents, it is not sent again', async () => {
  const twice = await Promise.all([connect().registerPayment(payment), connect().registerPayment(payment)])
  const registered = fake.payments().length
  assert.ok(registered <= 2)
  const again = await connect().registerPayment(payment)
  assert.equal(fake.payments().length, registered)
  assert.ok(twice.some((one) => one.externalPaymentId === again.externalPaymentId))
})

for (const kind of ['answer_lost', 'malformed'] as const) {
  test(`a payment whose answer went astray (${kind}) is found at the next run`, async () => {
    fake.misbehave([{ on: 'pay', kind }])
    await refusal(connect().registerPayment(payment), 'unavailable')
    assert.equal(fake.payments().length, 1)
    const registered = await connect().registerPayment(payment)
    assert.equal(fake.payments().length, 1)
    assert.equal(registered.externalPaymentId, fake.payments()[0]?.id)
  })
}

test('an answer that stops half-way counts as none, and the time-out covers the body', async () => {
  fake.misbehave([{ on: 'pay', kind: 'slow_body', delayMs: 5000 }])
  const error = await refusal(connect({ timeoutMs: 150 }).registerPayment(payment), 'unavailable')
  assert.equal(error.message, 'Moneybird did not answer within 0.15 seconds.')
  await connect().registerPayment(payment)
  assert.equal(fake.payments().length, 1)
})

test('a slow answer within the time-out is an answer', async () => {
  fake.misbehave([{ kind: 'slow_body', delayMs: 50 }])
  await connect().registerPayment(payment)
})

const faults: [string, FakeFault, BookkeepingErrorKind, RegExp][] = [
  ['no answer', { kind: 'no_answer' }, 'unavailable', /did not answer within/],
  ['a reset', { kind: 'reset' }, 'unavailable', /could not be reached/],
  ['a lost answer', { kind: 'answer_lost' }, 'unavailable', /could not be reached/],
  ['no JSON', { kind: 'malformed' }, 'unavailable', /is not JSON/],
  ['500', { kind: 'status', status: 500, body: { error: 'boom' } }, 'unavailable', /error 500/],
  ['503', { kind: 'status', status: 503 }, 'unavailable', /error 503/],
  ['408', { kind: 'status', status: 408 }, 'unavailable', /error 408/],
  [
    '401',
    { kind: 'status', status: 401, body: { error: 'No access to [:sales_invoices]' } },
    'unauthorized',
    /No access/,
  ],
  ['403', { kind: 'status', status: 403, body: null }, 'unauthorized', /token\.$/],
  [
    '404',
    { kind: 'status', status: 404, body: { error: 'Record not found' } },
    'not_found',
    /Record not found/,
  ],
  [
    '400',
    { kind: 'status', status: 400, body: { error: 'price is missing' } },
    'refused',
    /\(400\): price is missing$/,
  ],
  ['402', { kind: 'status', status: 402, body: { error: 'No subscription' } }, 'refused', /No subscription/],
  [
    '422',
    {
      kind: 'status',
      status: 422,
      body: { error: { price: ['is zero', 'is odd'], payment_date: ['is locked', { a: 1 }] } },
    },
    'refused',
    /\(422\): price is zero, is odd; payment_date is locked$/,
  ],
  ['a 2xx without id', { kind: 'status', status: 200, body: { id: null } }, 'unavailable', /lacks the id/],
  [
    'an id that is no number',
    { kind: 'status', status: 200, body: { id: '../1' } },
    'unavailable',
    /lacks the id/,
  ],
  ['an empty 204', { kind: 'status', status: 204 }, 'unavailable', /answer/],
]
for (const on of ['find', 'pay'] as const) {
  for (const [name, fault, kind, message] of faults) {
    test(`${name} to "${on}" is ${kind}`, async () => {
      fake.misbehave([{ ...fault, on }])
      const error = await refusal(connect({ timeoutMs: 300 }).registerPayment(payment), kind)
      assert.match(error.message, message)
      await connect().registerPayment(payment)
      assert.equal(fake.payments().length, 1)
    })
  }
}

test('a server that is not there is unavailable, and says how for the operator', async () => {
  await fake.stop()
  const error = await refusal(connect().registerPayment(payment), 'unavailable')
  assert.equal(error.message, 'Moneybird could not be reached (ECONNREFUSED).')
  await refusal(connect({ baseUrl: 'nonsense' }).registerPayment(payment), 'unavailable')
})

test('a redirect is not followed', async () => {
  for (const status of [301, 302, 303, 307, 308]) {
    fake.misbehave([{ kind: 'status', status, headers: { location: `${fake.url}/123/sales_invoices.json` } }])
    const error = await refusal(connect().registerPayment(payment), 'unavailable')
    assert.match(error.message, /redirected/)
  }
  assert.deepEqual(new Set(operations()), new Set(['find']))
})

const date = 'Mon, 29 Apr 2024 10:00:00 GMT'
const epoch = Date.parse(date) / 1000
const waits: [string, Record<string, string>, number][] = [
  ['seconds', { 'retry-after': '120' }, 120],
  ['zero', { 'retry-after': '0' }, 1],
  ['an HTTP date', { 'retry-after': 'Mon, 29 Apr 2024 10:02:30 GMT' }, 150],
  ['a date gone by', { 'retry-after': 'Mon, 29 Apr 2024 09:00:00 GMT' }, 1],
  ['epoch seconds, as Moneybird publishes', { 'retry-after': String(epoch + 240) }, 240],
  ['a moment gone by', { 'retry-after': String(epoch - 5) }, 1],
  ['the reset of the window', { 'ratelimit-reset': String(epoch + 90) }, 90],
  ['nonsense, then the reset', { 'retry-after': 'soon', 'ratelimit-reset': String(epoch + 90) }, 90],
  ['a century', { 'retry-after': 'Mon, 29 Apr 2124 10:00:00 GMT' }, 86_400],
  ['nothing', {}, 300],
]
for (const [name, headers, seconds] of waits) {
  test(`a 429 with ${name} is to be tried again after ${seconds} seconds`, async () => {
    fake.misbehave([{ kind: 'status', status: 429, headers: { date, ...headers }, body: 'Retry later' }])
    const error = await refusal(connect().registerPayment(payment), 'rate_limited')
    assert.equal(error.retryAfterSeconds, seconds)
  })
}

test('without a date from the server our own clock counts', async () => {
  const at = String(Math.floor(Date.now() / 1000) + 60)
  const limited = scripted(() => new Response('Retry later', { status: 429, headers: { 'retry-after': at } }))
  const error = await refusal(connect({ fetch: limited }).registerPayment(payment), 'rate_limited')
  assert.ok(error.retryAfterSeconds && error.retryAfterSeconds >= 58 && error.retryAfterSeconds <= 61)
})

test('a wrong token, administration or number is said to be so', async () => {
  await refusal(connect({ token: 'other' }).registerPayment(payment), 'unauthorized')
  await refusal(connect({ token: `${TOKEN}\n` }).registerPayment(payment), 'unauthorized')
  await refusal(connect({ token: `${TOKEN}€` }).registerPayment(payment), 'unauthorized')
  await refusal(connect({ token: '' }).registerPayment(payment), 'unauthorized')
  await refusal(connect({ administrationId: '124' }).registerPayment(payment), 'not_found')
  for (const administrationId of ['', '..', '1/2', '123?', '12 3'])
    await refusal(connect({ administrationId }).registerPayment(payment), 'refused')
  const error = await refusal(connect().registerPayment({ ...payment, invoiceNumber: '1337' }), 'not_found')
  assert.match(error.message, /Sales invoice with invoice_id: 1337 was not found/)
})

test('odd invoice numbers stay one part of the path', async () => {
  const odd = [
    '2024/001',
    'F 1',
    '..',
    '.',
    '../../x',
    'a?b#c',
    'a%2Fb',
    '100%',
    'é€😀',
    '1.json',
    '.json',
    'a;b&c=d',
    '+1',
    "'",
    '\\',
  ]
  for (const invoiceNumber of odd) {
    const { id } = fake.addInvoice({ invoiceNumber, totalCents: 1295 })
    const registered = await connect().registerPayment({
      ...payment,
      invoiceNumber,
      reference: invoiceNumber,
    })
    assert.equal(registered.externalInvoiceId, id, invoiceNumber)
  }
  const paths = fake.requests().flatMap((request) => (request.operation === 'find' ? [request.path] : []))
  assert.equal(paths.length, odd.length)
  for (const path of paths)
    assert.match(path, /^\/api\/v2\/123\/sales_invoices\/find_by_invoice_id\/[^/?#]+\.json$/)
})

test('what cannot be sent is refused without a request', async () => {
  for (const invoiceNumber of ['', '\ud800'])
    await refusal(connect().registerPayment({ ...payment, invoiceNumber }), 'refused')
  for (const amountCents of [0, -1, 0.5, Number.NaN, 2 ** 53, MAX_CENTS + 1])
    await refusal(connect().registerPayment({ ...payment, amountCents }), 'refused')
  await refusal(connect().registerPayment({ ...payment, reference: '' }), 'refused')
  assert.deepEqual(fake.requests(), [])
})

test('a payment in another currency than the invoice is refused before it is sent', async () => {
  const error = await refusal(connect().registerPayment({ ...payment, currency: 'USD' }), 'refused')
  assert.match(error.message, /in EUR at Moneybird, but the payment is in USD/)
  assert.deepEqual(operations(), ['find'])
})

test('an invoice in a currency that needs an exchange rate is refused in the words of Moneybird', async () => {
  fake.addInvoice({ invoiceNumber: 'usd', totalCents: 1295, currency: 'USD' })
  const error = await refusal(
    connect().registerPayment({ ...payment, invoiceNumber: 'usd', currency: 'USD' }),
    'refused',
  )
  assert.match(error.message, /\(422\): price_base can't be blank$/)
})

test('an invoice with another number, or without its payments, gets no payment', async () => {
  const { payments, ...rest } = fake.invoices()[0] ?? assert.fail()
  const answers: [object, BookkeepingErrorKind][] = [
    [{ ...rest, payments, invoice_id: '2024-002' }, 'not_found'],
    [rest, 'unavailable'],
    [{ ...rest, payments: {} }, 'unavailable'],
    [{ ...rest, payments, currency: TOKEN }, 'unavailable'],
    [{ ...rest, payments: [{ transaction_identifier: payment.reference }] }, 'unavailable'],
    [{ ...rest, payments, id: 2 ** 60 }, 'unavailable'],
    [[], 'unavailable'],
  ]
  for (const [answer, kind] of answers)
    await refusal(connect({ fetch: scripted(() => Response.json(answer)) }).registerPayment(payment), kind)
})

test('numeric ids, which the schema allows too, come out as digits', async () => {
  const invoice = { id: 7, invoice_id: payment.invoiceNumber, currency: 'EUR', payments: [null, 'x'] }
  const script = scripted(
    () => Response.json(invoice),
    () => Response.json({ id: 8 }, { status: 201 }),
  )
  assert.deepEqual(await connect({ fetch: script }).registerPayment(payment), {
    externalInvoiceId: '7',
    externalPaymentId: '8',
  })
})

test('the words of the API are bounded, on one line, and never hold the token', async () => {
  for (const filler of ['', 'x'.repeat(290)]) {
    fake.misbehave([
      { kind: 'status', status: 422, body: { error: `${filler}\n\u0000 ${TOKEN} ${'y'.repeat(1000)}` } },
    ])
    const error = await refusal(connect().registerPayment(payment), 'refused')
    assert.ok(
      error.message.length < 400 && !error.message.includes('geheim') && !/\p{C}/u.test(error.message),
    )
  }
})

test('an error of the network that quotes the token does not pass it on', async () => {
  const leaky = () =>
    Promise.reject(new TypeError(`Bearer ${TOKEN}`, { cause: { code: TOKEN, message: TOKEN } }))
  await refusal(connect({ fetch: leaky }).registerPayment(payment), 'unavailable')
})

test('an endless answer is cut off', async () => {
  let sent = 0
  const chunk = new Uint8Array(1024 * 1024)
  const endless = new ReadableStream({
    pull(to) {
      sent++
      to.enqueue(chunk)
    },
  })
  const error = await refusal(
    connect({ fetch: scripted(() => new Response(endless)) }).registerPayment(payment),
    'unavailable',
  )
  assert.match(error.message, /longer than any invoice/)
  assert.ok(sent < 20)
})

test('every amount goes over the wire exactly, with two decimals', async () => {
  const invoice = { id: '1', invoice_id: payment.invoiceNumber, currency: 'EUR', payments: [] }
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: MAX_CENTS }), async (amountCents) => {
      let price = ''
      const recording: typeof fetch = (_url, init) => {
        if (init?.method !== 'POST') return Promise.resolve(Response.json(invoice))
        price = (JSON.parse(String(init.body)) as { payment: { price: string } }).payment.price
        return Promise.resolve(Response.json({ id: '2' }, { status: 201 }))
      }
      await connect({ fetch: recording }).registerPayment({ ...payment, amountCents })
      assert.match(price, /^(0|[1-9]\d*)\.\d{2}$/)
      assert.equal(BigInt(price.replace('.', '')), BigInt(amountCents))
    }),
    { examples: [[1], [10], [99], [100], [101], [1295], [MAX_CENTS]] },
  )
})

test('the fake lists, shows and makes up invoices, for whoever looks with curl', async () => {
  await fake.stop()
  fake = await startFakeMoneybird({
    token: TOKEN,
    administrationId: '9',
    invoiceFor: (number) => (number.startsWith('demo') ? { totalCents: 1295 } : undefined),
  })
  await connect().registerPayment({ ...payment, invoiceNumber: 'demo-1' })
  await refusal(connect().registerPayment(payment), 'not_found')
  fake.addInvoice({ invoiceNumber: 'x', totalCents: 12_100, contactName: 'Jansen' })
  const get = async (path: string, token = TOKEN) => {
    const response = await fetch(`${fake.url}/9/${path}`, { headers: { authorization: `Bearer ${token}` } })
    return {
      status: response.status,
      total: response.headers.get('x-total-count'),
      body: (await response.json()) as SalesInvoiceBody[],
    }
  }
  const { body, total } = await get('sales_invoices.json')
  assert.equal(total, '2')
  assert.deepEqual(
    body.map((i) => [i.invoice_id, i.state, i.total_unpaid]),
    [
      ['x', 'open', '121.0'],
      ['demo-1', 'paid', '0.0'],
    ],
  )
  assert.equal(body[0]!.tax_totals[0]!.tax_amount, '21.0')
  assert.deepEqual((await get('sales_invoices.json?filter=period:this_year,state:paid')).body.length, 1)
  assert.deepEqual((await get('sales_invoices.json?page=2&per_page=1')).body[0]!.invoice_id, 'demo-1')
  assert.deepEqual((await get(`sales_invoices/${body[0]!.id}.json`)).body, body[0])
  assert.equal((await get('sales_invoices/1.json')).status, 404)
  assert.equal((await get('contacts.json')).status, 404)
  assert.equal((await get('sales_invoices.json', 'wrong')).status, 401)
})
