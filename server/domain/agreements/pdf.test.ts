import assert from 'node:assert/strict'
import { deflateSync } from 'node:zlib'
import { test } from 'node:test'
import { PDFDocument } from 'pdf-lib'
import { aPdf, aSignature } from '../../../test/support/agreements.ts'
import { textOf } from '../../../test/support/pdf-text.ts'
import { locales } from '../../kernel/context.ts'
import { BalieError } from '../../kernel/errors.ts'
import type { AuditedSignature } from './audit-page.ts'
import { auditWords } from './audit-words.ts'
import { checkPdf } from './check-pdf.ts'
import { isExplosive } from './explosive.ts'
import { runsOf } from './fonts.ts'
import { sealPdf } from './seal-pdf.ts'

const refused = (bytes: Buffer, rule: RegExp) =>
  assert.rejects(
    checkPdf(bytes, 'documents[0]'),
    (error) => error instanceof BalieError && error.about === 'documents[0]' && rule.test(error.message),
  )

test('a PDF that can be sealed is taken; one that cannot is refused with a reason', async () => {
  const pdf = await aPdf()
  await checkPdf(pdf, 'documents[0]')
  await checkPdf(Buffer.concat([Buffer.from('\n\n'), pdf]), 'documents[0]')
  await refused(Buffer.from('hello'), /must be a PDF/)
  await refused(Buffer.from('%PDF-1.7\n%%EOF'), /damaged/)
  await refused(pdf.subarray(0, pdf.length / 2), /damaged/)
  const encrypted = pdf.toString('latin1').replace('/Root', '/Encrypt << /Filter /Standard /V 2 >> /Root')
  await refused(Buffer.from(encrypted, 'latin1'), /without a password/)
  const many = await PDFDocument.create()
  for (let page = 0; page < 2001; page += 1) many.addPage()
  await refused(Buffer.from(await many.save()), /at most 2000 pages/)
})

const stream = (bytes: Buffer) =>
  Buffer.concat([Buffer.from('<< /Filter /FlateDecode >>\nstream\r\n'), bytes, Buffer.from('\nendstream\n')])

test('a PDF that would fill the memory is refused before it is unpacked', async () => {
  const bomb = deflateSync(Buffer.alloc(60_000_000))
  assert.ok(!isExplosive(stream(bomb)))
  const four = Buffer.concat([Buffer.from('%PDF-1.7\n'), ...[1, 2, 3, 4].map(() => stream(bomb))])
  assert.ok(four.length < 1_000_000)
  assert.ok(isExplosive(four))
  await refused(four, /200 MB/)
  assert.ok(!isExplosive(await aPdf()))
  assert.ok(isExplosive(Buffer.concat(Array.from({ length: 50 }, () => stream(bomb.subarray(0, 1000))))))
})

const signature = (who: string): AuditedSignature => ({
  who,
  email: 'someone@example.com',
  signature: aSignature,
  signatureHash: 'a1b2c3d4'.repeat(8),
  signedAt: '2026-11-21T11:00:00+01:00',
  ip: '2001:db8::1',
  userAgent: 'Mozilla/5.0 (Phone)',
  identified: true,
})

const audit = (signatures: AuditedSignature[]) => ({
  agreementName: 'Договор',
  documentName: 'Contract.pdf',
  documentSha256: 'e'.repeat(64),
  sealedAt: '2026-11-21T11:00:00+01:00',
  words: auditWords.en,
  signatures,
})

test('names are written in the letters that they have', async () => {
  const names = ['Żółć Łukasz', 'Ἀλέξανδρος', 'Иванов', 'Nguyễn', 'Çağrı', '张伟', 'やまだ', 'שרה', 'محمد']
  const sealed = await sealPdf(await aPdf('Original'), audit(names.map(signature)))
  const [original, ...pages] = await textOf(sealed)
  assert.equal(original, 'Original')
  const text = pages.join(' ').normalize('NFKC')
  for (const name of ['Договор', ...names.slice(0, 7)]) assert.ok(text.includes(name.normalize('NFKC')), name)
  // From right to left: a reader of the text may find the letters either way round.
  for (const name of names.slice(7))
    assert.ok(text.includes(name) || text.includes(Array.from(name).reverse().join('')), name)
  assert.ok(!text.includes('\u0000') && !text.includes('[U+'))
})

test('a letter that no font here has is written as its code point', async () => {
  const pages = await textOf(await sealPdf(await aPdf(), audit([signature('김 \u0007🖋')])))
  assert.ok(pages[1]!.includes('[U+AE40]') && pages[1]!.includes('[U+1F58B]'), pages[1])
})

test('names of any length keep their signatures on the page, and every page of the original stays', async () => {
  const original = await PDFDocument.create()
  for (let page = 0; page < 7; page += 1) original.addPage([300, 200])
  const signatures = Array.from({ length: 6 }, () => signature('Wolfeschlegelsteinhausen '.repeat(16).trim()))
  const sealed = await PDFDocument.load(await sealPdf(await original.save(), audit(signatures)))
  const sizes = sealed.getPages().map((page) => Math.round(page.getWidth()))
  assert.deepEqual(
    sizes.slice(0, 7),
    Array.from({ length: 7 }, () => 300),
  )
  assert.ok(sizes.length > 8 && sizes.slice(7).every((width) => width === 595))
})

test('the page says the same in every language', () => {
  const keys = Object.keys(auditWords.en).sort()
  for (const locale of locales) {
    assert.deepEqual(Object.keys(auditWords[locale]).sort(), keys)
    for (const word of Object.values(auditWords[locale])) {
      assert.ok(word.trim() !== '')
      assert.ok(runsOf(word).every(({ font }) => font === undefined))
    }
  }
})
