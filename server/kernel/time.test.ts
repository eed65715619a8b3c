import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayIn, formatAtom, formatUtc, parseDate, parseDateTime } from './time.ts'

test('instants are shown in ATOM form in the zone of the company, summer and winter', () => {
  assert.equal(formatAtom('2024-04-29 19:00:00+00', 'Europe/Amsterdam'), '2024-04-29T21:00:00+02:00')
  assert.equal(
    formatAtom('2024-01-29T19:00:00.123456+00:00', 'Europe/Amsterdam'),
    '2024-01-29T20:00:00+01:00',
  )
  assert.equal(formatAtom('2024-01-29 19:00:00+00', 'America/St_Johns'), '2024-01-29T15:30:00-03:30')
  assert.equal(formatUtc('2016-02-12 20:55:19.5+00'), '2016-02-12T20:55:19Z')
})

test('the ATOM form names the same instant, whatever the zone', () => {
  const zones = fc.constantFrom(
    'Europe/Amsterdam',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'America/New_York',
    'UTC',
  )
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), zones, (seconds, zone) => {
      const iso = new Date(seconds * 1000).toISOString()
      const postgres = `${iso.slice(0, 10)} ${iso.slice(11, 19)}+00`
      assert.equal(Date.parse(formatAtom(postgres, zone)), seconds * 1000)
    }),
  )
})

test('a day that does not exist is no date', () => {
  for (const text of [
    '2024-04-31',
    '2023-02-29',
    '2024-13-01',
    '2024-00-10',
    '24-01-01',
    '',
    '2024-1-1',
    ' 2024-01-01',
    '1899-12-31',
    '9999-01-01',
    '0000-01-01',
  ])
    assert.equal(parseDate(text), undefined, text)
  assert.equal(parseDate('2024-02-29'), '2024-02-29')
})

test('a date-time without zone is on the clock of the company', () => {
  const zone = 'Europe/Amsterdam'
  assert.equal(parseDateTime('2024-05-11 12:59:00', zone)?.toISOString(), '2024-05-11T10:59:00.000Z')
  assert.equal(parseDateTime('2024-05-11 12:59', zone)?.toISOString(), '2024-05-11T10:59:00.000Z')
  assert.equal(parseDateTime('2024-01-11', zone)?.toISOString(), '2024-01-10T23:00:00.000Z')
  assert.equal(parseDateTime('2024-05-11T12:59:00Z', zone)?.toISOString(), '2024-05-11T12:59:00.000Z')
  assert.equal(parseDateTime('2024-05-11T12:59:00-0500', zone)?.toISOString(), '2024-05-11T17:59:00.000Z')
})

test('the hour that a clock change skips moves on, the one that it repeats is the first', () => {
  const zone = 'Europe/Amsterdam'
  assert.equal(parseDateTime('2024-03-31 02:30:00', zone)?.toISOString(), '2024-03-31T01:30:00.000Z')
  assert.equal(parseDateTime('2024-10-27 02:30:00', zone)?.toISOString(), '2024-10-27T00:30:00.000Z')
})

test('an impossible date-time is none', () => {
  for (const text of [
    '2024-04-31 14:00:00',
    '2024-04-30 25:00:00',
    '2024-04-30 12:60',
    'yesterday',
    '2024-04-30 14',
    '',
  ])
    assert.equal(parseDateTime(text, 'Europe/Amsterdam'), undefined, text)
})

test('the day of an instant depends on the zone', () => {
  assert.equal(dayIn(new Date('2024-12-31T23:30:00Z'), 'Europe/Amsterdam'), '2025-01-01')
  assert.equal(dayIn(new Date('2024-12-31T23:30:00Z'), 'UTC'), '2024-12-31')
})
