import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../../test/support/app.ts'
import { aMember, aTransmittedBatch, collectAt, ctxAt } from '../../test/support/collection.ts'
import { readPdf } from '../../test/support/pdf.ts'
import { filesOfZip } from '../../test/support/zip.ts'
import { getCollection } from '../domain/collection/get-collection.ts'
import { getLetterZip } from '../domain/collection/get-letter-zip.ts'
import { listLetterRuns } from '../domain/collection/list-letter-runs.ts'
import { printLetterRun, type LetterToPrint } from '../domain/collection/print-letter-run.ts'
import { setCompanyDetails } from '../domain/companies/set-company-details.ts'
import type { Letterhead } from '../domain/companies/letterhead.ts'
import type { Recipient } from '../domain/customers/customer.ts'
import { storageKey } from '../kernel/storage.ts'
import { bundleLetters } from './print-letters.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const NOON = new Date('2026-03-03T11:00:00Z')
const settings = { request1: { letter: true }, personalNote: 'The new season begins.\n\nSee you there!' }

const print = (
  { company }: Tenant,
  runId: string,
  bundle = (letters: LetterToPrint[], from: Letterhead, timeZone: string) =>
    bundleLetters(letters, from, timeZone, 'https://balie.example'),
) =>
  printLetterRun(
    { sql: running.database.sql, storage: running.storage, now: NOON, bundle },
    { companyId: company.companyId, runId },
  )

async function lettersOf(tenant: Tenant, invoices: number, recipient?: Recipient) {
  const batch = await aTransmittedBatch(tenant, invoices, {
    now: NOON,
    settings,
    ...(recipient === undefined ? {} : { recipient }),
  })
  await collectAt(running.database.sql, NOON)
  const [run] = await listLetterRuns(ctxAt(tenant, NOON))
  assert.ok(run)
  return { run, ...batch }
}

async function printed(tenant: Tenant, runId: string): Promise<Map<string, Buffer>> {
  const document = await getLetterZip(ctxAt(tenant, NOON), runId)
  assert.equal(document.mime, 'application/zip')
  const stream = await running.storage.get(storageKey(tenant.company.companyId, document.id))
  return filesOfZip(await buffer(stream))
}

test('the letters of one transmission are one file of PDFs, which say how to pay and how to check them', async () => {
  const tenant = await running.tenant({ name: 'FC Amsterdam' })
  await setCompanyDetails(ctxAt(tenant, NOON), { iban: 'NL91ABNA0417164300', city: 'Amsterdam' })
  const { run, invoiceIds } = await lettersOf(tenant, 3)
  assert.deepEqual([run.state, run.letters], ['open', 3])
  await assert.rejects(getLetterZip(ctxAt(tenant, NOON), run.id), { about: 'letters_not_ready' })
  const waiting = await getCollection(ctxAt(tenant, NOON), invoiceIds[0]!)
  assert.equal(waiting.messages.find(({ channel }) => channel === 'LETTER')?.state, 'sending')
  assert.equal(await print(tenant, run.id), 3)
  const files = await printed(tenant, run.id)
  assert.equal(files.size, 3)
  const [[name, pdf]] = [...files] as [[string, Buffer]]
  assert.match(name, /^1-2026-\d+\.pdf$/)
  const { pages, title, language, figures, links } = await readPdf(pdf)
  assert.equal(pages.length, 1)
  const [page] = pages as [string]
  for (const part of [
    'FC Amsterdam',
    'Joe van der Doe',
    'Teststreet 12a',
    '1234AB Amsterdam',
    'Payment request',
    'Dear Joe van der Doe,',
    'The new season begins.',
    '€100.00',
    'NL91 ABNA 0417 1643 00',
    'https://balie.example/genuine',
  ])
    assert.ok(page.includes(part), `${part} in ${page}`)
  assert.match(page, /\d+-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)
  assert.match(title, /^Payment request 2026-\d+ – FC Amsterdam$/)
  assert.deepEqual([language, figures.length, links], ['en', 2, []])
  const sent = await getCollection(ctxAt(tenant, NOON), invoiceIds[0]!)
  assert.equal(sent.messages.find(({ channel }) => channel === 'LETTER')?.state, 'sent')
  assert.equal(await print(tenant, run.id), 0, 'once')
})

test('a printing that breaks off is done anew, whole; what comes meanwhile is in the next run', async () => {
  const tenant = await running.tenant()
  const { run, batchId } = await lettersOf(tenant, 2)
  const broken = () =>
    Readable.from(
      (async function* breakOff() {
        yield Buffer.from('half a ZIP')
        throw new Error('the process died')
      })(),
    )
  await assert.rejects(print(tenant, run.id, broken), /died/)
  assert.equal((await listLetterRuns(ctxAt(tenant, NOON)))[0]!.state, 'printing')
  assert.equal(await print(tenant, run.id), 2)
  assert.equal((await printed(tenant, run.id)).size, 2)
  const runs = await listLetterRuns(ctxAt(tenant, NOON))
  assert.deepEqual(
    runs.map((one) => [one.batchId, one.state]),
    [[batchId, 'ready']],
  )
  const other = await running.tenant()
  await assert.rejects(getLetterZip(ctxAt(other, NOON), run.id), { code: 'not_found' })
})

test('names of any kind are printed as they are, and steer nothing', async () => {
  const tenant = await running.tenant({ name: 'Clüb <b>"X"</b>\u202e & Ø' })
  const hostile = '</w:p><script>alert(1)</script>\r\nBcc: everybody@example.com\u2028{company}'
  const { run } = await lettersOf(tenant, 1, {
    ...aMember,
    name: { prefix: '', firstName: hostile, infix: '', lastName: '{fee}', organization: 'Ł'.repeat(300) },
    address: {
      ...aMember.address,
      address1: hostile,
      address2: 'x'.repeat(500),
      city: '../../etc',
      countryCode: 'ZZZ',
    },
  })
  assert.equal(await print(tenant, run.id), 1)
  const [[name, pdf]] = [...(await printed(tenant, run.id))] as [[string, Buffer]]
  assert.match(name, /^1-[\w.-]+\.pdf$/)
  const { pages } = await readPdf(pdf)
  const text = pages.join(' ').replace(/\s+/g, ' ')
  assert.ok(text.includes('<script>alert(1)</script> Bcc: everybody@example.com {company} {fee}'), text)
})
