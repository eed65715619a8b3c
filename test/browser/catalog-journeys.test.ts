import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { aPdf } from '../support/agreements.ts'
import type { Tenant } from '../support/app.ts'
import { checkAccessibility, settle, shot, startBrowserApp, type BrowserApp } from '../support/browser.ts'
import { aColleague } from '../support/staff.ts'

let running: BrowserApp
let tenant: Tenant
let page: Page
let visit: (path: string) => Promise<void>
before(async () => {
  running = await startBrowserApp()
  tenant = await running.tenant({ name: 'Watersport De Zilvermeeuw' })
  const person = await running.person({ session: (await aColleague(tenant)).token })
  page = person.page
  visit = (path) => person.visit(path)
})
after(() => running.close())

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
const field = (name: string) => page.getByRole('dialog').getByRole('textbox', { name, exact: true })
const inDialog = (name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true })
const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
const item = (name: string) => page.getByRole('menuitem', { name }).click()

async function pickCustomer(words: string) {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Customer' }).fill(words)
  await page.getByRole('option', { name: new RegExp(words) }).click()
}

test('a customer is added, found, changed, put in a group and deleted', async () => {
  await visit('/desk/customers')
  await button('New customer').first().click()
  await inDialog('Add customer').click()
  assert.equal(await page.getByRole('dialog').getByText('This is needed.').count(), 4)
  await checkAccessibility(page)
  for (const [name, value] of [
    ['Name', 'Bakkerij de Vries'],
    ['E-mail address', 'info@devries.example'],
    ['Phone', '038 422 1133'],
    ['Address', 'Dorpsstraat 1'],
    ['Postal code', '8011 AB'],
    ['City', 'Zwolle'],
  ] as const)
    await field(name).fill(value)
  await inDialog('Add customer').click()
  await heading('Bakkerij de Vries')
  await page.getByRole('link', { name: '+31384221133' }).waitFor()

  await button('Change').click()
  await field('City').fill('Kampen')
  await field('E-mail address').fill('nobody')
  await inDialog('Save').click()
  await page.getByText('Enter an e-mail address').waitFor()
  await field('E-mail address').fill('bakkerij@devries.example')
  await inDialog('Save').click()
  await page.getByText('8011 AB Kampen').waitFor()

  await visit('/desk/groups')
  await button('New group').first().click()
  await field('Group').fill('Maintenance')
  await inDialog('Add group').click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Add a customer' }).fill('vries')
  await page.getByRole('option', { name: /Vries/ }).click()
  await page.getByRole('button', { name: 'Take Bakkerij de Vries out of the group' }).waitFor()
  await checkAccessibility(page)
  await page.keyboard.press('Escape')

  await visit('/desk/customers')
  await page.getByRole('searchbox', { name: 'Search customers' }).fill('kamp bak')
  await page.waitForURL(/q=kamp/)
  await page.getByRole('table').getByText('Maintenance').waitFor()
  await page.getByRole('link', { name: 'Bakkerij de Vries' }).click()
  await heading('Bakkerij de Vries')
  await button('More actions').click()
  await item('Delete')
  await inDialog('Delete').click()
  await heading('Customers')
  await page.getByText('No customers yet').waitFor()
})

const aCustomer = async (companyName: string) => {
  const made = await running.app.inject({
    method: 'POST',
    url: '/v1/customers',
    headers: { authorization: tenant.bearer },
    payload: {
      companyName,
      primaryEmail: 'someone@example.com',
      address: 'Kade 1',
      zipCode: '1011 AA',
      city: 'Amsterdam',
    },
  })
  return made.json().id as string
}

test('an offer is made of lines, sent, and marked as accepted', async () => {
  await aCustomer('Anna Jansen')
  await visit('/desk/offers')
  await button('New offer').first().click()
  await pickCustomer('Anna')
  await field('Number').fill('2026-001')
  await field('Description').fill('Winter storage')
  await field('Before VAT').fill('1.000,50')
  await page.getByRole('row', { name: /Total/ }).getByText('€1,210.61').waitFor()
  await checkAccessibility(page)
  await inDialog('Make and send').click()
  await heading('Offer 2026-001')
  const [mail] = await running.database.sql<{ to: string }[]>`
    select to_address as "to" from mails where company_id = ${tenant.company.companyId} and template = 'offer-created'`
  assert.equal(mail?.to, 'someone@example.com')
  const download = page.waitForEvent('download')
  await button('PDF').click()
  assert.match((await download).suggestedFilename(), /\.pdf$/)
  await button('Send by e-mail').click()
  await inDialog('Send by e-mail').click()
  await page.getByText('The e-mail is on its way.').waitFor()
  await button('More actions').click()
  await item('Mark as accepted')
  await inDialog('Mark as accepted').click()
  await page.getByText('Accepted', { exact: true }).waitFor()
  assert.equal(await button('More actions').count(), 0)
  await visit('/desk/offers?status=accepted')
  await page.getByRole('link', { name: '2026-001' }).waitFor()
})

