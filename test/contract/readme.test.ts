import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { environmentSchema } from '../../server/config.ts'

const root = new URL('../../', import.meta.url)
const read = (path: string) => readFile(new URL(path, root), 'utf8')

test("the README's table of settings is the configuration's", async () => {
  const rows = [
    ...(await read('README.md')).matchAll(/^\| `([A-Z0-9_]+)`\s*\|\s*(?:`([^`]*)`)?\s*\| (.*?)\s*\|$/gm),
  ]
  const documented = Object.fromEntries(
    rows.map(([, name, fallback = '', meaning]) => [name, { fallback, meaning }]),
  )
  const known = Object.entries(
    environmentSchema.properties as Record<string, { default?: unknown; description?: string }>,
  )
  assert.deepEqual(Object.keys(documented).sort(), known.map(([name]) => name).sort())
  for (const [name, { default: fallback = '', description }] of known) {
    assert.equal(documented[name]!.fallback, String(fallback), name)
    assert.ok(documented[name]!.meaning!.startsWith(description!), `${name}: ${description}`)
  }
})

test('every file that a document links to is there', async () => {
  for (const document of ['README.md', 'docs/architecture.md', 'CHANGELOG.md']) {
    for (const [, target] of (await read(document)).matchAll(/\]\((?!https?:)([^)#]+)/g))
      assert.ok(existsSync(new URL(target!, new URL(document, root))), `${document} -> ${target}`)
  }
})

test('every folder and file that the architecture names is there', async () => {
  for (const [, path] of (await read('docs/architecture.md')).matchAll(
    /`((?:server|docs|lint|jobs|database|api)\/[\w./-]*)/g,
  )) {
    const candidates = [path!, `server/${path!}`].map((name) => new URL(name, root))
    assert.ok(
      candidates.some((url) => existsSync(url)),
      path,
    )
  }
})
