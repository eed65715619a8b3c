import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import { ruleOf } from '../../server/api/validation.ts'
import { conflictReasons } from '../../server/kernel/errors.ts'
import { rules, rulesForPrograms } from '../../server/kernel/rules.ts'
import { wordsOf } from '../../web/i18n/refusals.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const jsonAt = (path: string): unknown => JSON.parse(readFileSync(root + path, 'utf8'))
const wordsIn = (language: string, of: 'rules' | 'refused') =>
  jsonAt(`web/words/${of}/${language}.json`) as Record<string, string>
const languages = ['nl', 'en', 'de', 'fr', 'it'] as const

test('the pages have words for each rule that people can break, and for no other', () => {
  assert.deepEqual(Object.keys(wordsIn('en', 'rules')), [...rules])
})

test('the pages have words for each reason of a conflict, and for what is refused otherwise', () => {
  const otherwise = ['too_large', 'unsupported_media_type', 'in_progress', 'unavailable']
  const known = Object.keys(wordsIn('en', 'refused'))
  assert.deepEqual(known.toSorted(), [...conflictReasons, ...otherwise].toSorted())
})

test('a rule is found by its text with whatever stands in it', () => {
  for (const language of languages) {
    const words = wordsIn(language, 'rules')
    for (const rule of rules) {
      const filled = rule.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) =>
        ['n', 'most', 'total'].includes(name) ? '7' : 'ABC',
      )
      const expected = words[rule]!.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) =>
        ['n', 'most', 'total'].includes(name) ? '7' : 'ABC',
      )
      assert.equal(wordsOf(filled, words), expected, `${language}: ${rule}`)
    }
    assert.equal(wordsOf('must be something that nobody has heard of', words), undefined)
  }
})

interface Schema extends Record<string, unknown> {
  type?: string
  format?: string
  pattern?: string
  enum?: unknown[]
}

/** Every schema of what is asked in a document, at whatever depth. */
function* schemasIn(node: unknown): Generator<Schema> {
  if (Array.isArray(node)) for (const item of node) yield* schemasIn(item)
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return
  yield node as Schema
  for (const [key, value] of Object.entries(node))
    if (key === 'properties' || key === 'content') yield* schemasIn(Object.values(value as object))
    else if (!['examples', 'example', 'default', 'enum'].includes(key)) yield* schemasIn(value)
}

interface Operation {
  requestBody?: unknown
  parameters?: unknown
}

/** Of keywords that have no sentence of ours. */
const saidByAjv: Record<string, string> = { maxProperties: 'must NOT have more than 7 properties' }

/** What ajv says of a value that breaks each keyword of a schema. */
const broken = ({ type, format, pattern, enum: allowedValues, ...schema }: Schema) => [
  ...(typeof type === 'string' && type !== 'null'
    ? [{ keyword: 'type', params: { type }, data: undefined }]
    : []),
  ...(typeof format === 'string' && format !== 'binary'
    ? ['x', '2026-02-30', '1899-01-01'].map((data) => ({ keyword: 'format', params: { format }, data }))
    : []),
  ...(typeof pattern === 'string'
    ? [{ keyword: 'pattern', params: { pattern }, data: '', message: `must match pattern "${pattern}"` }]
    : []),
  ...(Array.isArray(allowedValues) ? [{ keyword: 'enum', params: { allowedValues }, data: '' }] : []),
  ...[
    'minLength',
    'maxLength',
    'minimum',
    'maximum',
    'minItems',
    'maxItems',
    'minProperties',
    'maxProperties',
    'exclusiveMinimum',
    'exclusiveMaximum',
    'multipleOf',
    'uniqueItems',
    'const',
  ]
    .filter((keyword) => keyword in schema && schema['x-clamped'] === undefined)
    .map((keyword) => ({
      keyword,
      params: { limit: schema[keyword] },
      data: '',
      message: saidByAjv[keyword] ?? `? ${keyword}`,
    })),
]

test('what the schemas of our own API and of /v1 refuse are rules of the list', () => {
  const known = Object.fromEntries([...rules, ...rulesForPrograms].map((rule) => [rule, rule]))
  const unknown = new Set<string>()
  for (const path of ['server/api/portal/contract', 'server/api/mijnklantportaal/contract']) {
    const { paths } = jsonAt(`${path}/openapi.json`) as { paths: Record<string, Record<string, Operation>> }
    for (const operations of Object.values(paths))
      for (const { requestBody, parameters } of Object.values(operations))
        for (const schema of schemasIn([requestBody, parameters]))
          for (const error of broken(schema)) {
            const rule = ruleOf(error)
            if (wordsOf(rule, known) === undefined) unknown.add(rule)
          }
  }
  assert.deepEqual([...unknown], [])
})

test('no rule is left that nothing says any more', () => {
  const source = readdirSync(`${root}server`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'kernel/rules.ts')
    .map((name) => readFileSync(`${root}server/${name}`, 'utf8'))
    .join('\n')
  // These are put together by `ruleOf`; the test above sees them.
  const composed =
    /^must be an? (string|number|integer|boolean|array|object|null|uri)$|^must match pattern |^must NOT /
  const unsaid = [...rules, ...rulesForPrograms].filter(
    (rule) => !composed.test(rule) && !rule.split(/\{\{\w+\}\}/).every((part) => source.includes(part)),
  )
  assert.deepEqual(unsaid, [])
})