test('an invoice is made of lines and mailed with its link; the number that follows is proposed', async () => {
  await aCustomer('Bea Visser')
  await visit('/desk/invoices')
  await button('New invoice').first().click()
  await pickCustomer('Bea')
  await field('Number').fill('2026-0042')
  await field('Description').fill('Mooring')
  await field('Before VAT').fill('100')
  await page.getByRole('row', { name: /Total/ }).getByText('€121.00').waitFor()
  await checkAccessibility(page)
  await shot(page, 'invoice-form')
  await inDialog('Make and send').click()
  await heading('Invoice 2026-0042')
  await page.getByText('€121.00').first().waitFor()
  const mails = await running.database.sql`
    select 1 from mails where company_id = ${tenant.company.companyId} and template = 'invoice-created'`
  assert.equal(mails.length, 1)
  await page.goBack()
  await button('New invoice').first().click()
  await page.getByText('The last one is 2026-0042.').waitFor()
  assert.equal(await field('Number').getAttribute('placeholder'), '2026-0043')
  await pickCustomer('Bea')
  await field('Number').fill('2026-0042')
  await field('Description').fill('Mooring')
  await field('Before VAT').fill('100')
  await page.getByRole('checkbox', { name: /E-mail the customer/ }).uncheck()
  await inDialog('Make invoice').click()
  await page.getByText('Another invoice has this number.').waitFor()
  await field('Number').fill('2026-0043')
  await inDialog('Make invoice').click()
  await heading('Invoice 2026-0043')
})

test('an offer that is a PDF is uploaded', async () => {
  await aCustomer('Piet Bakker')
  await visit('/desk/offers')
  await button('New offer').first().click()
  await pickCustomer('Piet')
  await field('Number').fill('2026-002')
  await page.getByText('My own PDF').click()
  await page.locator('input[type=file]').setInputFiles({
    name: 'offer.pdf',
    mimeType: 'application/pdf',
    buffer: await aPdf(),
  })
  await field('Amount, VAT included').fill('99,95')
  await page.getByRole('checkbox', { name: /E-mail the customer/ }).uncheck()
  await inDialog('Make offer').click()
  await heading('Offer 2026-002')
  await page.getByText('€99.95').waitFor()
  await button('More actions').click()
  await item('Delete')
  await inDialog('Delete').click()
  await heading('Offers')
})

test('an appointment is planned, refused where another is, moved and cancelled', async () => {
  await aCustomer('Cafe Het Veerhuis')
  await visit('/desk/appointments?date=2026-12-07')
  const plan = async (about: string) => {
    await button('New appointment').click()
    await field('What it is about').fill(about)
    await pickCustomer('Cafe')
    await inDialog('Plan').click()
  }
  await plan('Intake')
  await page
    .getByRole('button', { name: /Intake/ })
    .first()
    .waitFor()
  await plan('Another')
  await page.getByText('Another appointment is planned in that time.').waitFor()
  await checkAccessibility(page)
  await inDialog('Cancel').click()
  await page
    .getByRole('button', { name: /Intake/ })
    .first()
    .click()
  await page.getByText('Mon, 7 Dec 2026').first().waitFor()
  await button('Change or move').click()
  const form = page.getByRole('dialog', { name: 'Change appointment' })
  await form.getByLabel(/^at/).fill('15:00')
  assert.equal(await form.getByLabel(/^until/).inputValue(), '16:00')
  await form.getByRole('button', { name: 'Save' }).click()
  await page.getByText('The appointment was changed.').waitFor()
  await button('Cancel appointment').click()
  await page
    .getByRole('dialog', { name: 'Cancel this appointment?' })
    .getByRole('button', { name: 'Cancel appointment' })
    .click()
  await page.getByText('Cancelled', { exact: true }).waitFor()
})

