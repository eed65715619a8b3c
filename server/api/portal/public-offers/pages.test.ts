import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { startTestApp, type Tenant, type TestApp } from '../../../../test/support/app.ts'
import { aCustomer } from '../../../../test/support/builders.ts'
import { aPng, dataUrlOf } from '../../../../test/support/png.ts'
import { createManualOffer } from '../../../domain/offers/create-manual-offer.ts'
import { locales } from '../../../kernel/context.ts'
import { encodeUuid } from '../../../kernel/base32.ts'
import { words } from './words.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

async function anOffer(tenant: Tenant, expiresOn = '2026-12-31'): Promise<string> {
  const { id, linkToken } = await createManualOffer(tenant.ctx(), {
    customerId: (await aCustomer(tenant)).id,
    number: 'O-<1>',
    issuedOn: '2026-11-01',
    expiresOn,
    lines: [{ description: '<script>alert(1)</script>', netCents: 1295, vatRate: 21 }],
  })
  return `/public-offer/off_${encodeUuid(id)}/${linkToken}`
}

const answer = (url: string, fields: Record<string, string>) =>
  running.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })

test('the link of an offer opens a page in the language of the company, where only its own script runs', async () => {
  for (const locale of locales) {
    const url = await anOffer(await running.tenant({ locale, name: 'Club & Co' }))
    const page = await running.app.inject(url)
    assert.equal(page.statusCode, 200)
    assert.match(page.body, new RegExp(`<html lang="${locale}">`))
    for (const part of [words[locale].accept, words[locale].pdf, 'Club &amp; Co', 'O-&lt;1&gt;'])
      assert.ok(page.body.includes(part), part)
    assert.match(page.body, /15[.,]67/)
    assert.ok(page.body.includes('&lt;script&gt;alert(1)'))
    const scripts = [...page.body.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script]) => script!)
    assert.equal(scripts.length, 1)
    const hash = createHash('sha256').update(scripts[0]!).digest('base64')
    assert.ok(String(page.headers['content-security-policy']).includes(`script-src 'sha256-${hash}'`))
    assert.equal(page.headers['referrer-policy'], 'no-referrer')
    const pdf = await running.app.inject(`${url}/pdf`)
    assert.equal(pdf.headers['content-type'], 'application/pdf')
  }
})

test('what is answered on the page is on it afterwards', async () => {
  const tenant = await running.tenant()
  const url = await anOffer(tenant)
  const signature = dataUrlOf(aPng())
  const accepted = await answer(url, { typed: '', signature, answer: 'accept' })
  assert.deepEqual([accepted.statusCode, accepted.headers.location], [303, url])
  const page = (await running.app.inject(url)).body
  assert.ok(page.includes(signature) && page.includes('Accepted on 21 November 2026'))
  assert.ok(!page.includes('<form'))
  assert.equal(
    (await answer(url, { answer: 'reject' })).statusCode,
    303,
    'the page says that it was accepted',
  )
  assert.ok((await running.app.inject(url)).body.includes('Accepted on'))
  const other = await anOffer(tenant)
  await answer(other, { answer: 'reject' })
  assert.match((await running.app.inject(other)).body, /Rejected on 21 November 2026/)
})

test('an expired offer says so and asks for nothing; what is no answer is refused', async () => {
  const tenant = await running.tenant()
  const expired = await anOffer(tenant, '2026-11-20')
  const page = (await running.app.inject(expired)).body
  assert.ok(page.includes('This offer was valid until 20 November 2026.'))
  assert.ok(!page.includes('<form') && !page.includes('<script>'))
  const url = await anOffer(tenant)
  for (const fields of [{}, { answer: 'maybe' }, { answer: 'accept' }, { answer: 'accept', signature: 'x' }])
    assert.equal((await answer(url, fields as Record<string, string>)).statusCode, 422)
  const refused = await running.app.inject({
    method: 'POST',
    url,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'text/html',
      'accept-language': 'nl-NL,nl',
    },
    payload: 'answer=maybe',
  })
  assert.equal(refused.statusCode, 422)
  assert.match(String(refused.headers['content-type']), /^text\/html/)
  assert.match(refused.body, /<h1>Er klopt iets niet aan wat u hebt ingevuld\./)
  for (const wrong of [`${url.slice(0, -1)}!`, url.replace('off_', 'inv_')]) {
    assert.equal((await running.app.inject(wrong)).statusCode, 404)
    assert.equal((await answer(wrong, { answer: 'reject' })).statusCode, 404)
  }
})
