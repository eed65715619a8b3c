import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hostileUrls } from '../../../../test/support/hostile-urls.ts'
import { hiddenNames } from './query.ts'
import { parseRedirectUrl, withParameters } from './redirect-url.ts'
import { signatureOf } from './signature.ts'

for (const url of hostileUrls)
  test(`${JSON.stringify(url).slice(0, 70)} is no address to go back to, or goes to the host that it shows`, () => {
    const parsed = parseRedirectUrl(url)
    assert.notEqual(parsed?.hostname, 'members.example.com')
    if (parsed) assert.match(parsed.href, /^https?:\/\/[^/@\\]+\//)
  })

test('an address is kept; our parameters are added to its query, before its fragment', () => {
  const url = parseRedirectUrl('https://Members.Example.com:8443/paid?a=1&b=%20x+y#/route')!
  assert.equal(url.hostname, 'members.example.com')
  assert.equal(
    withParameters(url, { company_id: 'c', external_invoice_number: '', payment_id: 'ä b' }, undefined),
    'https://members.example.com:8443/paid?a=1&b=%20x+y&company_id=c&payment_id=%C3%A4%20b#/route',
  )
})

test('parameters of our names in its query are replaced, however they are spelled', () => {
  const url = parseRedirectUrl(
    'http://localhost/?signature=1&payment%5Fresult=authorized&payment_id=x&own=1',
  )!
  const key = '3ac2bf2359c1eb184fe0fea01f624bc1d8581981'
  const signature = signatureOf(new Map([['payment_result', 'refused']]), key)
  assert.equal(
    withParameters(url, { payment_result: 'refused' }, key),
    `http://localhost/?own=1&payment_result=refused&signature=${signature}`,
  )
})

test('whatever is accepted goes to the host that was looked at, and stays one line', () => {
  const part = fc.oneof(
    fc.constantFrom(
      'http://',
      'https://',
      'a.example',
      '@',
      '\\',
      '/',
      ':',
      '#',
      '?',
      '。',
      '\r\n',
      '%0d%0a',
      '[::1]',
    ),
    fc.string({ maxLength: 5 }),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), fc.string(), (parts, value) => {
      const url = parseRedirectUrl(parts.join(''))
      if (!url) return
      const address = withParameters(url, { payment_id: value.toWellFormed() }, 'key')
      assert.match(address, /^https?:\/\/[\x21-\x7e]+$/)
      assert.equal(new URL(address).host, url.host)
      assert.equal(new URL(address).username, '')
      assert.equal(new URL(address).searchParams.get('payment_id') ?? '', value.toWellFormed())
    }),
    { numRuns: 2000 },
  )
})

test('the amount cannot be moved into a text that the payer chooses', () => {
  const names = (pairs: Record<string, string>) => hiddenNames(new Map(Object.entries(pairs)))
  const honest = {
    address1: 'Street',
    amount_cents: '5000',
    city: 'Ede',
    redirect_url: 'https://a/?payment_id=1',
  }
  assert.deepEqual(names(honest), [])
  assert.deepEqual(names({ address1: 'Street', amount_cents: '100', city: 'amount_cents5000cityEde' }), [
    'amount_cents',
  ])
  assert.deepEqual(names({ amount_cents: '100', bamount_cents: '5000' }), ['amount_cents'])
  assert.deepEqual(names({ last_name: 'Doepayment_idmine123456' }), ['payment_id'])
})
