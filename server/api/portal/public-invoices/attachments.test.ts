import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp } from '../../../../test/support/app.ts'
import { anInvoice, type AnInvoice } from '../../../../test/support/builders.ts'
import { formOf, PDF, type Part } from '../../../../test/support/forms.ts'
import { aPng } from '../../../../test/support/png.ts'
import { lineWords } from './line-words.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const pageOf = ({ v1, invoice }: AnInvoice) => `/public-invoice/${v1}/pay/${invoice.linkToken}`
const said = (content: string): Part => ({ name: 'message', content })
const file = (filename: string, content: string | Buffer, type: string): Part => ({
  name: 'attachments',
  content,
  filename,
  type,
})

/** As a browser sends the form of the page. */
function post(url: string, parts: Part[], accept = 'text/html') {
  const { payload, headers } = formOf(parts)
  return running.app.inject({ method: 'POST', url, headers: { ...headers, accept }, payload })
}

async function stored(): Promise<number> {
  const [{ n }] = await running.database.sql<[{ n: number }]>`
    select count(*)::int as n from documents where kind = 'attachment'`
  return n
}

test('files go with a question, stand on the page, and are downloaded, never shown', async () => {
  const made = await anInvoice(await running.tenant())
  const page = pageOf(made)
  const parts = [
    said('Is this right?'),
    file('receipt.pdf', PDF, 'application/pdf'),
    file('photo.png', aPng(), 'image/png'),
    // An input in which nothing was chosen.
    file('', '', 'application/octet-stream'),
  ]
  const asked = await post(page, parts)
  assert.equal(asked.statusCode, 303, asked.body)
  const shown = (await running.app.inject(page)).body
  const links = [...shown.matchAll(/href="([^"]*\/attachments\/[^"]*)">([^<]*)</g)].map(
    ([, href, name]) => [href!, name!] as const,
  )
  assert.deepEqual(
    links.map(([, name]) => name),
    ['receipt.pdf', 'photo.png'],
  )
  const got = await running.app.inject(links[0]![0])
  assert.equal(got.body, PDF)
  assert.match(String(got.headers['content-disposition']), /^attachment/)
  assert.match(String(got.headers['content-security-policy']), /sandbox/)
  assert.equal(got.headers['x-content-type-options'] ?? 'nosniff', 'nosniff')
  const { conversation } = (await running.app.inject(made.link)).json()
  assert.equal(conversation[0].attachments.length, 2)
  const byApi = await running.app.inject(`${made.link}/attachments/${conversation[0].attachments[1].id}`)
  assert.deepEqual(byApi.rawPayload, aPng())
  const other = await anInvoice(await running.tenant())
  for (const base of [pageOf(other), other.link])
    assert.equal(
      (await running.app.inject(`${base}/attachments/${conversation[0].attachments[0].id}`)).statusCode,
      404,
    )
})

test('what cannot be taken is said where it stands, in the reader’s language, with what was written', async () => {
  const made = await anInvoice(await running.tenant({ locale: 'nl' }))
  const page = pageOf(made)
  const had = await stored()
  const words = lineWords.nl.problems
  const pdfs = Array.from({ length: 6 }, (_, i) => file(`${i}.pdf`, PDF, 'application/pdf'))
  const cases: [Part[], string][] = [
    [
      [said('Klopt <b>dit</b>?'), file('run.exe', Buffer.from('MZ\x90\0', 'latin1'), 'application/pdf')],
      words.wrongType,
    ],
    [[said('Klopt <b>dit</b>?'), file('page.html', '<script>1</script>', 'text/html')], words.wrongType],
    [[said('Klopt <b>dit</b>?'), file('large.txt', 'x'.repeat(1_100_000), 'text/plain')], words.tooLarge],
    [[said('Klopt <b>dit</b>?'), ...pdfs], words.tooMany],
  ]
  for (const [parts, problem] of cases) {
    const refused = await post(page, parts)
    assert.equal(refused.statusCode, 422, problem)
    assert.ok(refused.body.includes(problem), `${problem}: ${refused.body.slice(-1500)}`)
    assert.ok(refused.body.includes('Klopt &lt;b&gt;dit&lt;/b&gt;?</textarea>'))
  }
  const empty = await post(page, [said(' ')])
  assert.equal(empty.statusCode, 422)
  assert.ok(empty.body.includes(words.empty))
  assert.equal(await stored(), had)
  assert.deepEqual((await running.app.inject(made.link)).json().conversation, [])
})

test('a program gets the same refusals as JSON', async () => {
  const made = await anInvoice(await running.tenant())
  const url = `${made.link}/messages`
  const large = await post(url, [said('Why?'), file('a.txt', 'x'.repeat(1_100_000), 'text/plain')], '*/*')
  assert.equal(large.statusCode, 413)
  const page = await post(url, [said('Why?'), file('a.html', '<p>', 'text/html')], '*/*')
  assert.equal(page.statusCode, 422)
  assert.match(page.json().field, /^attachments/)
  const right = await post(url, [said('Why?'), file('a.csv', 'a;b', 'text/csv')], '*/*')
  assert.equal(right.json().attachments[0].mime, 'text/csv')
})
