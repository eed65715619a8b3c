import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { createFileRequest } from '../../server/domain/file-requests/create-file-request.ts'
import { createFileShare } from '../../server/domain/file-shares/create-file-share.ts'
import { addFile } from '../../server/domain/files/add-file.ts'
import { createInvoice } from '../../server/domain/invoices/create-invoice.ts'
import { createManualOffer } from '../../server/domain/offers/create-manual-offer.ts'
import type { Tenant } from '../support/app.ts'
import {
  checkAccessibility,
  lookAt,
  phone,
  settle,
  shot,
  startBrowserApp,
  type BrowserApp,
} from '../support/browser.ts'
import { aCustomer, anUpload } from '../support/builders.ts'
import { PDF } from '../support/forms.ts'
import { companyIdOf, linkMailed, openSession } from '../support/members.ts'
import { offerPlans } from '../support/plans.ts'
import { aColleague, speakerOf } from '../support/staff.ts'
import { encodeId } from '../../server/api/portal/ids.ts'

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
  await page.getByRole('button', { name: 'Send' }).first().click()
  await page.getByText('Your question was sent').waitFor()
  await checkAccessibility(page)
  const owner = await aColleague(tenant)
  const speak = speakerOf(running.app, owner)
  const { data } = (await speak('GET', '/inbox?box=unanswered')).json()
  const answered = await speak('POST', `/inbox/${data[0].id}/messages`, {
    message: 'Thank you, we have found it.',
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

test('a customer signs in by the mailed link, accepts an offer, downloads a file and sends one', async () => {
  const { customer } = await aMember()
  const ctx = () => tenant.ctx()
  await createManualOffer(ctx(), {
    customerId: customer.id,
    number: 'O-2026-7',
    issuedOn: '2026-11-01',
    expiresOn: '2027-11-01',
    lines: [{ description: 'Training week', netCents: 10_000, vatRate: 21 }],
  })
  const file = await addFile(ctx(), await anUpload(tenant, 'the rules', 'rules.txt', 'text/plain'), null)
  await createFileShare(ctx(), [file], customer.id)
  await createFileRequest(ctx(), {
    name: 'Passport photo',
    description: 'For your membership card.',
    customerId: customer.id,
    directoryId: null,
    requestedFiles: [{ name: 'Photo', description: null, required: true, maxSizeKb: 100 }],
  })
  const home = `/my/${companyIdOf(tenant)}`
  await lookAt(running, home, 'my-sign-in')
  const { page, visit } = await running.person({ viewport: phone })
  await visit(home)
  await page.getByLabel('E-mail address').fill(customer.email!)
  await page.getByRole('button', { name: 'Mail me a link' }).click()
  await page.getByText('Look in your mailbox').waitFor()
  await checkAccessibility(page)
  await shot(page, 'my-link-sent')
  const secret = (await linkMailed(running, customer.email!))!
  await visit(`${home}#${secret}`)
  await page.getByRole('button', { name: 'Go to my page' }).click()
  await page.getByRole('heading', { level: 1, name: `Welcome, ${customer.name}` }).waitFor()
  assert.ok(!page.url().includes('#'), 'the secret is gone from the address')
  const cookies = await page.context().cookies()
  const cookie = cookies.find(({ name }) => name === 'balie-my')!
  assert.deepEqual([cookie.httpOnly, cookie.sameSite], [true, 'Lax'])
  await checkAccessibility(page)
  await shot(page, 'my-overview-phone')

  await page.getByRole('link', { name: 'An offer waits for your answer' }).click()
  await page.getByRole('link', { name: 'O-2026-7' }).click()
  await page.getByRole('button', { name: 'Write my name' }).click()
  await checkAccessibility(page)
  await shot(page, 'my-offer-open')
  await page.getByRole('button', { name: 'Sign and accept' }).click()
  await page.getByText('You have accepted this offer').waitFor()
  await checkAccessibility(page)

  await visit(`${home}/file-shares`)
  await page.getByRole('link', { name: 'rules.txt' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'rules.txt' }).click(),
  ])
  assert.equal(await readFile(await download.path(), 'utf8'), 'the rules')
  await checkAccessibility(page)

  await visit(`${home}/file-requests`)
  await page.getByRole('link', { name: 'Photo' }).click()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: /Choose a file/ }).click(),
  ])
  await chooser.setFiles({ name: 'me.txt', mimeType: 'text/plain', buffer: Buffer.from('me') })
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByText('has all that was needed').waitFor()
  await checkAccessibility(page)

  await page.getByRole('button', { name: 'Language and appearance' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('heading', { level: 1, name: 'My page' }).waitFor()
})

test('a customer pays and asks in the portal, and comes back to it from the bank', async () => {
  const { customer, invoice } = await aMember()
  const home = `/my/${companyIdOf(tenant)}`
  const { page, context, visit } = await running.person({ viewport: phone })
  const value = await openSession(tenant, customer.email!)
  await context.addCookies([{ name: 'balie-my', value, url: running.url }])
  await visit(`${home}/invoices/${encodeId('invoice', invoice.id)}`)
  await page.getByLabel('Your question').fill('What is the federation?')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByText('What is the federation?').first().waitFor()
  await checkAccessibility(page)
  await page.getByRole('button', { name: 'Pay now' }).click()
  await page.waitForURL(/sandbox-bank/)
  await page.getByRole('button').first().click()
  await page.waitForURL(/\/my\//)
  await page.getByText('The payment was successful').waitFor()
  await settle(page)
  await checkAccessibility(page)
  await shot(page, 'my-invoice-paid')
})

test('every page of the portal, as each reader sees it', async () => {
  const { customer, invoice } = await aMember()
  const value = await openSession(tenant, customer.email!)
  const home = `/my/${companyIdOf(tenant)}`
  const paths = {
    overview: '',
    invoices: '/invoices',
    invoice: `/invoices/${encodeId('invoice', invoice.id)}`,
    payments: '/payments',
    conversations: '/conversations',
    offers: '/offers',
    agreements: '/agreements',
    appointments: '/appointments',
    subscriptions: '/subscriptions',
    'punch-cards': '/punch-cards',
    'file-shares': '/file-shares',
    'file-requests': '/file-requests',
    details: '/details',
  }
  for (const [name, path] of Object.entries(paths))
    await lookAt(running, home + path, `my-${name}`, { member: value })
})
