import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clamp, soften } from './soften.ts'

const text = { type: 'string' }
const object = (properties: Record<string, object>, required: string[] = []) => ({
  type: 'object',
  properties,
  required,
})

test('digit strings are numbers where the schema has a number, and nowhere else', () => {
  for (const type of ['integer', 'number'])
    for (const [given, taken] of [
      ['21', 21],
      [' -5 ', -5],
      ['0021', 21],
      [21, 21],
      ['2.5', '2.5'],
      ['1e3', '1e3'],
      ['0x10', '0x10'],
      ['9'.repeat(16), '9'.repeat(16)],
    ] as const)
      assert.equal(soften({ type }, given), taken)
  assert.equal(soften(text, '21'), '21')
  assert.equal(soften(text, 21), 21)
})

test('the words and digits for true and false are booleans', () => {
  for (const given of ['true', 'TRUE', ' True ', '1', 1, true])
    assert.equal(soften({ type: 'boolean' }, given), true)
  for (const given of ['false', 'False', '0', 0, false])
    assert.equal(soften({ type: 'boolean' }, given), false)
  for (const given of ['yes', 'on', 2, -1]) assert.equal(soften({ type: 'boolean' }, given), given)
})

test('enum values may be in any case, also numbers in digits', () => {
  const status = { type: 'string', enum: ['open', 'closed'] }
  assert.equal(soften(status, ' Closed'), 'closed')
  assert.equal(soften(status, 'shut'), 'shut')
  assert.equal(soften({ type: 'integer', enum: [0, 9, 21] }, '21'), 21)
  assert.equal(soften({ type: 'integer', enum: [0, 9, 21] }, '6'), '6')
})

test('a number is an amount where the schema asks for one', () => {
  assert.equal(soften({ type: 'string', format: 'amount' }, 12.95), '12.95')
  assert.equal(soften({ type: 'string', format: 'date' }, 20250414), 20250414)
})

test('texts lose the spaces around them', () => {
  assert.equal(soften(text, '  Test Company BV\n'), 'Test Company BV')
})

test('null, "" and blank are a field left out; what the schema does not know is dropped', () => {
  const shape = object({ a: text, b: { type: 'integer' }, c: object({ d: text }) }, ['a'])
  assert.deepEqual(soften(shape, { a: null, b: '', c: ' ', e: 1 }), {})
  assert.deepEqual(soften(shape, { a: 'x', b: 0, c: { d: '', e: 1 } }), { a: 'x', b: 0, c: {} })
  assert.deepEqual(soften(shape, { b: false }), { b: false })
})

test('arrays are taken item by item', () => {
  const shape = object({ lines: { type: 'array', items: object({ vatRate: { type: 'integer' } }) } })
  assert.deepEqual(soften(shape, { lines: [{ vatRate: '21', x: 1 }, { vatRate: null }, 'x', null] }), {
    lines: [{ vatRate: 21 }, {}, 'x', null],
  })
})

test('the value given is not changed', () => {
  const given = Object.freeze({ a: ' x ', unknown: 1 })
  assert.deepEqual(soften(object({ a: text }), given), { a: 'x' })
  assert.deepEqual(given, { a: ' x ', unknown: 1 })
})

test('inherited names are not fields of the body', () => {
  const shape = object({ constructor: text, toString: text })
  assert.deepEqual(soften(shape, {}), {})
  const polluted = soften(object({ a: text }), JSON.parse('{"__proto__":{"a":"x"},"a":"y"}')) as object
  assert.deepEqual(polluted, { a: 'y' })
  assert.equal(Object.getPrototypeOf(polluted), Object.prototype)
})

test('what cannot be stored as text is refused by the path of its field', () => {
  const shape = object({ lines: { type: 'array', items: object({ description: text }) } })
  for (const bad of ['a\0b', '\ud800', 'a\udc00b'])
    assert.throws(
      () => soften(shape, { lines: [{ description: 'fine' }, { description: bad }] }),
      /^BalieError: lines\[1\]\.description must not contain NUL/,
    )
  assert.throws(() => soften(text, '\0'), /^BalieError: the body must not/)
})

test('what is no object is left for the check of the schema', () => {
  for (const value of ['text', 5, null, true, ['a']])
    assert.deepEqual(soften(object({ a: text }), value), value)
})

test('a clamped number is moved into its bounds, and what is none is the default', () => {
  const shape = { type: 'integer', minimum: 1, maximum: 100, default: 30, 'x-clamped': true }
  for (const [given, taken] of [
    ['5', 5],
    [' 5 ', 5],
    ['0', 1],
    ['-3', 1],
    ['500', 100],
    ['9'.repeat(400), 100],
    [`-${'9'.repeat(400)}`, 1],
    ['', 30],
    ['abc', 30],
    ['1.5', 30],
    ['1e2', 30],
    [undefined, 30],
    [['1', '2'], 30],
    [{}, 30],
  ] as const) {
    assert.equal(clamp(shape, given), taken, String(given))
    assert.equal(soften(shape, given), taken, String(given))
  }
  assert.deepEqual(soften(object({ page: shape }), { page: '0' }), { page: 1 })
})
