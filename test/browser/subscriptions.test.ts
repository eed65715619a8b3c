import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { encodeId } from '../../server/api/mijnklantportaal/ids.ts'
import type { Tenant } from '../support/app.ts'
import { checkAccessibility, lookAt, startBrowserApp, type BrowserApp } from '../support/browser.ts'
import { aCustomer } from '../support/builders.ts'
import { aColleague } from '../support/staff.ts'

let running: BrowserApp
let tenant: Tenant
let session: string
let customerName: string
let customerId: string
before(async () => {
  running = await startBrowserApp({ clock: { now: () => new Date() } })
  tenant = await running.tenant({ name: 'Zwembad De Golf' })
  session = (await aColleague(tenant, 'treasurer')).token
  const customer = await aCustomer(tenant)
  customerName = customer.name
  customerId = encodeId('customer', customer.id)
})
after(() => running.close())

async function pick(page: Page, label: string): Promise<void> {
  await page.getByRole('dialog').getByRole('textbox', { name: label }).click()
  await page.getByRole('option', { name: customerName }).click()
}

test('a payment link is made, handed out, and closed', async () => {
  const { page, visit } = await running.person({ session })
  await visit('/desk/payment-links')
  await page.getByRole('heading', { name: 'No payment links yet' }).waitFor()
  await page.getByRole('button', { name: 'New payment link' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: 'New payment link' }).click()
  await form.getByText('This is needed.').waitFor()
  await form.getByLabel('Description').fill('Toernooi')
  await form.getByLabel('Amount').fill('12.5')
  await checkAccessibility(page)
  await form.getByRole('button', { name: 'New payment link' }).click()
  const drawer = page.getByRole('dialog', { name: 'Payment link' })
  assert.match(await drawer.getByLabel('Link for the payer').inputValue(), /\/payment-link\//)
  await drawer.getByText('€12.50').waitFor()
  await checkAccessibility(page)
  await drawer.getByRole('button', { name: 'Close this link' }).click()
  await page
    .getByRole('dialog', { name: 'Close this link' })
    .getByRole('button', { name: 'Close this link' })
    .click()
  await drawer.getByText('Closed', { exact: true }).waitFor()
  await lookAt(running, '/desk/payment-links', 'payment-links', { session })
})

test('a punch card is made, issued and stamped, never below what is left', async () => {
  const { page, visit } = await running.person({ session })
  await visit('/desk/punch-cards')
  await page.getByRole('button', { name: 'New punch card' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Name').fill('Tien banen')
  await form.getByLabel('Of what').fill('uren')
  await form.getByLabel('Sell this card').click()
  await form.getByLabel('Price with VAT').fill('90')
  await checkAccessibility(page)
  await form.getByRole('button', { name: 'New punch card' }).click()
  await page.getByRole('heading', { level: 1, name: 'Tien banen' }).waitFor()
  await page.getByRole('button', { name: 'Issue a card' }).first().click()
  await pick(page, 'Customer')
  await page.getByRole('dialog').getByRole('button', { name: 'Give it' }).click()
  await page.getByText('10 of 10 left').waitFor()
  await page.getByRole('button', { name: `Stamp: ${customerName}` }).click()
  const stamps = page.getByRole('dialog').getByLabel('Stamps (uren)')
  await stamps.fill('11')
  await page.getByRole('dialog').getByRole('button', { name: 'Stamp' }).click()
  await page.getByText('Between 1 and 10.').waitFor()
  await stamps.fill('3')
  await page.getByRole('dialog').getByRole('button', { name: 'Stamp' }).click()
  await page.getByText('7 of 10 left', { exact: true }).waitFor()
  await lookAt(running, new URL(page.url()).pathname, 'punch-card', { session })
  await lookAt(running, '/desk/punch-cards', 'punch-cards', { session })
})

test('a package is made, a customer signs up for it, and the subscription is terminated', async () => {
  const { page, visit } = await running.person({ session })
  await visit('/desk/packages')
  await page.getByRole('button', { name: 'New package' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Name').fill('Volwassenen')
  await form.getByLabel('Amount with VAT').fill('24')
  await checkAccessibility(page)
  await form.getByRole('button', { name: 'New package' }).click()
  await page.getByRole('button', { name: 'Sign up: Volwassenen' }).click()
  await pick(page, 'Customer')
  await checkAccessibility(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Sign up' }).click()
  const drawer = page.getByRole('dialog', { name: 'Subscription' })
  await drawer.getByText('€24.00').waitFor()
  await drawer.getByRole('button', { name: 'Terminate' }).click()
  const ending = page.getByRole('dialog', { name: 'Terminate' })
  await checkAccessibility(page)
  await ending.getByRole('button', { name: 'Terminate' }).click()
  await drawer.getByText('Terminated', { exact: true }).waitFor()
  await lookAt(running, `/desk/subscriptions?customer=${customerId}`, 'subscriptions', { session })
  await lookAt(running, '/desk/packages', 'packages', { session })
})

test('who may only read sees no button to change anything', async () => {
  const { token } = await aColleague(tenant, 'read_only')
  const { page, visit } = await running.person({ session: token })
  for (const path of ['/desk/payment-links', '/desk/punch-cards', '/desk/subscriptions', '/desk/packages']) {
    await visit(path)
    assert.equal(await page.getByRole('button', { name: /^(New|Sign up|Issue)/ }).count(), 0, path)
  }
})
