import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type Tenant, type TestApp } from '../../../../test/support/app.ts'
import { aCustomer, anInvoice, anOpenImport, anUpload } from '../../../../test/support/builders.ts'
import { PDF } from '../../../../test/support/forms.ts'
import { readPdf } from '../../../../test/support/pdf.ts'
import { refusalSuite } from '../../../../test/support/refusals.ts'
import { namesOf, recipes } from '../../../../test/support/recipes.ts'
import { setCompanyDetails } from '../../../domain/companies/set-company-details.ts'
import { createUploadedInvoice } from '../../../domain/invoices/create-uploaded-invoice.ts'
import { markInvoicePaid } from '../../../domain/invoices/mark-invoice-paid.ts'
import { decodeUuid, encodeUuid } from '../../../kernel/base32.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

refusalSuite(() => running, {
  name: 'get-customer-invoice-as-pdf',
  api: 'v1',
  permission: 'invoices:read',
  request: async (tenant) => ({
    method: 'GET',
    url: `/v1/customer-invoices/${(await anInvoice(tenant)).v1}/pdf`,
  }),
  missing: async () => ({ method: 'GET', url: `/v1/customer-invoices/inv_${'0'.repeat(26)}/pdf` }),
})

/** The invoice's PDF, by the link that `/v1` gives. */
async function pdfOf(tenant: Tenant, v1: string) {
  const answer = await running.app.inject({
    url: `/v1/customer-invoices/${v1}/pdf`,
    headers: { authorization: tenant.bearer },
  })
  assert.equal(answer.statusCode, 200, answer.body)
  const { link, expiresAt } = answer.json() as { link: string; expiresAt: string }
  const url = link.replace('https://balie.example', '')
  return { url, expiresAt, pdf: await running.app.inject(url) }
}

test('a manual invoice is rendered with its VAT, its payment and a code for what is left', async () => {
  const tenant = await running.tenant({ locale: 'nl', name: 'Bakkerij Ønsk' })
  await setCompanyDetails(tenant.ctx(), { iban: 'NL91ABNA0417164300', city: 'Utrecht' })
  const made = await running.app.inject({
    method: 'POST',
    url: '/v1/customer-invoices/manual',
    headers: { authorization: tenant.bearer },
    payload: {
      customerId: `cst_${encodeUuid((await aCustomer(tenant)).id)}`,
      invoiceNumber: '2015/001',
      issuedAt: '2025-04-14',
      lines: [
        { description: 'Website template', amountExclVat: '12.95', vatRate: 21 },
        { description: 'Brood', amountExclVat: '0.50', vatRate: 9 },
      ],
    },
  })
  const { id, links } = made.json()
  const open = await pdfOf(tenant, id)
  assert.equal(open.pdf.headers['content-type'], 'application/pdf')
  assert.match(String(open.pdf.headers['content-disposition']), /filename="Factuur 2015-001\.pdf"/)
  assert.equal(open.pdf.headers['referrer-policy'], 'no-referrer')
  const read = await readPdf(open.pdf.rawPayload)
  for (const part of [
    'Bakkerij Ønsk',
    'Factuur 2015/001',
    '21% btw over € 12,95',
    '€ 2,72',
    '€ 0,05',
    '€ 16,22',
  ])
    assert.ok(read.pages[0]!.includes(part), part)
  assert.deepEqual(read.links, [links.onlinePaymentLink.href])
  assert.equal(read.figures.length, 1)
  assert.deepEqual((await pdfOf(tenant, id)).pdf.rawPayload, open.pdf.rawPayload, 'the same bytes each time')

  await markInvoicePaid(tenant.ctx(), decodeUuid(id.slice(4))!, new Date('2025-05-01T10:00:00Z'))
  const paid = await readPdf((await pdfOf(tenant, id)).pdf.rawPayload)
  assert.ok(paid.pages[0]!.includes('Betaling op 1 mei 2025') && paid.pages[0]!.includes('is betaald'))
  assert.deepEqual([paid.links, paid.figures], [[], []])
})

test('an invoice of /api/v2 is rendered in its own language', async () => {
  const tenant = await running.tenant()
  const hexBatch = await anOpenImport(tenant)
  const names = { ...(await namesOf(tenant, 'M-9')), hexBatch, externalId: 'M-10' }
  const body = recipes['POST /api/v2/invoices']!.body!((slot) => (names as Record<string, string>)[slot]!)
  const made = await running.app.inject({
    method: 'POST',
    url: '/api/v2/invoices',
    headers: { authorization: tenant.apiKey },
    payload: { ...body, locale: 'fr' },
  })
  assert.ok(made.statusCode < 300, made.body)
  const [row] = await tenant.ctx().sql<[{ id: string }]>`
    select id from invoices where company_id = ${tenant.company.companyId} order by id desc limit 1`
  const { pdf } = await pdfOf(tenant, `inv_${encodeUuid(row.id)}`)
  const read = await readPdf(pdf.rawPayload)
  assert.equal(read.language, 'fr')
  for (const part of ['Facture CC-1', 'Joe van der Doe', 'Fee', '90,00 €', 'Reste à payer'])
    assert.ok(read.pages[0]!.includes(part), part)
  assert.ok(!read.pages[0]!.includes('TVA '))
})

test('the link works for five minutes and opens nothing else; the page of the invoice has its own', async () => {
  const tenant = await running.tenant()
  const { v1, invoice } = await anInvoice(tenant)
  const { url, expiresAt, pdf } = await pdfOf(tenant, v1)
  assert.equal(pdf.statusCode, 200)
  for (const wrong of [
    url.replace('invoice-pdfs', 'offer-pdfs'),
    url.replace('invoice-pdfs', 'downloads'),
    `${url}A`,
    url.slice(0, -1),
  ])
    assert.equal((await running.app.inject(wrong)).statusCode, 404, wrong)
  running.clock.set(new Date(Date.parse(expiresAt) - 1000).toISOString())
  assert.equal((await running.app.inject(url)).statusCode, 200)
  running.clock.set(new Date(Date.parse(expiresAt)).toISOString())
  assert.equal((await running.app.inject(url)).statusCode, 404)

  const page = `/public-invoice/${v1}/pay/${invoice.linkToken}`
  const shown = await running.app.inject(page)
  assert.ok(shown.body.includes(`href="${page}/pdf"`))
  const own = await running.app.inject(`${page}/pdf`)
  assert.equal(own.headers['content-type'], 'application/pdf')
  assert.match((await readPdf(own.rawPayload)).pages[0]!, new RegExp(invoice.externalNumber))
  const other = (await anInvoice(await running.tenant())).invoice.linkToken
  assert.equal((await running.app.inject(`/public-invoice/${v1}/pay/${other}/pdf`)).statusCode, 404)
})

test('an invoice that came with its PDF has that one, by both ways', async () => {
  const tenant = await running.tenant()
  const { id, linkToken } = await createUploadedInvoice(tenant.ctx(), {
    customerId: (await aCustomer(tenant)).id,
    externalNumber: '2026-100',
    issuedOn: '2026-11-01',
    dueOn: null,
    amountCents: 1295,
    pdf: await anUpload(tenant, PDF, 'invoice.pdf', 'application/pdf'),
    paidAt: null,
  })
  const v1 = `inv_${encodeUuid(id)}`
  assert.equal((await pdfOf(tenant, v1)).pdf.body, PDF)
  assert.equal((await running.app.inject(`/public-invoice/${v1}/pay/${linkToken}/pdf`)).body, PDF)
})
