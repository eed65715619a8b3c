import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { startTestApp, type Tenant, type TestApp } from '../../../test/support/app.ts'
import { aHistory, aProviderPayment, type LineSpec } from '../../../test/support/ledgers.ts'
import { addDays } from '../../kernel/time.ts'
import { getCollected } from './get-collected.ts'
import { listProviderDays } from './list-provider-days.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const anInvoiceWith = (tenant: Tenant, lines: LineSpec[]) =>
  aHistory(tenant, {
    issuedOn: '2025-01-01',
    transmittedAt: '2025-01-01T00:00:00Z',
    createdAt: '2025-01-01T00:00:00Z',
    lines: [{ kind: 'charge', cents: 10_000, at: '2025-01-01T00:00:00Z' }, ...lines],
  })
const season = { from: '2026-01-01', to: '2026-12-31', by: 'month' } as const

test('payments in parts, chargebacks, refunds and credits add up, each in its month and to its method', async () => {
  const tenant = await running.tenant({ timeZone: 'Europe/Amsterdam' })
  const [paid, back, again] = await aProviderPayment(tenant, { cents: 6000, method: 'directdebit' }, [
    { kind: 'payment', cents: 6000, at: '2026-02-10T10:00:00Z' },
    { kind: 'chargeback', cents: 6000, at: '2026-03-05T10:00:00Z' },
    { kind: 'chargeback_reversed', cents: 6000, at: '2026-04-01T10:00:00Z' },
  ])
  const [card, refund] = await aProviderPayment(tenant, { cents: 3000, method: 'creditcard' }, [
    { kind: 'payment', cents: 3000, at: '2026-02-11T10:00:00Z' },
    { kind: 'refund', cents: 1000, at: '2026-02-20T10:00:00Z' },
  ])
  await anInvoiceWith(tenant, [
    { kind: 'fee', subtype: 'chargeback_fee', cents: 500, at: '2026-02-01T10:00:00Z' },
    // One payment for two things is two lines and one payment.
    { kind: 'payment', cents: -5500, at: '2026-02-10T10:00:00Z', method: 'sdd', entryId: paid! },
    {
      kind: 'payment',
      subtype: 'chargeback_fee',
      cents: -500,
      at: '2026-02-10T10:00:00Z',
      method: 'sdd',
      entryId: paid!,
    },
    { kind: 'chargeback', cents: 6000, at: '2026-03-05T10:00:00Z', entryId: back! },
    { kind: 'payment', cents: -6000, at: '2026-04-01T10:00:00Z', method: 'sdd', entryId: again! },
    { kind: 'payment', cents: -3000, at: '2026-02-11T10:00:00Z', method: 'credit_card', entryId: card! },
    { kind: 'refund', cents: 1000, at: '2026-02-20T10:00:00Z', entryId: refund! },
    { kind: 'credit', cents: -700, at: '2026-02-21T10:00:00Z' },
    { kind: 'payment', cents: -100, at: '2026-02-22T10:00:00Z', method: 'external' },
    // In Amsterdam the year has turned already; in UTC it has not.
    { kind: 'payment', cents: -42, at: '2025-12-31T23:30:00Z' },
    { kind: 'payment', cents: -43, at: '2026-12-31T23:30:00Z' },
    { kind: 'payment', cents: -2000, at: '2025-02-10T10:00:00Z' },
  ])
  // Paid for something without an invoice.
  await aProviderPayment(tenant, { cents: 250, method: 'ideal', subjectKind: 'payment_link' }, [
    { kind: 'payment', cents: 250, at: '2026-05-01T10:00:00Z' },
  ])
  const report = await getCollected(tenant.ctx(), season)
  assert.deepEqual(report.payments, { count: 5, cents: 6000 + 3000 + 100 + 42 + 250 })
  assert.deepEqual(report.chargebacks, { count: 1, cents: 6000, reversedCents: 6000 })
  assert.deepEqual(report.refunds, { count: 1, cents: 1000, failedCents: 0 })
  assert.equal(report.collectedCents, 9392 - 1000)
  assert.deepEqual(
    report.periods.slice(0, 5).map(({ collectedCents }) => collectedCents),
    [42, 6000 + 3000 - 1000 + 100, -6000, 6000, 250],
  )
  assert.deepEqual(
    report.methods.map(({ method, collectedCents, payments }) => [method, collectedCents, payments.count]),
    [
      ['sdd', 6000, 1],
      ['credit_card', 2000, 1],
      ['ideal', 250, 1],
      ['external', 142, 2],
    ],
  )
  assert.deepEqual(
    [...report.fees],
    [{ subtype: 'chargeback_fee', charges: 1, chargedCents: 500, creditedCents: 0, collectedCents: 500 }],
  )
  assert.equal(report.previous.collectedCents, 2000)
  assert.equal(report.periods[1]!.previousCents, 2000)
  // Today is 21 November: the whole of last February is before it.
  assert.deepEqual(report.previous.toDate, { to: '2025-11-21', collectedCents: 2000 })
  assert.equal((await getCollected((await running.tenant()).ctx(), season)).collectedCents, 0)
})

