import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { gapsInSeconds, LONGEST_PAUSE_SECONDS, pauseOf, secondsToNext } from './retry-schedule.ts'

const now = new Date('2026-11-21T10:00:00Z')

test('the gaps grow, and are three days with the longest jitter', () => {
  for (let i = 1; i < gapsInSeconds.length; i++) assert.ok(gapsInSeconds[i]! >= gapsInSeconds[i - 1]!)
  const hours = (random: number) =>
    gapsInSeconds.reduce((sum, _gap, i) => sum + secondsToNext(i + 1, undefined, random)!, 0) / 3600
  assert.ok(hours(0) > 60 && hours(1) > 72 && hours(1) < 80)
  assert.equal(secondsToNext(gapsInSeconds.length + 1, undefined, 0.5), undefined)
})

test('an attempt is never sooner than asked, nor far from its place in the schedule', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: gapsInSeconds.length }),
      fc.option(fc.integer({ min: 1, max: LONGEST_PAUSE_SECONDS }), { nil: undefined }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (attempt, pause, random) => {
        const seconds = secondsToNext(attempt, pause, random)!
        const gap = gapsInSeconds[attempt - 1]!
        assert.ok(seconds >= (pause ?? 0) && seconds >= gap * 0.9)
        assert.ok(seconds <= Math.max(gap * 1.1, pause ?? 0) + 1e-6)
      },
    ),
  )
})

test('retry-after is seconds or a date, and bounded', () => {
  assert.equal(pauseOf('120', now), 120)
  assert.equal(pauseOf(' 7 ', now), 7)
  assert.equal(pauseOf('Sat, 21 Nov 2026 10:01:30 GMT', now), 90)
  assert.equal(pauseOf('999999999', now), LONGEST_PAUSE_SECONDS)
  for (const text of ['0', '-5', 'soon', '', '1e9', 'Sat, 21 Nov 2026 09:00:00 GMT', undefined])
    assert.equal(pauseOf(text, now), undefined, text)
})
