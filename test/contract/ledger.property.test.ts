import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { dashed } from '../../server/kernel/base32.ts'
import { encodeId as encodeHex } from '../../server/api/clubcollect/ids.ts'
import { encodeId } from '../../server/api/mijnklantportaal/ids.ts'
import { grossCents } from '../../server/domain/invoices/vat.ts'
import { newId } from '../../server/kernel/ids.ts'
import { formatCents, MAX_CENTS } from '../../server/kernel/money.ts'
import { formatAtom } from '../../server/kernel/time.ts'
import { startTestApp, type Tenant, type TestApp } from '../support/app.ts'
import { aCustomer } from '../support/builders.ts'
import { startAppWithRoutes } from '../support/routes.ts'
import { voicesOf, type Voices } from '../support/speak.ts'

let running: TestApp
let voices: Voices
let tenant: Tenant
let customer: string
before(async () => {
  running = await startTestApp()
  voices = voicesOf(running.app)
  tenant = await running.tenant()
  customer = encodeId('customer', (await aCustomer(tenant)).id)
})
after(() => running.close())

/** A line as the schema takes it. */
interface Line {
  kind: string
  subtype: string | null
  method: string | null
  cents: number
  at: Date
}

/** The ledger by its definition: a sum, and since when there is nothing left of it. */
interface Ledger {
  lines: number[]
  paidAt: Date | null
}

const sumOf = ({ lines }: Ledger) => lines.reduce((sum, cents) => sum + cents, 0)

/** Lines that are written together count from the last of their instants. */
function append(ledger: Ledger, lines: { cents: number; at: Date }[]): void {
  ledger.lines.push(...lines.map(({ cents }) => cents))
  const at = new Date(Math.max(...lines.map((line) => line.at.getTime())))
  ledger.paidAt = sumOf(ledger) > 0 ? null : (ledger.paidAt ?? at)
}

const instant = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2030-01-01T00:00:00Z'), noInvalidDate: true })
  // The APIs show whole seconds.
  .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000))

const positive = fc.oneof(
  fc.integer({ min: 1, max: 20_000 }),
  fc.integer({ min: MAX_CENTS - 3, max: MAX_CENTS }),
  fc.constantFrom(1, MAX_CENTS),
)
const negative = positive.map((cents) => -cents)
const anyCents = fc.oneof(positive, negative, fc.constant(0))

const fees = [
  'administrative_fee',
  'installment_fee',
  'chargeback_fee',
  'late_payment_fee',
  'penalty_fee',
] as const
const subtypes = [null, 'donation', 'surcharge', 'youth_fund', ...fees] as const

const lineOf = (kind: string, cents: fc.Arbitrary<number>, subtype: readonly (string | null)[]) =>
  fc.record({
    kind: fc.constant(kind),
    cents,
    subtype: fc.constantFrom(...subtype),
    method: kind === 'payment' ? fc.constantFrom('external', 'ideal', 'direct_debit') : fc.constant(null),
    at: instant,
  })

/** Lines that the schema takes, of every kind. */
const goodLine: fc.Arbitrary<Line> = fc.oneof(
  lineOf('charge', anyCents, subtypes),
  lineOf('fee', positive, fees),
  lineOf('payment', negative, subtypes),
  lineOf('chargeback', positive, subtypes),
  lineOf('credit', fc.oneof(negative, fc.constant(0)), subtypes),
)

/** Lines that break a rule of their kind each. */
const badLine: fc.Arbitrary<Line> = fc.oneof(
  lineOf('fee', fc.oneof(negative, fc.constant(0)), fees),
  lineOf('fee', positive, ['donation', 'surcharge', 'youth_fund']),
  lineOf('payment', fc.oneof(positive, fc.constant(0)), subtypes),
  lineOf('payment', negative, [null]).map((line) => ({ ...line, method: null })),
  lineOf('chargeback', fc.oneof(negative, fc.constant(0)), subtypes),
  lineOf('credit', positive, subtypes),
  lineOf('charge', anyCents, [null]).map((line) => ({ ...line, method: 'external' })),
  lineOf('gift', anyCents, [null]),
  lineOf('charge', anyCents, ['nonsense']),
)

