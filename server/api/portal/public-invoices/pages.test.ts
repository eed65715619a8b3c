import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp } from '../../../../test/support/app.ts'
import { anInvoice } from '../../../../test/support/builders.ts'
import { locales } from '../../../kernel/context.ts'
import { words } from './words.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const ask = (url: string, message: string) =>
  running.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ message }).toString(),
  })

test('the link of an invoice opens a page in the language of the company', async () => {
  for (const locale of locales) {
    const { invoice, v1 } = await anInvoice(await running.tenant({ locale, name: 'Club & Co' }))
    const page = await running.app.inject(`/public-invoice/${v1}/pay/${invoice.linkToken}`)
    assert.equal(page.statusCode, 200)
    assert.match(page.body, new RegExp(`<html lang="${locale}">`))
    assert.ok(page.body.includes(words[locale].outstanding))
    assert.ok(page.body.includes('Club &amp; Co'))
    assert.match(page.body, /90[.,]00/)
    assert.match(String(page.headers['content-security-policy']), /default-src 'none'/)
    assert.equal(page.headers['referrer-policy'], 'no-referrer')
    assert.equal(page.headers['cache-control'], 'no-store')
  }
})

test('a question asked on the page is on it afterwards, as text whatever it holds', async () => {
  const tenant = await running.tenant()
  const { invoice, v1, v2 } = await anInvoice(tenant)
  const url = `/public-invoice/${v1}/pay/${invoice.linkToken}`
  const answer = await ask(url, '<script>alert(1)</script> why?')
  assert.equal(answer.statusCode, 303)
  assert.equal(answer.headers.location, `${url}?said=asked#questions`)
  const page = await running.app.inject(url)
  assert.ok(page.body.includes('&lt;script&gt;alert(1)&lt;/script&gt; why?'))
  assert.ok(!page.body.includes('<script'))
  const tickets = await running.app.inject({
    url: `/api/v2/invoices/${v2}/tickets`,
    headers: { authorization: tenant.apiKey },
  })
  assert.equal(tickets.json().tickets[0].message, '<script>alert(1)</script> why?')
})

test('an empty question is refused, and a wrong link is a page that is not there', async () => {
  const { invoice, v1 } = await anInvoice(await running.tenant())
  const other = await anInvoice(await running.tenant())
  assert.equal((await ask(`/public-invoice/${v1}/pay/${invoice.linkToken}`, ' ')).statusCode, 422)
  for (const [id, token] of [
    [v1, other.invoice.linkToken],
    [other.v1, invoice.linkToken],
    [v1, `${invoice.linkToken.slice(0, -1)}!`],
    ['inv_x', invoice.linkToken],
  ]) {
    assert.equal((await running.app.inject(`/public-invoice/${id}/pay/${token}`)).statusCode, 404)
    assert.equal((await ask(`/public-invoice/${id}/pay/${token}`, 'why?')).statusCode, 404)
  }
})
