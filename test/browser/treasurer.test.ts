import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { runBulk } from '../../server/domain/invoice-bulks/run-bulk.ts'
import { collect } from '../../server/domain/collection/collect.ts'
import { decodeId, encodeId } from '../../server/api/portal/ids.ts'
import type { Tenant } from '../support/app.ts'
import { checkAccessibility, lookAt, shot, startBrowserApp, type BrowserApp } from '../support/browser.ts'
import { aColleague } from '../support/staff.ts'

let running: BrowserApp
let tenant: Tenant
let session: string
before(async () => {
  running = await startBrowserApp()
  tenant = await running.tenant({ name: 'Hockeyclub De Kraanvogels' })
  session = (await aColleague(tenant, 'treasurer')).token
})
after(() => running.close())

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

interface Member {
  number: string
  firstName: string
  lastName: string
  email: string
  amount: string
  language?: string
}

async function addMember(
  page: Page,
  member: Member,
  next: 'Add an invoice' | 'Add, and another',
): Promise<void> {
  const form = page.getByRole('dialog')
  await form.getByLabel('Invoice number').fill(member.number)
  await form.getByLabel('First name').fill(member.firstName)
  await form.getByLabel('Last name').fill(member.lastName)
  await form.getByLabel('E-mail', { exact: true }).fill(member.email)
  if (member.language) await form.getByLabel('Language of the messages').selectOption(member.language)
  await form.getByLabel('Line 1: description').fill('Membership fee 2026')
  await form.getByLabel('Line 1: amount').fill(member.amount)
  await form.getByRole('button', { name: next, exact: true }).click()
}

test('a treasurer from import to money', async () => {
  const { page, visit } = await running.person({ session })
  await visit('/desk/imports')
  await checkAccessibility(page)
  await button(page, 'New import')
  await page.getByLabel('Title').fill('Membership fees 2026')
  await page.getByRole('dialog').getByRole('button', { name: 'New import' }).click()
  await page.getByRole('heading', { level: 1, name: 'Membership fees 2026' }).waitFor()

  // An invoice that cannot be is said at its field, and what was typed stays.
  await button(page, 'Add an invoice')
  await addMember(
    page,
    { number: '2026-001', firstName: 'Joe', lastName: '', email: 'joe@example.com', amount: '90' },
    'Add, and another',
  )
  await page.getByText('Fill in a last name or an organization.').waitFor()
  await checkAccessibility(page)
  const joe = {
    number: '2026-001',
    firstName: 'Joe',
    lastName: 'Doe',
    email: 'joe@example.com',
    amount: '90',
  }
  await addMember(page, joe, 'Add, and another')
  await page.getByText('Invoice 2026-001 is added.').waitFor()
  const anne = {
    number: '2026-002',
    firstName: 'Anne',
    lastName: 'Blanc',
    email: 'anne@example.com',
    amount: '120.50',
    language: 'fr',
  }
  await addMember(page, anne, 'Add an invoice')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.getByRole('link', { name: '2026-002' }).waitFor()
  await checkAccessibility(page)

  await page.getByRole('tab', { name: /Settings/ }).click()
  await page.getByLabel('Late payment', { exact: true }).fill('7.50')
  await page.getByLabel('Personal note').fill('See you at the club!')
  await checkAccessibility(page)
  await button(page, 'Save and go on')

  // Each member's messages in their language.
  await page.getByText('In the customer’s language: English').waitFor()
  await page.getByRole('combobox', { name: 'Invoice' }).fill('anne')
  await page.getByRole('option', { name: /2026-002/ }).click()
  await page.getByText('In the customer’s language: Français').waitFor()
  const frame = page.frameLocator('iframe').first()
  await frame.getByText('See you at the club!').waitFor()
  await checkAccessibility(page)

  await page.getByRole('tab', { name: /Transmit/ }).click()
  const flow = page.getByRole('table', { name: 'What will be sent' })
  await flow.getByRole('row', { name: /Payment request .* 2 .* €210.50/ }).waitFor()
  await flow.getByRole('row', { name: /Second reminder .* €225.50/ }).waitFor()
  await checkAccessibility(page)
  await button(page, 'Transmit')
  const confirm = page.getByRole('dialog').getByRole('button', { name: 'Transmit' })
  assert.equal(await confirm.isDisabled(), true)
  await page.getByRole('dialog').getByRole('textbox').fill('Membership fees 2026')
  await checkAccessibility(page)
  await confirm.click()
  await page.getByText('0 of 2 paid').waitFor()
  await collect({ sql: running.database.sql, clock: running.clock }, { companyId: tenant.company.companyId })
  await page.getByText(/of 2 sent/).waitFor()
  await checkAccessibility(page)
  await shot(page, 'import-progress')
  const importPath = new URL(page.url()).pathname

  // Joe pays at the test bank.
  const [joes] = await running.database.sql<{ id: string; link_token: string }[]>`
    select id, link_token from invoices where external_number = '2026-001'`
  await memberPays(`/public-invoice/${await v1Of(page, importPath, '2026-001')}/pay/${joes!.link_token}`)

  await visit(importPath)
  await page.getByText('1 of 2 paid').waitFor()
  await visit('/desk/invoices')
  await page.getByRole('link', { name: '2026-001' }).click()
  await page.getByRole('heading', { level: 1, name: 'Invoice 2026-001' }).waitFor()
  const timeline = page.getByRole('region', { name: 'Timeline' })
  await timeline.getByText('Import transmitted').waitFor()
  await timeline.getByText('Invoice paid', { exact: true }).waitFor()
  await checkAccessibility(page)
  await shot(page, 'invoice-paid')
})