type Step =
  | { do: 'write'; lines: Line[] }
  | { do: 'break'; line: Line }
  | { do: 'pay'; at: Date }
  | { do: 'edit'; cents: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('write'),
      lines: fc.array(goodLine, { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pay'), at: instant }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('break'), line: badLine }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('edit'), cents: anyCents }) },
)

/** What is invoiced in the beginning, in lines that one invoice can bear. */
const beginning = fc.oneof(
  fc.array(fc.integer({ min: -20_000, max: 20_000 }), { minLength: 1, maxLength: 5 }),
  fc.constantFrom([MAX_CENTS], [-MAX_CENTS], [MAX_CENTS, -1], [0], [MAX_CENTS, -MAX_CENTS]),
)

async function invoiceOf(lines: { cents: number; at: Date }[]): Promise<string> {
  const { import_id } = (await voices.v2(tenant, 'POST', '/imports', { company_id: tenant.companyId })).json()
  const made = await voices.v2(tenant, 'POST', '/invoices', {
    import_id,
    external_invoice_number: 'L-1',
    customer: { name: { last_name: 'Doe' }, email: { email_address: 'doe@example.com' } },
    invoice_lines: lines.map(({ cents, at }) => ({ amount_cents: cents, date: at.toISOString() })),
    amount_total_cents: lines.reduce((sum, { cents }) => sum + cents, 0),
  })
  assert.equal(made.statusCode, 200, made.body)
  return made.json().invoice_id
}

/** One statement for all the lines: the APIs write an invoice's in one, too. */
async function write(invoice: string, lines: Line[]): Promise<void> {
  const { sql } = running.database
  const rows = lines.map(({ kind, subtype, method, cents, at }) => ({
    company_id: tenant.company.companyId,
    id: newId(),
    invoice_id: dashed(invoice),
    kind,
    subtype,
    amount_cents: cents,
    payment_method: method,
    occurred_at: at,
    created_at: at,
  }))
  await sql`insert into invoice_lines ${sql(rows)}`
}

/** What the three show of an invoice is what its ledger is. */
async function assertShown(invoice: string, ledger: Ledger): Promise<void> {
  const outstanding = sumOf(ledger)
  assert.ok(Number.isSafeInteger(outstanding))
  const paidAt = ledger.paidAt && formatAtom(ledger.paidAt.toISOString(), tenant.company.timeZone)
  assert.equal(paidAt === null, outstanding > 0)

  const v2 = (await voices.v2(tenant, 'GET', `/invoices/${invoice}`)).json()
  assert.equal(v2.amount_total_cents, outstanding)
  assert.deepEqual(
    v2.invoice_lines.map((line: { amount_cents: number }) => line.amount_cents),
    ledger.lines,
  )
  const id = encodeId('invoice', dashed(invoice))
  const v1 = (await voices.v1(tenant, 'GET', `/customer-invoices/${id}`)).json()
  assert.equal(v1.paidAt, paidAt)
  const [{ token }] = await running.database.sql<[{ token: string }]>`
    select link_token as token from invoices where id = ${dashed(invoice)}`
  const link = (await voices.link('GET', `/api/portal/public-invoices/${id}/${token}`)).json()
  assert.equal(link.outstanding, formatCents(outstanding))
  assert.equal(link.paidAt, paidAt)
}

test('outstanding is the sum of the lines and paidAt since when it is none, whatever happens in whatever order', async () => {
  const { sql } = running.database
  const { companyId } = tenant.company
  await fc.assert(
    fc.asyncProperty(beginning, instant, fc.array(step, { maxLength: 12 }), async (cents, at, steps) => {
      const ledger: Ledger = { lines: [], paidAt: null }
      const first = cents.map((amount, i) => ({ cents: amount, at: new Date(at.getTime() - i * 60_000) }))
      const invoice = await invoiceOf(first)
      append(ledger, first)
      await assertShown(invoice, ledger)
      for (const one of steps) {
        if (one.do === 'write') {
          await write(invoice, one.lines)
          append(ledger, one.lines)
        } else if (one.do === 'break') {
          await assert.rejects(write(invoice, [one.line]), { code: '23514' }, JSON.stringify(one.line))
        } else if (one.do === 'edit') {
          const edited = sql`
            update invoice_lines set amount_cents = ${one.cents}
             where company_id = ${companyId} and invoice_id = ${dashed(invoice)}`
          await assert.rejects(edited, { code: '23001' })
        } else {
          const outstanding = sumOf(ledger)
          const id = encodeId('invoice', dashed(invoice))
          const response = await voices.v1(tenant, 'PATCH', `/customer-invoices/${id}`, {
            paidAt: one.at.toISOString(),
          })
          assert.equal(response.statusCode, outstanding > 0 ? 200 : 422)
          if (outstanding > 0) append(ledger, [{ cents: -outstanding, at: one.at }])
        }
        await assertShown(invoice, ledger)
      }
    }),
    { numRuns: 60 },
  )
})

test('an invoice of v1 begins with the gross of its lines outstanding, to the cent also near the largest amount', async () => {
  const line = fc.record({
    netCents: fc.oneof(
      fc.integer({ min: -100_000, max: 100_000 }),
      fc.integer({ min: MAX_CENTS / 2 - 50, max: MAX_CENTS / 2 + 50 }),
      fc.integer({ min: MAX_CENTS - 5, max: MAX_CENTS }),
    ),
    vatRate: fc.constantFrom(0, 9, 21),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 4 }), async (lines) => {
      const gross = grossCents(lines)
      const total = gross.reduce((sum, cents) => sum + cents, 0)
      const made = await voices.v1(tenant, 'POST', '/customer-invoices/manual', {
        customerId: customer,
        invoiceNumber: 'M-1',
        issuedAt: '2026-11-01',
        lines: lines.map(({ netCents, vatRate }) => ({
          description: 'Line',
          amountExclVat: formatCents(netCents),
          vatRate,
        })),
      })
      const bearable =
        total >= 0 && total <= MAX_CENTS && gross.every((cents) => Math.abs(cents) <= MAX_CENTS)
      assert.equal(made.statusCode, bearable ? 200 : 422, made.body)
      if (!bearable) return
      assert.equal(made.json().amount, formatCents(total))
      const { id } = made.json()
      const [{ uuid, paidAt }] = await running.database.sql<[{ uuid: string; paidAt: string | null }]>`
        select id as uuid, paid_at as "paidAt" from invoices
         where company_id = ${tenant.company.companyId} order by created_at desc, id desc limit 1`
      assert.equal(encodeId('invoice', uuid), id)
      const shown = await voices.v2(tenant, 'GET', `/invoices/${encodeHex(tenant.company.companyId, uuid)}`)
      assert.equal(shown.json().amount_total_cents, total)
      assert.deepEqual(
        shown.json().invoice_lines.map((shownLine: { amount_cents: number }) => shownLine.amount_cents),
        gross,
      )
      assert.equal(paidAt === null, total > 0)
    }),
    { numRuns: 100 },
  )
})

