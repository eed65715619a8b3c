import assert from 'node:assert/strict'
import { test } from 'node:test'
import { integerField, objectField, optionalText, textField } from './fields.ts'

/** What a refusal is about: the field whose code is sent. */
const about = (field: string) => (error: unknown) =>
  (error as { code?: string }).code === 'invalid' && (error as { about?: string }).about === field

const parsed = (json: string) => JSON.parse(json) as Record<string, unknown>

test('a text is trimmed; left out and null are empty; a number is its digits', () => {
  for (const [value, text] of [
    ['Doe', 'Doe'],
    ['  van der \n', 'van der'],
    ['', ''],
    [' ', ''],
    [null, ''],
    [undefined, ''],
    [1500, '1500'],
    [0, '0'],
    ['é💶', 'é💶'],
  ] as const)
    assert.equal(textField({ name: value }, 'name'), text)
  assert.equal(textField({}, 'name'), '')
})

test('what is no text, cannot be stored or is too long is refused under the given code', () => {
  for (const value of [true, false, [], ['a'], {}, 'a\0b', '\ud800', 'x'.repeat(256)]) {
    assert.throws(() => textField({ name: value }, 'name'), about('name'))
    assert.throws(
      () => textField({ name: value }, 'name', { code: 'customer_email' }),
      about('customer_email'),
    )
  }
  assert.equal(textField({ name: 'x'.repeat(255) }, 'name').length, 255)
  assert.equal(textField({ name: ` ${'x'.repeat(5)} ` }, 'name', { max: 5 }), 'xxxxx')
  assert.throws(() => textField({ name: 'x'.repeat(6) }, 'name', { max: 5 }), about('name'))
})

test('an optional text that is empty is null', () => {
  assert.equal(optionalText({ reference: ' ba6fe77 ' }, 'reference'), 'ba6fe77')
  for (const value of ['', '  ', null, undefined])
    assert.equal(optionalText({ reference: value }, 'reference'), null)
})

test('an integer is a number or its digits; null and "" are left out', () => {
  for (const [value, number] of [
    [9000, 9000],
    [-1000, -1000],
    [0, 0],
    ['9000', 9000],
    [' -1000 ', -1000],
    ['007', 7],
    [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    [String(Number.MAX_SAFE_INTEGER), Number.MAX_SAFE_INTEGER],
    [null, undefined],
    [undefined, undefined],
    ['', undefined],
  ] as const)
    assert.equal(integerField({ count: value }, 'count'), number)
})

test('what is no safe integer is refused under the given code', () => {
  for (const value of [
    1.5,
    '1.5',
    '1e3',
    '0x10',
    'ten',
    ' ',
    '--1',
    '9999999999999999',
    2 ** 53,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    true,
    [1],
    {},
  ]) {
    assert.throws(() => integerField({ count: value }, 'count'), about('count'), JSON.stringify(value))
    assert.throws(() => integerField({ count: value }, 'count', 'invoice_lines'), about('invoice_lines'))
  }
})

test('an object inside the body may be left out, and nothing else may stand for it', () => {
  const inner = { last_name: 'Doe' }
  assert.equal(objectField({ name: inner }, 'name'), inner)
  for (const value of [null, undefined, '']) assert.deepEqual(objectField({ name: value }, 'name'), {})
  for (const value of ['Doe', 5, true, [], [inner]])
    assert.throws(
      () => objectField({ name: value }, 'name', 'customer_last_name'),
      about('customer_last_name'),
    )
})

test('only a field of the body itself counts, not what every object inherits', () => {
  assert.equal(textField({}, 'toString'), '')
  assert.equal(integerField({}, 'constructor'), undefined)
  assert.deepEqual(objectField({}, '__proto__'), {})
  assert.equal(textField(parsed('{"__proto__":{"reference":"x"}}'), 'reference'), '')
})
