import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'

const web = fileURLToPath(new URL('../../web/', import.meta.url))
const languages = ['nl', 'en', 'de', 'fr', 'it'] as const
const PLURAL = /_(zero|one|two|few|many|other)$/

type Words = Map<string, string>

function flatten(node: object, prefix = ''): [string, string][] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : flatten(value as object, `${prefix}${key}.`),
  )
}

const folders = [
  'words',
  'words/events',
  'words/refused',
  'words/rules',
  ...readdirSync(join(web, 'pages'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `pages/${name}/words`),
]
const wordsOf = (folder: string, language: string): Words =>
  new Map(flatten(JSON.parse(readFileSync(join(web, folder, `${language}.json`), 'utf8')) as object))

/** Without the plural's ending, with the endings that it comes in. */
function grouped(words: Words): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>()
  for (const key of words.keys()) {
    const form = PLURAL.exec(key)?.[1] ?? ''
    const base = key.replace(PLURAL, '')
    groups.set(base, (groups.get(base) ?? new Set()).add(form))
  }
  return groups
}

const placeholders = (text: string) => [...new Set(text.match(/\{\{\w+[^}]*\}\}|<\/?\w+>/g))].toSorted()

for (const folder of folders)
  for (const language of languages)
    test(`${folder} says all in ${language}, with the same parts as in English`, () => {
      const english = wordsOf(folder, 'en')
      const words = wordsOf(folder, language)
      const [wanted, given] = [grouped(english), grouped(words)]
      assert.deepEqual([...given.keys()].toSorted(), [...wanted.keys()].toSorted())
      const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories
      for (const [base, forms] of given)
        if (!forms.has('')) assert.deepEqual([...forms].toSorted(), categories.toSorted(), `forms of ${base}`)
      for (const [key, text] of words) {
        assert.notEqual(text.trim(), '', key)
        const base = key.replace(PLURAL, '')
        const original = english.get(key) ?? english.get(`${base}_other`)!
        // A form for one may do without the number.
        const parts = (value: string) =>
          placeholders(value).filter((part) => !PLURAL.test(key) || !part.startsWith('{{count'))
        assert.deepEqual(parts(text), parts(original), `${key}: ${text}`)
      }
    })

test('every page that has words lists them for the compiler', () => {
  const types = readFileSync(join(web, 'i18n/types.d.ts'), 'utf8')
  for (const folder of folders.filter((name) => name.startsWith('pages/'))) {
    const name = folder.split('/')[1]!
    assert.ok(types.includes(`pages/${name}/words/en.json`), `${name} is missing from web/i18n/types.d.ts`)
  }
})
