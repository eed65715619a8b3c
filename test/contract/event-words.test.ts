import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { eventTypes } from '../../server/domain/events/event.ts'
import { areas } from '../../web/pages/settings/areas.ts'

const wordsOf = (path: string) =>
  JSON.parse(readFileSync(new URL(`../../web/${path}`, import.meta.url), 'utf8')) as Record<
    string,
    Record<string, string>
  >

test('the audit trail has words for everything that can happen, and for nothing else', () => {
  const known = Object.entries(wordsOf('words/events/en.json')).flatMap(([area, verbs]) =>
    Object.keys(verbs).map((verb) => `${area}.${verb}`),
  )
  assert.deepEqual(known.toSorted(), eventTypes.toSorted())
})

test('what can be looked for in the audit trail are the areas of what can happen', () => {
  const happen = [...new Set(eventTypes.map((type) => type.split('.')[0]!))].toSorted()
  assert.deepEqual(areas.toSorted(), happen)
  assert.deepEqual(Object.keys(wordsOf('pages/settings/words/en.json')['area']!).toSorted(), happen)
})
