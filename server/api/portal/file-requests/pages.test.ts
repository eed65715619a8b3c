import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { pino } from 'pino'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { aCustomer } from '../../../../test/support/builders.ts'
import { formOf, type Part } from '../../../../test/support/forms.ts'
import { createFileRequest } from '../../../domain/file-requests/create-file-request.ts'
import { getFileRequest } from '../../../domain/file-requests/get-file-request.ts'
import { locales } from '../../../kernel/context.ts'
import { encodeUuid } from '../../../kernel/base32.ts'
import { words } from './words.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const asked = (name: string, required = true, maxSizeKb = 1) => ({
  name,
  description: null,
  required,
  maxSizeKb,
})

/** A request, the path of its page, and the ids of what it asks for as the page has them. */
async function aRequest(tenant: Tenant, requestedFiles = [asked('Logo')], more: object = {}) {
  const request = await createFileRequest(tenant.ctx(), {
    name: 'Internal name',
    description: null,
    customerId: null,
    directoryId: null,
    requestedFiles,
    ...more,
  })
  return {
    request,
    page: `/file-requests/${request.id}/${request.linkToken}`,
    ids: request.requestedFiles.map(({ id }) => `fqf_${encodeUuid(id)}`),
  }
}
const get = (url: string) => running.app.inject({ url, headers: { accept: 'text/html' } })
function send(url: string, parts: Part[]) {
  const { payload, headers } = formOf(parts)
  return running.app.inject({ method: 'POST', url, payload, headers: { ...headers, accept: 'text/html' } })
}
const file = (content: string, filename = 'logo.txt'): Part[] => [
  { name: 'file', filename, type: 'text/plain', content },
]

test('the page shows what is asked, in each language, and no name acts on it', async () => {
  const hostile = '<script>alert(1)</script>"\''
  for (const locale of locales) {
    const tenant = await running.tenant({ name: 'Club <b>X</b>', locale })
    const { page } = await aRequest(tenant, [asked(hostile, false, 2048)], { description: hostile })
    const shown = await get(page)
    assert.equal(shown.statusCode, 200)
    assert.match(String(shown.headers['content-type']), /^text\/html/)
    const policy = String(shown.headers['content-security-policy'])
    assert.match(policy, /^default-src 'none'/)
    assert.doesNotMatch(policy, /script-src|unsafe/)
    assert.equal(shown.headers['cache-control'], 'no-store')
    assert.equal(shown.headers['referrer-policy'], 'no-referrer')
    assert.match(shown.body, /<meta name="robots" content="noindex">/)
    assert.ok(shown.body.includes(`<html lang="${locale}">`))
    const say = words[locale]
    for (const word of [say.title, say.files, say.optional, say.choose, say.send]) {
      assert.ok(shown.body.includes(word), word)
    }
    assert.match(shown.body, /\b2\sM[Bo]\b/)
    assert.ok(!shown.body.includes('<script'))
    assert.ok(shown.body.includes('Club &lt;b&gt;X&lt;/b&gt;'))
    // The company's own name for it.
    assert.ok(!shown.body.includes('Internal name'))
  }
})

test('by its forms the files come in one by one, and then it says thanks', async () => {
  const tenant = await running.tenant({ name: 'Webdesign BV' })
  const { page, ids, request } = await aRequest(tenant, [
    asked('Logo'),
    asked('Contract'),
    asked('More', false),
  ])
  const say = words.en
  const thanks = say.complete('Webdesign BV')
  const form = /action="([^"]+)" enctype="multipart\/form-data"/.exec((await get(page)).body)?.[1]
  assert.equal(form, `${page}/files/${ids[0]}`)
  const first = await send(form, file('a logo'))
  assert.deepEqual([first.statusCode, first.headers.location], [303, page])
  const halfway = (await get(page)).body
  assert.ok(halfway.includes(say.received) && !halfway.includes(thanks))
  assert.equal(halfway.match(/<form/g)?.length, 2)
  await send(`${page}/files/${ids[1]}`, file('a contract'))
  const done = (await get(page)).body
  assert.ok(done.includes(thanks))
  // What is not required may still come.
  assert.equal(done.match(/<form/g)?.length, 1)
  assert.notEqual((await getFileRequest(tenant.ctx(), request.id)).completedAt, null)
})