/** The invoice's id in an address, as the table links it. */
async function v1Of(page: Page, importPath: string, number: string): Promise<string> {
  await page.goto(`${importPath}?step=invoices`)
  const href = await page.getByRole('link', { name: number }).getAttribute('href')
  return href!.split('/').at(-1)!
}

async function memberPays(link: string): Promise<void> {
  const { page, context } = await running.person()
  await page.goto(link)
  await page.getByRole('button', { name: /pay/i }).first().click()
  await page.waitForURL(/sandbox-bank/)
  await page.getByRole('button', { name: /^pay/i }).first().click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sandbox-bank'))
  await context.close()
}

test('what is chosen in the table is paused, its progress is true, and the view is kept for colleagues', async () => {
  const { page, visit } = await running.person({ session })
  await visit('/desk/invoices')
  await page.getByLabel('State', { exact: true }).selectOption('open')
  await page.getByText('1 invoice', { exact: true }).waitFor()
  await page.getByLabel('Select all that are shown').check()
  await button(page, 'Do')
  await page.getByRole('menuitem', { name: 'Pause' }).click()
  await page.getByLabel('Reason').fill('The board decides')
  await checkAccessibility(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click()
  await page.getByText('0 of 1 done, 0 refused').waitFor()
  const bulk = new URL(page.url()).searchParams.get('bulk')!
  await runBulk(
    { sql: running.database.sql, clock: running.clock },
    { companyId: tenant.company.companyId, bulkId: decodeId('bulk', bulk)! },
  )
  await page.getByText('Finished: 1 of 1 done, 0 refused').waitFor()
  await page.getByText('Paused', { exact: true }).last().waitFor()
  await checkAccessibility(page)
  await shot(page, 'invoices-bulk')

  await button(page, 'Views: actions')
  await page.getByRole('menuitem', { name: 'Keep this view' }).click()
  await page.getByLabel('Name').fill('To watch')
  await page.getByLabel('For all colleagues').check()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByRole('tab', { name: /To watch/ }).waitFor()
  const other = await running.person({ session: (await aColleague(tenant, 'read_only')).token })
  await other.visit('/desk/invoices')
  await other.page.getByRole('tab', { name: /To watch/ }).click()
  await other.page.getByText('1 invoice', { exact: true }).waitFor()
  assert.equal(new URL(other.page.url()).searchParams.get('state'), 'open')
  await checkAccessibility(other.page)
})

test('what is done to one invoice shows at once, and what is wrong is said at its field', async () => {
  const { page, visit } = await running.person({ session })
  await visit('/desk/invoices?q=2026-002')
  await page.getByRole('link', { name: '2026-002' }).click()
  await page.getByText('The board decides').first().waitFor()
  await button(page, 'More')
  await page.getByRole('menuitem', { name: 'Resume' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Resume' }).click()
  await page.getByText('The invoice goes on.').waitFor()
  await button(page, 'Record a payment')
  const dialog = page.getByRole('dialog')
  // Nobody has paid tomorrow: such a day is not taken.
  const paidOn = dialog.getByRole('textbox', { name: 'Paid on' })
  await paidOn.fill('2099-01-01')
  await dialog.getByLabel('Amount').fill('20.50')
  assert.doesNotMatch(await paidOn.inputValue(), /2099/)
  await paidOn.fill('2026-11-20')
  await dialog.getByLabel('Amount').focus()
  assert.equal(await paidOn.inputValue(), '20/11/2026')
  await dialog.getByRole('button', { name: 'Record a payment' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByText('€100.00').first().waitFor()
  await button(page, 'More')
  await page.getByRole('menuitem', { name: 'Correct the recipient' }).click()
  await dialog.getByLabel('E-mail', { exact: true }).fill('nobody')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByText('Fill in an e-mail address', { exact: false }).waitFor()
  await checkAccessibility(page)
  await dialog.getByLabel('E-mail', { exact: true }).fill('anne.blanc@example.com')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByText('anne.blanc@example.com').first().waitFor()
})

/** The pages, once the tests before have left something to see. */
const importPath = async () => {
  const [batch] = await running.database.sql<{ id: string }[]>`
    select id from batches where title = 'Membership fees 2026'`
  return `/desk/imports/${encodeId('import', batch!.id)}`
}
const invoicePath = async () => {
  const [invoice] = await running.database.sql<{ id: string }[]>`
    select id from invoices where external_number = '2026-002'`
  return `/desk/invoices/${encodeId('invoice', invoice!.id)}`
}
const seen: Record<string, () => string | Promise<string>> = {
  invoices: () => '/desk/invoices',
  'invoices-none': () => '/desk/invoices?q=zzzz',
  invoice: invoicePath,
  imports: () => '/desk/imports',
  'import-invoices': async () => `${await importPath()}?step=invoices`,
  'import-settings': async () => `${await importPath()}?step=settings`,
  'import-preview': async () => `${await importPath()}?step=preview`,
  'import-progress': async () => `${await importPath()}?step=progress`,
}
for (const [name, path] of Object.entries(seen))
  test(`as it is seen: ${name}`, async () => lookAt(running, await path(), name, { session }))
