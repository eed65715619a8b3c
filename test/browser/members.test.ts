import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { encodeId } from '../../server/api/portal/ids.ts'
import { createInvoice } from '../../server/domain/invoices/create-invoice.ts'
import type { Tenant } from '../support/app.ts'
import {
  checkAccessibility,
  lookAt,
  phone,
  shot,
  startBrowserApp,
  type BrowserApp,
} from '../support/browser.ts'
import { aCustomer } from '../support/builders.ts'
import { PDF } from '../support/forms.ts'
import { pageHeaders } from '../support/members.ts'
import { offerPlans } from '../support/plans.ts'
import { aColleague } from '../support/staff.ts'

let running: BrowserApp
let tenant: Tenant
before(async () => {
  running = await startBrowserApp()
  tenant = await running.tenant({ name: 'Hockeyclub De Vecht' })
})
after(() => running.close())

/** A member with an invoice, and the page of it. */
async function aMember() {
  const customer = await aCustomer(tenant)
  const invoice = await createInvoice(tenant.ctx(), {
    customerId: customer.id,
    externalNumber: '2026-0042',
    issuedOn: '2026-11-01',
    dueOn: '2026-12-01',
    lines: [
      { amountCents: 24500, description: 'Membership season 2026/2027' },
      { amountCents: 1500, description: 'Federation contribution' },
    ],
  })
  return {
    customer,
    invoice,
    page: `/public-invoice/${encodeId('invoice', invoice.id)}/pay/${invoice.linkToken}`,
  }
}

test('a member understands the invoice and pays it: to the bank, back, paid', async () => {
  await offerPlans(tenant, { numbers: [2, 3] })
  const { page: path } = await aMember()
  await lookAt(running, path, 'public-invoice-open')
  const { page, visit } = await running.person({ viewport: phone })
  await visit(path)
  await page.locator('summary').first().click()
  await checkAccessibility(page)
  await shot(page, 'public-invoice-plans')
  await page.locator('section.card form.pay button').click()
  await page.waitForURL(/sandbox-bank/)
  await checkAccessibility(page)
  await page.getByRole('button').first().click()
  await page.waitForURL(/public-invoice/)
  await page.locator('p.note.good').waitFor()
  assert.match(await page.locator('.left').innerText(), /0[.,]00/)
  await checkAccessibility(page)
  await shot(page, 'public-invoice-paid')
})

test('a member asks with a file and is answered; the answer is on the page', async () => {
  const { page: path } = await aMember()
  const { page, visit } = await running.person({ viewport: phone })
  await visit(path)
  await page.getByLabel('Your question').fill('I paid this in cash. See the receipt.')
  await page.locator('input[type=file]').setInputFiles({
    name: 'receipt.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(PDF),
  })
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByText('Your question was sent').waitFor()
  await checkAccessibility(page)
  const owner = await aColleague(tenant)
  // Without TLS the cookie has no prefix.
  const headers = { cookie: `balie=${owner.token}`, ...pageHeaders }
  const inbox = await running.app.inject({ url: '/api/portal/inbox?box=unanswered', headers })
  const answered = await running.app.inject({
    method: 'POST',
    url: `/api/portal/inbox/${inbox.json().data[0].id}/messages`,
    headers,
    payload: { message: 'Thank you, we have found it.' },
  })
  assert.ok(answered.statusCode < 300, answered.body)
  await visit(path)
  await page.getByText('Thank you, we have found it.').waitFor()
  await lookAt(running, path, 'public-invoice-answered')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'receipt.pdf' }).click(),
  ])
  assert.equal(await readFile(await download.path(), 'latin1'), PDF)
})

test('what cannot be is said kindly, in the reader’s language, and nothing that was written is lost', async () => {
  const { page: path } = await aMember()
  const { page, visit } = await running.person({ viewport: phone, locale: 'nl-NL' })
  await running.database.sql`update invoices set locale = 'nl' where external_number = '2026-0042'`
  await visit(path)
  await page.getByLabel('Uw vraag').fill('Klopt dit?')
  await page.locator('input[type=file]').setInputFiles({
    name: 'virus.exe',
    mimeType: 'application/x-msdownload',
    buffer: Buffer.from('MZ'),
  })
  await page.getByRole('button', { name: 'Versturen', exact: true }).click()
  await page.locator('#questions .bad').waitFor()
  assert.equal(await page.getByLabel('Uw vraag').inputValue(), 'Klopt dit?')
  await checkAccessibility(page)
  await shot(page, 'public-invoice-wrong-file')

  // A browser that does not look before it sends.
  const letBy = () =>
    page.evaluate(() => document.querySelectorAll('form').forEach((form) => (form.noValidate = true)))
  await visit(path)
  await page.getByText('Nieuw e-mailadres').first().click()
  await page.getByLabel('Nieuw e-mailadres').fill('geen adres')
  await letBy()
  await page.locator('details[open] button').click()
  await page.getByRole('status').getByText('Controleer wat u hebt ingevuld.').waitFor()
  await checkAccessibility(page)
  await page.getByText('Nieuw e-mailadres').first().click()
  await page.getByLabel('Nieuw e-mailadres').fill('jan@example.com')
  await page.locator('details[open] button').click()
  await page.getByLabel('Code', { exact: true }).fill('12')
  await page.getByRole('button', { name: 'Bevestigen' }).click()
  await page.getByText('Die code klopt niet').waitFor()
  await checkAccessibility(page)
  await page.locator('summary', { hasText: 'Adres' }).last().click()
  assert.equal(await page.getByLabel('Land').inputValue(), 'NL')
  await checkAccessibility(page)
  await shot(page, 'public-invoice-wrong-code')

  for (const [name, url] of Object.entries({
    gone: path.replace(/.$/, path.endsWith('x') ? 'y' : 'x'),
    'no-page': '/public-invoice/inv_1/pay/1',
  })) {
    await visit(url)
    await page.getByText('Hier is niets te vinden. Klopt de link?').waitFor()
    await checkAccessibility(page)
    await shot(page, `public-invoice-${name}`)
  }
  await lookAt(running, '/genuine', 'genuine', { locale: 'nl-NL' })
})

test('whoever has one invoice finds all that is theirs', async () => {
  const { page: path } = await aMember()
  const { page, visit } = await running.person({ viewport: phone })
  await visit(path)
  await page.getByRole('link', { name: 'All your invoices and questions' }).click()
  await page.getByRole('button', { name: 'Mail me a link' }).waitFor()
})

test('the first page of an invoice is one request and far below 100 kB', async () => {
  const { page: path } = await aMember()
  const { page, visit } = await running.person({ viewport: phone })
  const requests: string[] = []
  let bytes = 0
  page.on('request', (request) => requests.push(request.url()))
  page.on('response', async (response) => (bytes += (await response.body()).length))
  await visit(path)
  assert.equal(requests.filter((url) => !url.endsWith('/favicon.ico')).length, 1, requests.join(' '))
  assert.ok(bytes < 40_000, `${bytes} bytes before compression`)
})
