import assert from 'node:assert/strict'
import { buffer, text } from 'node:stream/consumers'
import { test } from 'node:test'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { readSheet } from 'read-excel-file/node'
import { formatCents, MAX_CENTS } from '../../kernel/money.ts'
import { neutral, toCsv, type CsvStyle } from './csv.ts'
import type { Column, Table } from './table.ts'
import { toXlsx } from './xlsx.ts'

interface Row {
  text: string | null
  cents: number | null
  day: string | null
  at: string | null
  count: number | null
}

const columns: Column<Row>[] = [
  { heading: 'Text', type: 'text', of: (row) => row.text },
  { heading: 'Cents', type: 'money', of: (row) => row.cents },
  { heading: 'Day', type: 'day', of: (row) => row.day },
  { heading: 'At', type: 'instant', of: (row) => row.at },
  { heading: 'Count', type: 'number', of: (row) => row.count },
]

async function* inBatches(rows: Row[], size = 2) {
  for (let i = 0; i < rows.length; i += size) yield rows.slice(i, i + size)
}
const table = (rows: Row[]): Table<Row> => ({ name: 'Test', columns, batches: inBatches(rows) })

const read = async (rows: Row[], style: CsvStyle = 'comma') => {
  const csv = await text(Readable.from(toCsv(table(rows), style)))
  assert.equal(csv.codePointAt(0), 0xfeff)
  return parse(csv, {
    bom: true,
    delimiter: style === 'comma' ? ',' : ';',
    record_delimiter: '\r\n',
  })
}
const empty: Row = { text: null, cents: null, day: null, at: null, count: null }

const anyRow: fc.Arbitrary<Row> = fc.record({
  text: fc.option(fc.string({ unit: 'grapheme', maxLength: 40 })),
  cents: fc.option(fc.integer({ min: -MAX_CENTS, max: MAX_CENTS })),
  day: fc.option(
    fc
      .date({ min: new Date('1901-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
  ),
  at: fc.option(
    fc
      .date({ min: new Date('1901-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 19)),
  ),
  count: fc.option(fc.integer({ min: -1000, max: 1_000_000 })),
})

test('CSV is read back by a parser as it was, whatever it holds, in either style', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyRow, { maxLength: 6 }),
      fc.constantFrom('comma', 'semicolon' as const),
      async (rows, style) => {
        const [headings, ...lines] = await read(rows, style)
        assert.deepEqual(headings, ['Text', 'Cents', 'Day', 'At', 'Count'])
        assert.deepEqual(
          lines,
          rows.map(({ text: words, cents, day, at, count }) => [
            neutral(words ?? ''),
            cents === null ? '' : formatCents(cents).replace('.', style === 'comma' ? '.' : ','),
            day ?? '',
            at?.replace('T', ' ') ?? '',
            count === null ? '' : String(count),
          ]),
        )
      },
    ),
  )
})

test('no text begins as a formula does; amounts may be negative', async () => {
  for (const evil of ['=1+1', '+31612345678', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1'])
    assert.equal((await read([{ ...empty, text: evil }]))[1]![0], `'${evil}`)
  assert.equal((await read([{ ...empty, text: 'a=b, "c";\nd' }]))[1]![0], 'a=b, "c";\nd')
  assert.equal((await read([{ ...empty, cents: -1295 }], 'semicolon'))[1]![1], '-12,95')
})

test('a workbook is read back by a parser with real numbers, dates and texts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyRow, { minLength: 1, maxLength: 6 }), async (rows) => {
      const [headings, ...lines] = await readSheet(await buffer(toXlsx(table(rows))))
      assert.deepEqual(headings, ['Text', 'Cents', 'Day', 'At', 'Count'])
      // The parser leaves out rows at the end that are empty.
      for (const [i, { text: words, cents, day, at, count }] of rows.entries()) {
        const line = lines[i] ?? [null, null, null, null, null]
        const [shownText, shownCents, shownDay, shownAt, shownCount] = line
        if (words !== null && /^[\x21-\x7e]+$/.test(words)) assert.equal(String(shownText), words)
        if (cents !== null) assert.equal(Math.round(Number(shownCents) * 100), cents)
        else assert.equal(shownCents ?? null, null)
        if (day !== null) assert.equal((shownDay as unknown as Date).toISOString().slice(0, 10), day)
        if (at !== null) {
          const seconds = Math.round((shownAt as unknown as Date).getTime() / 1000)
          assert.equal(new Date(seconds * 1000).toISOString().slice(0, 19), at)
        }
        if (count !== null) assert.equal(shownCount, count)
      }
    }),
    { numRuns: 50 },
  )
})

test('a text that looks like a formula, markup or control characters stays a text in a workbook', async () => {
  const texts = ['=1+1', '<b>&"x"</b>', '-5', 'a\u0000b\u0007c', 'x'.repeat(40_000)]
  const sheet = await readSheet(
    await buffer(toXlsx(table(texts.map((words) => ({ ...empty, text: words }))))),
  )
  assert.deepEqual(
    sheet.slice(1).map(([first]) => first),
    ['=1+1', '<b>&"x"</b>', '-5', 'abc', 'x'.repeat(32_767)],
  )
})

test('when the rows break off, so does the file', async () => {
  async function* broken(): AsyncGenerator<Row[]> {
    yield [empty]
    throw new Error('gone')
  }
  await assert.rejects(buffer(toXlsx({ name: 'Test', columns, batches: broken() })), /gone/)
  await assert.rejects(
    text(Readable.from(toCsv({ name: 'Test', columns, batches: broken() }, 'comma'))),
    /gone/,
  )
})
