import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { aCustomer, anUpload } from '../../../../test/support/builders.ts'
import { createFileShare } from '../../../domain/file-shares/create-file-share.ts'
import { addFile } from '../../../domain/files/add-file.ts'
import { createDirectory } from '../../../domain/files/create-directory.ts'
import { deleteFile } from '../../../domain/files/delete-file.ts'
import { locales } from '../../../kernel/context.ts'
import { encodeUuid } from '../../../kernel/base32.ts'
import { words } from './words.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const get = (url: string) => running.app.inject({ url, headers: { accept: 'text/html' } })

/** A directory with a directory with a file and an empty one, and a file beside it. */
async function aShare(tenant: Tenant, name = 'top.txt', customerId: string | null = null) {
  const outer = await createDirectory(tenant.ctx(), 'Outer', null)
  const inner = await createDirectory(tenant.ctx(), 'Inner', outer.id)
  await createDirectory(tenant.ctx(), 'Void', outer.id)
  await addFile(tenant.ctx(), await anUpload(tenant, 'deep', 'deep.txt'), inner.id)
  const top = await addFile(tenant.ctx(), await anUpload(tenant, 'x'.repeat(1536), name), null)
  const share = await createFileShare(tenant.ctx(), [outer, top], customerId)
  return { share, outer, top, page: `/file-shares/${share.id}/${share.linkToken}` }
}

test('the page shows what is shared, in each language, and no name acts on it', async () => {
  for (const locale of locales) {
    const tenant = await running.tenant({ name: 'Club <b>X</b>', locale })
    const { page } = await aShare(tenant, '<script>alert(1)<script>"\'.txt')
    const shown = await get(page)
    assert.equal(shown.statusCode, 200)
    assert.match(String(shown.headers['content-type']), /^text\/html/)
    const policy = String(shown.headers['content-security-policy'])
    assert.match(policy, /^default-src 'none'/)
    assert.doesNotMatch(policy, /script-src|unsafe/)
    assert.equal(shown.headers['cache-control'], 'no-store')
    assert.match(shown.body, /<meta name="robots" content="noindex">/)
    const say = words[locale]
    for (const word of [`lang="${locale}"`, say.title, say.files, say.emptyDirectory, 'Outer', 'deep.txt'])
      assert.ok(shown.body.includes(word), word)
    assert.match(shown.body, /\b1[.,]5\sk[Bo]\b/)
    assert.ok(!shown.body.includes('<script'))
    assert.ok(shown.body.includes('Club &lt;b&gt;X&lt;/b&gt;'))
  }
})

test('directories are shown with what is in them, and every link of the page downloads its file', async () => {
  const tenant = await running.tenant()
  const { page, top } = await aShare(tenant)
  const { body } = await get(page)
  assert.match(
    body,
    /<b>Outer<\/b><ul>.*<b>Inner<\/b><ul><li><a [^>]+>deep\.txt<\/a>.*<\/ul>.*<a [^>]+>top\.txt/s,
  )
  const links = [...body.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href!)
  const answers = await Promise.all(links.map((link) => get(link)))
  assert.deepEqual(
    answers.map((answer) => [answer.statusCode, answer.body.length]),
    [
      [200, 4],
      [200, 1536],
    ],
  )
  for (const { headers } of answers) assert.match(String(headers['content-disposition']), /^attachment;/)
  await deleteFile(tenant.ctx(), 'file', top.id)
  const gone = await get(links[1]!)
  assert.equal(gone.statusCode, 404)
  assert.match(String(gone.headers['content-type']), /^text\/html/)
})

test('a share that has nothing any more says so', async () => {
  const tenant = await running.tenant({ name: 'Webdesign BV' })
  const { page, top, outer } = await aShare(tenant)
  await deleteFile(tenant.ctx(), 'file', top.id)
  await deleteFile(tenant.ctx(), 'directory', outer.id)
  assert.ok((await get(page)).body.includes(words.en.empty('Webdesign BV')))
})

test('both names of a share open its page; a wrong link is a page that says that there is nothing here', async () => {
  const tenant = await running.tenant()
  const { page, share, top } = await aShare(tenant)
  const other = await aShare(tenant)
  const unshared = await addFile(tenant.ctx(), await anUpload(tenant, 'secret', 'unshared.txt'), null)
  assert.equal((await get(page.replace(share.id, `fss_${encodeUuid(share.id)}`))).statusCode, 200)
  const wrong = [
    page.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
    page.replace(share.id, other.share.id),
    page.replace(share.id, `frq_${encodeUuid(share.id)}`),
    `/file-shares/fss_${'0'.repeat(26)}/1-${'x'.repeat(24)}`,
  ]
  for (const link of [
    ...wrong,
    ...wrong.map((base) => `${base}/files/fsf_${encodeUuid(top.id)}`),
    `${page}/files/fsf_${encodeUuid(unshared.id)}`,
  ]) {
    const answer = await get(link)
    assert.equal(answer.statusCode, 404, link)
    assert.match(String(answer.headers['content-type']), /^text\/html/)
  }
})

test('a customer is mailed the link, which opens the page; without an address nobody is', async () => {
  const tenant = await running.tenant()
  const { sql } = running.database
  const customer = await aCustomer(tenant)
  await aShare(tenant, 'top.txt', customer.id)
  const mails = () => sql<{ to: string; template: string; params: Record<string, string> }[]>`
    select to_address as to, template, params from mails where company_id = ${tenant.company.companyId}`
  const [mail, ...others] = await mails()
  assert.deepEqual([mail!.to, mail!.template, others.length], [customer.email, 'file-share', 0])
  assert.deepEqual([mail!.params['name'], mail!.params['title']], [customer.name, 'Outer, top.txt'])
  assert.equal((await get(mail!.params['url']!)).statusCode, 200)
  await sql`update customers set email = null where company_id = ${tenant.company.companyId}`
  await aShare(tenant, 'top.txt', customer.id)
  await aShare(tenant)
  assert.equal((await mails()).length, 1)
})

test('a share that is refused mails nobody', async () => {
  const tenant = await running.tenant()
  const customer = await aCustomer(tenant)
  const foreign = await addFile(tenant.ctx(), await anUpload(tenant, 'x', 'x.txt'), null)
  await assert.rejects(createFileShare(tenant.ctx(), [{ ...foreign, type: 'directory' }], customer.id))
  const [row] = await running.database.sql<[{ n: number }]>`
    select count(*) as n from mails where company_id = ${tenant.company.companyId}`
  assert.equal(row.n, 0)
})
