import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, describe, test } from 'node:test'
import house from './house.js'
import { askPermission, noBarrels, onlyConfigReadsEnv, reasonedDisable } from './samples/code.ts'
import { directions } from './samples/directions.ts'
import type { Sample } from './samples/sample.ts'
import { noSqlInApi, ownerWrites } from './samples/sql.ts'

const root = path.resolve(import.meta.dirname, '..')

interface Diagnostic {
  code: string
  message: string
  filename: string
}

const samples: Record<string, Sample[]> = {
  'ask-permission': askPermission,
  directions,
  'no-barrels': noBarrels,
  'no-sql-in-api': noSqlInApi,
  'only-config-reads-env': onlyConfigReadsEnv,
  'owner-writes': ownerWrites,
  'reasoned-disable': reasonedDisable,
}

/** `close.ts` for the first sample that stands there, `close-2.ts` for the second: all of them are linted in one run. */
function freePlace(place: string, taken: Set<string>): string {
  const { dir, base } = path.posix.parse(place)
  const dot = base.indexOf('.')
  let free = place
  for (let n = 2; taken.has(free); n++) free = `${dir}/${base.slice(0, dot)}-${n}${base.slice(dot)}`
  taken.add(free)
  return free
}

const folder = mkdtempSync(path.join(tmpdir(), 'balie-lint-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const taken = new Set<string>()
const placed = Object.entries(samples).flatMap(([rule, list]) =>
  list.map((sample) => ({ ...sample, rule, place: freePlace(sample.place, taken) })),
)

const config = readFileSync(path.join(root, '.oxlintrc.json'), 'utf8')
const diagnostics = lint()

/** The samples under the repository's own configuration; only what needs types is left out, for they have none. */
function lint(): Diagnostic[] {
  writeFileSync(
    path.join(folder, '.oxlintrc.json'),
    config.replace('"typeAware": true', '"typeAware": false'),
  )
  cpSync(path.join(root, 'lint'), path.join(folder, 'lint'), { recursive: true })
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }')
  for (const { place, source } of placed) {
    mkdirSync(path.join(folder, path.dirname(place)), { recursive: true })
    writeFileSync(path.join(folder, place), source)
  }
  const oxlint = path.join(root, 'node_modules/oxlint/bin/oxlint')
  const run = spawnSync(process.execPath, [oxlint, '--format=json'], { cwd: folder, encoding: 'utf8' })
  assert.equal(run.status, 1, run.stderr || run.stdout)
  const { diagnostics: all } = JSON.parse(run.stdout) as { diagnostics: Diagnostic[] }
  const unread = all.filter(({ code, message }) => !code && !message.startsWith('Unused '))
  assert.deepEqual(unread, [], 'a sample that does not parse proves nothing')
  return all
}

for (const rule of Object.keys(samples)) {
  describe(rule, () => {
    for (const { name, place, says } of placed.filter((sample) => sample.rule === rule)) {
      test(says.length === 0 ? `is silent: ${name}` : name, () => {
        const found = diagnostics
          .filter((diagnostic) => diagnostic.filename === place && diagnostic.code === `house(${rule})`)
          .map((diagnostic) => diagnostic.message)
        assert.equal(found.length, says.length, JSON.stringify(found))
        for (const sentence of says)
          assert.ok(
            found.some((message) => sentence.test(message)),
            `${sentence}: ${found}`,
          )
      })
    }
  })
}

test('every rule of the plugin has samples of both kinds', () => {
  assert.deepEqual(Object.keys(samples).toSorted(), Object.keys(house.rules).toSorted())
  for (const list of Object.values(samples)) {
    assert.ok(list.some(({ says }) => says.length > 0) && list.some(({ says }) => says.length === 0))
  }
})

test('the configuration turns every rule of the plugin on', () => {
  for (const rule of Object.keys(house.rules)) {
    assert.ok(config.includes(`"house/${rule}": "error"`), rule)
  }
})