test('files are uploaded, put in a folder, renamed, shared and deleted', async () => {
  await visit('/desk/files')
  await page.locator('input[type=file]').setInputFiles([
    { name: 'Plan.txt', mimeType: 'text/plain', buffer: Buffer.from('a plan') },
    { name: 'Notes.txt', mimeType: 'text/plain', buffer: Buffer.from('notes') },
  ])
  await button('Plan.txt').waitFor()
  await button('Notes.txt').waitFor()
  await button('New folder').first().click()
  await field('Name').fill('Contracts')
  await inDialog('Create').click()
  await page.getByRole('link', { name: 'Contracts' }).waitFor()
  await button('Actions for Plan.txt').click()
  await item('Move')
  await inDialog('Contracts').click()
  await inDialog('Move to Contracts').click()
  await page.getByText('Plan.txt was moved.').waitFor()
  await page.getByRole('link', { name: 'Contracts' }).click()
  await button('Actions for Plan.txt').click()
  await item('Rename')
  await field('Name').fill('Plan of 2027.txt')
  await inDialog('Save').click()
  await button('Plan of 2027.txt').waitFor()
  const download = page.waitForEvent('download')
  await button('Plan of 2027.txt').click()
  assert.equal((await download).suggestedFilename(), 'Plan of 2027.txt')
  await page.getByRole('checkbox', { name: 'Choose Plan of 2027.txt' }).check()
  await button('Share').click()
  await inDialog('Share').click()
  await page.getByText('Shared. Pass this link on.').waitFor()
  await checkAccessibility(page)
  await inDialog('Done').click()
  await page.getByRole('tab', { name: 'Shares', selected: true }).waitFor()
  await page.getByText('Anyone with the link').waitFor()
  await visit('/desk/files')
  await button('Actions for Contracts').click()
  await item('Delete')
  await inDialog('Delete').click()
  await page.getByText('Contracts was deleted.').waitFor()
  assert.equal(await page.getByRole('link', { name: 'Contracts' }).count(), 0)
})

test('files are asked for, and the request is withdrawn', async () => {
  await visit('/desk/files/requests')
  await button('Ask for files').first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Name' }).first().fill('Insurance papers')
  await dialog.getByRole('group', { name: 'File 1' }).getByRole('textbox', { name: 'Name' }).fill('Policy')
  await inDialog('One more file').click()
  await inDialog('Ask').click()
  await dialog.getByText('This is needed.').waitFor()
  await inDialog('Remove file 2').click()
  await inDialog('Ask').click()
  await page.getByRole('dialog', { name: 'Insurance papers' }).getByText('0 of 1 received').waitFor()
  await checkAccessibility(page)
  await button('Withdraw').click()
  await page
    .getByRole('dialog', { name: /Withdraw/ })
    .getByRole('button', { name: 'Withdraw' })
    .click()
  await page.getByText('Nothing was asked for yet').waitFor()
})

test('an agreement is signed for the company, a signer is reminded, and it is withdrawn', async () => {
  await visit('/desk/agreements')
  await button('New agreement').first().click()
  await inDialog('Sign and invite').click()
  await page.getByRole('dialog').getByText('This is needed.').first().waitFor()
  await field('Name').fill('Winter storage')
  await page.locator('input[type=file]').setInputFiles({
    name: 'contract.pdf',
    mimeType: 'application/pdf',
    buffer: await aPdf(),
  })
  await field('First name').fill('Dirk Jan')
  await field('Last name').fill('Bakker')
  await field('E-mail address').fill('dj.bakker@example.com')
  await checkAccessibility(page)
  await inDialog('Sign and invite').click()
  await heading('Winter storage')
  const download = page.waitForEvent('download')
  await button('Download contract.pdf').click()
  assert.equal((await download).suggestedFilename(), 'contract.pdf')
  await button('Remind Dirk Jan Bakker').click()
  await inDialog('Remind').click()
  await page.getByText('Dirk Jan Bakker is e-mailed the link again.').waitFor()
  await visit('/desk/agreements')
  await page.getByText('0 of 1 signed').waitFor()
  await page.getByRole('link', { name: 'Winter storage' }).click()
  await button('Withdraw').click()
  await inDialog('Withdraw').click()
  await page.getByText('No agreements yet').waitFor()
})

test('who may only read sees nothing to change; what the plan lacks is said kindly', async () => {
  const reader = await running.person({ session: (await aColleague(tenant, 'read_only')).token })
  for (const [path, title] of [
    ['customers', 'New customer'],
    ['groups', 'New group'],
    ['offers', 'New offer'],
    ['appointments', 'New appointment'],
    ['agreements', 'New agreement'],
    ['files', 'New folder'],
  ] as const) {
    await reader.visit(`/desk/${path}`)
    assert.equal(await reader.page.getByRole('button', { name: title }).count(), 0, path)
  }
  const small = await running.tenant({ plan: 'basic' })
  const owner = await running.person({ session: (await aColleague(small)).token })
  for (const path of ['offers', 'appointments', 'agreements', 'files']) {
    await owner.visit(`/desk/${path}`)
    await owner.page.getByText('Not in your plan').waitFor()
  }
  await settle(owner.page)
  await checkAccessibility(owner.page)
})
