import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { anAgreement, aSignature, dirkJan } from '../../../../test/support/agreements.ts'
import { startTestApp, type TestApp } from '../../../../test/support/app.ts'
import { locales } from '../../../kernel/context.ts'
import { words } from './words.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const pageOf = (link: string) => link.replace('/api/portal', '')
const get = (url: string) => running.app.inject({ url, headers: { accept: 'text/html' } })
const post = (url: string, fields: Record<string, string> = {}) =>
  running.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    payload: new URLSearchParams(fields).toString(),
  })

test('the page shows what is to be signed, in each language, and no name acts on it', async () => {
  for (const locale of locales) {
    const tenant = await running.tenant({ name: 'Club <b>X</b>', locale })
    const { links } = await anAgreement(running, tenant, {
      signers: [{ ...dirkJan, firstName: '<script>alert(1)</script>' }],
    })
    const page = await get(pageOf(links[0]!))
    assert.equal(page.statusCode, 200)
    assert.match(String(page.headers['content-type']), /^text\/html/)
    assert.match(String(page.headers['content-security-policy']), /script-src 'sha256-/)
    assert.equal(page.headers['cache-control'], 'no-store')
    for (const word of [words[locale].documents, words[locale].accept, 'Service contract'])
      assert.ok(page.body.includes(word), word)
    assert.ok(!page.body.includes('<script>alert'))
    assert.ok(page.body.includes('Club &lt;b&gt;X'))
  }
})

test('signed by its form, the page says so, and a second time that it was', async () => {
  const tenant = await running.tenant()
  const { links } = await anAgreement(running, tenant)
  const page = pageOf(links[0]!)
  const bad = await post(page, { signature: 'data:image/png;base64,AAAA' })
  assert.deepEqual([bad.statusCode, bad.headers.location], [303, `${page}?problem=signature`])
  assert.ok((await get(`${page}?problem=signature`)).body.includes(words.en.problems.signature))
  const signed = await post(page, { signature: aSignature })
  assert.deepEqual([signed.statusCode, signed.headers.location], [303, page])
  const shown = await get(page)
  assert.match(shown.body, /You signed on/)
  assert.ok(shown.body.includes(words.en.sealed))
  assert.ok(!shown.body.includes('<form'))
  assert.equal((await post(page, { signature: aSignature })).headers.location, `${page}?problem=signed`)
})

test('who should identify asks for the code and signs with it', async () => {
  const tenant = await running.tenant()
  const { links } = await anAgreement(running, tenant, { signers: [{ ...dirkJan, shouldIdentify: true }] })
  const page = pageOf(links[0]!)
  assert.equal((await post(page, { signature: aSignature })).headers.location, `${page}?problem=code`)
  assert.equal((await post(`${page}/code`)).headers.location, `${page}?code=sent`)
  const sent = words.en.codeSent(dirkJan.email)
  assert.ok((await get(`${page}?code=sent`)).body.includes(sent))
  assert.equal((await post(`${page}/code`)).headers.location, `${page}?problem=code_too_soon`)
  const [mail] = await running.database.sql<{ params: { code: string } }[]>`
    select params from mails where company_id = ${tenant.company.companyId} and template = 'agreement-code'`
  const signed = await post(page, { signature: aSignature, code: mail!.params.code })
  assert.equal(signed.headers.location, page)
  assert.ok(!(await get(`${page}?code=sent`)).body.includes(sent))
})

test('a wrong link is a page that says that there is nothing here', async () => {
  const tenant = await running.tenant()
  const { links } = await anAgreement(running, tenant)
  for (const wrong of [`${pageOf(links[0]!)}x`, `/agreements/agr_${'0'.repeat(26)}/1-${'x'.repeat(24)}`]) {
    const page = await get(wrong)
    assert.equal(page.statusCode, 404)
    assert.match(String(page.headers['content-type']), /^text\/html/)
  }
})
