import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextBankingDay, paidOutAt } from './banking-day.ts'

test('payouts come on days on which banks settle', () => {
  for (const [day, next] of [
    ['2026-11-19', '2026-11-20'],
    ['2026-11-20', '2026-11-23'],
    ['2026-11-21', '2026-11-23'],
    ['2026-11-22', '2026-11-23'],
    ['2026-12-24', '2026-12-28'],
    ['2026-12-31', '2027-01-04'],
    // Good Friday to Easter Monday, early and late, and in a leap year.
    ['2026-04-02', '2026-04-07'],
    ['2024-03-28', '2024-04-02'],
    ['2038-04-22', '2038-04-27'],
    ['2025-04-30', '2025-05-02'],
  ] as const)
    assert.equal(nextBankingDay(day), next, day)
  assert.equal(paidOutAt('2026-11-23'), '2026-11-23T08:00:00Z')
  assert.equal(paidOutAt('2026-07-01'), '2026-07-01T07:00:00Z')
})