test('a season is compared day by day: what last year brought in later than today does not count yet', async () => {
  const tenant = await running.tenant({ timeZone: 'Europe/Amsterdam' })
  await anInvoiceWith(tenant, [
    { kind: 'payment', cents: -100, at: '2025-11-21T12:00:00Z' },
    { kind: 'payment', cents: -200, at: '2025-11-22T12:00:00Z' },
    { kind: 'payment', cents: -300, at: '2026-11-01T12:00:00Z' },
  ])
  const report = await getCollected(tenant.ctx(), { from: '2026-09-01', to: '2027-08-31', by: 'week' })
  assert.deepEqual([report.previous.from, report.previous.to], ['2025-09-01', '2026-08-31'])
  assert.equal(report.previous.collectedCents, 300)
  assert.deepEqual(report.previous.toDate, { to: '2025-11-21', collectedCents: 100 })
  assert.equal(report.periods.length, 53)
  // Day 81 and day 82 of the season are in its twelfth week.
  assert.equal(report.periods[11]!.previousCents, 300)
})

test('the parts are never more or less than the whole', async () => {
  const anEntry = fc.record({
    kind: fc.constantFrom('payment', 'chargeback', 'refund' as const),
    cents: fc.integer({ min: 1, max: 5000 }),
    day: fc.integer({ min: 0, max: 760 }),
    method: fc.constantFrom('ideal', 'sdd', 'external'),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(anEntry, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('month', 'week' as const),
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 0, max: 364 }),
      async (entries, by, first, length) => {
        const tenant = await running.tenant({ timeZone: 'America/New_York' })
        const at = (day: number) => `${addDays('2024-10-01', day)}T16:00:00Z`
        await anInvoiceWith(
          tenant,
          entries.map(({ kind, cents, day, method }) => ({
            kind,
            cents: kind === 'payment' ? -cents : cents,
            at: at(day),
            method,
          })),
        )
        const from = addDays('2025-09-01', first)
        const to = addDays(from, length)
        const report = await getCollected(tenant.ctx(), { from, to, by })
        const naive = (begin: string, end: string) =>
          entries
            .filter(({ day }) => at(day).slice(0, 10) >= begin && at(day).slice(0, 10) <= end)
            .reduce((sum, { kind, cents }) => sum + (kind === 'payment' ? cents : -cents), 0)
        const sum = <T>(rows: T[], of: (row: T) => number) => rows.reduce((total, row) => total + of(row), 0)
        assert.equal(report.collectedCents, naive(from, to))
        assert.equal(
          sum(report.periods, ({ collectedCents }) => collectedCents),
          report.collectedCents,
        )
        assert.equal(
          sum(report.methods, ({ collectedCents }) => collectedCents),
          report.collectedCents,
        )
        const { previous } = report
        assert.equal(previous.collectedCents, naive(previous.from, previous.to))
        assert.equal(
          sum(report.periods, ({ previousCents }) => previousCents),
          previous.collectedCents,
        )
        for (const period of report.periods)
          assert.equal(period.collectedCents, naive(period.from, period.to))
      },
    ),
    { numRuns: 25 },
  )
})

test('what providers took in is told by day, with what can be taken back', async () => {
  const tenant = await running.tenant({ timeZone: 'Europe/Amsterdam' })
  await aProviderPayment(tenant, { cents: 5000, method: 'directdebit' }, [
    { kind: 'payment', cents: 5000, at: '2026-11-10T23:30:00Z' },
    { kind: 'chargeback', cents: 2000, at: '2026-11-12T10:00:00Z' },
  ])
  await aProviderPayment(tenant, { cents: 900, method: 'ideal' }, [
    { kind: 'payment', cents: 900, at: '2026-11-11T10:00:00Z' },
    { kind: 'refund', cents: 400, at: '2026-11-12T11:00:00Z' },
    { kind: 'refund_failed', cents: 400, at: '2026-11-12T12:00:00Z' },
  ])
  // Nine weeks ago: too late to be taken back without a reason.
  await aProviderPayment(tenant, { cents: 7000, method: 'directdebit' }, [
    { kind: 'payment', cents: 7000, at: '2026-09-18T10:00:00Z' },
  ])
  const { days, chargeable, connected } = await listProviderDays(tenant.ctx(), {
    from: '2026-11-01',
    to: '2026-11-30',
  })
  assert.equal(connected, null)
  assert.deepEqual(days, [
    {
      day: '2026-11-12',
      provider: 'mollie',
      payments: 0,
      paidCents: 0,
      refundedCents: 0,
      chargedBackCents: 2000,
      netCents: -2000,
    },
    {
      day: '2026-11-11',
      provider: 'mollie',
      payments: 2,
      paidCents: 5900,
      refundedCents: 0,
      chargedBackCents: 0,
      netCents: 5900,
    },
  ])
  assert.deepEqual(chargeable, { payments: 1, cents: 3000, since: '2026-09-26' })
})