test('a form that is wrong comes back with what was wrong, at its file, and nothing is kept', async () => {
  const tenant = await running.tenant()
  const { page, ids } = await aRequest(tenant, [asked('Logo'), asked('Contract')])
  const [logo] = ids as [string]
  const form = `${page}/files/${logo}`
  const back = (problem: string) => `${page}?problem=${problem}&file=${logo}#${logo}`
  const large = await send(form, file('x'.repeat(1025)))
  assert.deepEqual([large.statusCode, large.headers.location], [303, back('too_large')])
  for (const parts of [file('', ''), [{ name: 'other', content: 'x' }]])
    assert.equal((await send(form, parts)).headers.location, back('none'))
  const [kept] = await running.database.sql<[{ n: number }]>`
    select (select count(*) from files where company_id = ${tenant.company.companyId}) +
           (select count(*) from document_uploads where company_id = ${tenant.company.companyId}) as n`
  assert.equal(kept.n, 0)
  assert.equal((await send(form, file('a logo'))).headers.location, page)
  assert.equal((await send(form, file('another'))).headers.location, back('there'))

  const said = async (query: string) => (await get(page + query)).body
  const there = await said(`?problem=there&file=${logo}`)
  assert.match(there, new RegExp(`id="${logo}">.*role="alert">${words.en.problems.there('')}`))
  const tooLarge = await said(`?problem=too_large&file=${ids[1]}`)
  assert.match(tooLarge, /role="alert">This file is too large\. It may be at most 1\skB\./)
  for (const query of ['?problem=nonsense', `?problem=none&file=<script>`, '?problem=none&problem=there'])
    assert.doesNotMatch(await said(query), /role="alert"|<script/, query)
})

test('both names of a request open its page; a wrong link is a page that says that there is nothing here', async () => {
  const tenant = await running.tenant()
  const { page, ids, request } = await aRequest(tenant)
  const other = await aRequest(tenant)
  assert.equal((await get(page.replace(request.id, `frq_${encodeUuid(request.id)}`))).statusCode, 200)
  const wrong = [
    page.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
    page.replace(request.id, other.request.id),
    page.replace(request.id, `fss_${encodeUuid(request.id)}`),
    `/file-requests/frq_${'0'.repeat(26)}/1-${'x'.repeat(24)}`,
  ]
  for (const link of wrong)
    for (const answer of [await get(link), await send(`${link}/files/${ids[0]}`, file('x'))]) {
      assert.equal(answer.statusCode, 404, link)
      assert.match(String(answer.headers['content-type']), /^text\/html/)
    }
  assert.equal((await send(`${page}/files/${other.ids[0]}`, file('x'))).statusCode, 404)
})

test('a customer is mailed the link, which opens the page; without an address nobody is', async () => {
  const tenant = await running.tenant()
  const { sql } = running.database
  const customer = await aCustomer(tenant)
  await aRequest(tenant, [asked('Logo'), asked('Contract')], { customerId: customer.id })
  const mails = () => sql<{ to: string; template: string; params: Record<string, string> }[]>`
    select to_address as to, template, params from mails where company_id = ${tenant.company.companyId}`
  const [mail, ...others] = await mails()
  assert.deepEqual([mail!.to, mail!.template, others.length], [customer.email, 'file-request', 0])
  assert.deepEqual([mail!.params['name'], mail!.params['title']], [customer.name, 'Logo, Contract'])
  assert.equal((await get(mail!.params['url']!)).statusCode, 200)
  await sql`update customers set email = null where company_id = ${tenant.company.companyId}`
  await aRequest(tenant, [asked('Logo')], { customerId: customer.id })
  await aRequest(tenant)
  assert.equal((await mails()).length, 1)
})

test('the log does not have the secret of a page', async () => {
  const lines: string[] = []
  const logged = await startTestApp({
    logger: pino({}, { write: (line) => void lines.push(line) }),
  })
  const paths = ['file-requests', 'file-shares', 'agreements'].flatMap((path) => [path, `api/portal/${path}`])
  for (const path of paths) await logged.app.inject(`/${path}/xyz/1-secret/files/fqf_1`)
  await logged.close()
  assert.equal(lines.filter((line) => line.includes('/xyz/…')).length, paths.length, lines.join(''))
  assert.ok(!lines.join('').includes('secret'))
})