test('a thousand lines of the largest amount are summed exactly', async () => {
  const at = new Date('2026-11-01T00:00:00Z')
  const invoice = await invoiceOf([{ cents: 1, at }])
  const ledger: Ledger = { lines: [], paidAt: null }
  append(ledger, [{ cents: 1, at }])
  const charge = { kind: 'charge', subtype: null, method: null, cents: MAX_CENTS, at }
  for (let i = 0; i < 10; i++) {
    const lines = Array.from({ length: 100 }, () => charge)
    await write(invoice, lines)
    append(ledger, lines)
  }
  assert.equal(sumOf(ledger), 1000 * MAX_CENTS + 1)
  await assertShown(invoice, ledger)
})

test('no route takes a line away: an invoice that money moved on stands, and no body touches its lines', async () => {
  const { running: other, routes } = await startAppWithRoutes()
  await other.close()
  assert.deepEqual(
    routes.map(({ name }) => name).filter((name) => /^(DELETE|PUT) .*invoices\/:\w+$/.test(name)),
    // The first needs an invoice without payments, the deletions a draft; the other changes the recipient.
    [
      'DELETE /v1/customer-invoices/:invoiceId',
      'PUT /api/v2/invoices/:id',
      'DELETE /api/v2/invoices/:id',
      'DELETE /api/portal/invoices/:invoiceId',
    ],
  )
  const at = new Date('2026-11-01T00:00:00Z')
  const ledger: Ledger = { lines: [], paidAt: null }
  const invoice = await invoiceOf([{ cents: 500, at }])
  append(ledger, [{ cents: 500, at }])
  const payment = [{ kind: 'payment', subtype: null, method: 'external', cents: -100, at }]
  await write(invoice, payment)
  append(ledger, payment)
  const id = encodeId('invoice', dashed(invoice))
  for (const method of ['DELETE', 'PUT', 'PATCH', 'POST'] as const)
    for (const [url, authorization] of [
      [`/v1/customer-invoices/${id}`, tenant.bearer],
      [`/v1/customer-invoices/${id}/lines`, tenant.bearer],
      [`/api/v2/invoices/${invoice}`, tenant.apiKey],
      [`/api/v2/invoices/${invoice}/invoice_lines`, tenant.apiKey],
    ] as const) {
      const response = await running.app.inject({
        method,
        url,
        headers: { authorization },
        payload: { amount: '0.00', amountCents: 0, lines: [], invoice_lines: [], amount_total_cents: 0 },
      })
      assert.ok([404, 405, 422].includes(response.statusCode), `${method} ${url} ${response.statusCode}`)
    }
  await assertShown(invoice, ledger)
})
