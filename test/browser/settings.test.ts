import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { pino } from 'pino'
import { createApiKey } from '../../server/domain/access/create-api-key.ts'
import { startExport } from '../../server/domain/privacy/start-export.ts'
import { startWorker, type Worker } from '../../server/jobs/worker.ts'
import { deliveryOf } from '../../server/mail/out/delivery.ts'
import { testVault, type Tenant } from '../support/app.ts'
import { aCustomer } from '../support/builders.ts'
import { checkAccessibility, lookAt, startBrowserApp, type BrowserApp } from '../support/browser.ts'
import { fakeConnectors } from '../support/connectors.ts'
import { aGrant, anOAuthApp } from '../support/grants.ts'
import { startReceiver, type Receiver } from '../support/receiver.ts'
import { aColleague, type Staff } from '../support/staff.ts'
import { startDeliveries } from '../support/webhooks.ts'

let services: Awaited<ReturnType<typeof fakeConnectors>>
let running: BrowserApp
let worker: Worker
let deliveries: { stop(): Promise<void> }
let receiver: Receiver
let tenant: Tenant
let owner: Staff
before(async () => {
  services = await fakeConnectors()
  running = await startBrowserApp({ connectors: services.connectors })
  const { database, storage, payments, clock, url } = running
  worker = await startWorker(database.url, {
    sql: database.sql,
    vault: testVault,
    storage,
    payments,
    clock,
    log: pino({ level: 'fatal' }),
    mail: deliveryOf({ kind: 'catch' }, () => url),
    counted: () => {},
  })
  deliveries = await startDeliveries(running)
  receiver = await startReceiver()
  tenant = await running.tenant({ name: 'Hockeyclub De Kraanvogels' })
  owner = await aColleague(tenant)
})
after(async () => {
  await deliveries.stop()
  await worker.stop()
  await running.close()
  await receiver.close()
  await services.stop()
})

test('an owner makes a key that works at once, sees it once, and revokes it', async () => {
  const { page, visit } = await running.person({ session: owner.token })
  await visit('/desk/settings')
  await checkAccessibility(page)
  await page.getByRole('link', { name: /API keys/ }).click()
  await page.getByRole('button', { name: 'New key' }).first().click()
  await page.getByLabel('Name').fill('Website')
  await page.getByRole('button', { name: 'Make the key' }).click()
  await page.getByText('Choose at least one.').waitFor()
  await page.getByRole('checkbox', { name: 'Customers: Read' }).check()
  await checkAccessibility(page)
  await page.getByRole('button', { name: 'Make the key' }).click()
  const dialog = page.getByRole('dialog', { name: 'Your new key' })
  const key = await dialog.locator('code, pre').first().innerText()
  await checkAccessibility(page)
  const call = () => fetch(`${running.url}/v1/customers`, { headers: { authorization: `Bearer ${key}` } })
  assert.equal((await call()).status, 200)
  await dialog.getByRole('button', { name: 'I have copied it' }).click()
  assert.equal(await page.getByText(key).count(), 0)
  await page.getByRole('button', { name: 'Revoke Website' }).click()
  const confirm = page.getByRole('dialog', { name: 'Revoke Website' })
  assert.equal(await confirm.getByRole('button', { name: 'Revoke' }).isDisabled(), true)
  await confirm.getByRole('textbox').fill('Website')
  await confirm.getByRole('button', { name: 'Revoke' }).click()
  await page.getByText('The key was revoked.').waitFor()
  assert.equal((await call()).status, 401)
})

test('a webhook is made and tried, and its log says what the other side answered', async () => {
  const { page, visit } = await running.person({ session: owner.token })
  await visit('/desk/settings/webhooks')
  await page.getByRole('button', { name: 'New webhook' }).first().click()
  await page.getByLabel('Address').fill(`${receiver.url}/hook`)
  await page.getByRole('dialog').getByRole('button', { name: 'New webhook' }).click()
  await page.getByRole('heading', { level: 1, name: 'invoice-paid' }).waitFor()
  await page.getByRole('button', { name: 'Send a test event' }).click()
  await page.getByText('Delivered').nth(1).waitFor()
  await page.getByRole('button', { name: 'Details' }).click()
  await page.getByText(/answered 204 in \d+ ms/).waitFor()
  await checkAccessibility(page)
  assert.equal(receiver.received.length, 1)
})

test('connections say what really happened', async () => {
  const { page, visit } = await running.person({ session: owner.token })
  await visit('/desk/settings/connections')
  await page.getByRole('button', { name: 'Connect Mollie' }).click()
  await page.getByLabel('API key of Mollie').fill('test_wrong')
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
  await page.getByText(/Mollie did not accept the API key/).waitFor()
  await checkAccessibility(page)
  await page.getByLabel('API key of Mollie').fill(services.mollie.apiKey)
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
  const card = page.getByRole('region', { name: /Mollie/ })
  await card.getByRole('button', { name: 'Test' }).click()
  await card.getByText('It works, for test payments only. Payers can choose from: iDEAL.').waitFor()
  await page.getByRole('button', { name: 'Send me a test mail' }).click()
  await page.getByText(`The mail server took the mail to ${owner.email}.`, { exact: false }).waitFor()
  await checkAccessibility(page)
})

test('a customer’s data is put together and downloaded, and the customer erased after their name was typed', async () => {
  const customer = await aCustomer(tenant)
  const { page, visit } = await running.person({ session: owner.token })
  await visit('/desk/settings/privacy')
  await page.getByRole('combobox', { name: 'Customer' }).fill(customer.name)
  await page.getByRole('option', { name: new RegExp(customer.name) }).click()
  await page.getByRole('button', { name: 'Put the data together' }).click()
  const download = page.getByRole('button', { name: 'Download' })
  await download.waitFor({ timeout: 60_000 })
  const downloading = page.waitForEvent('download')
  await download.click()
  assert.match((await downloading).suggestedFilename(), /^personal-data-.*\.zip$/)
  await page.getByRole('button', { name: 'Erase…' }).click()
  const dialog = page.getByRole('dialog', { name: `Erase ${customer.name}` })
  await dialog.getByRole('textbox').fill(customer.name)
  await checkAccessibility(page)
  await dialog.getByRole('button', { name: 'Erase for good' }).click()
  await page
    .getByText(/^Erased person/)
    .first()
    .waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: 'What became of it' }).click()
  await page.getByRole('cell', { name: /Contact details/ }).waitFor()
  await checkAccessibility(page)
  await page.getByText(customer.email!).first().waitFor({ state: 'detached' })
})

test('what failed is tried again by one press', async () => {
  const own = await running.tenant({ name: 'Roeivereniging' })
  const customer = await aCustomer(own)
  const ctx = own.ctx()
  // At once: the worker has no time to do it.
  await running.database.sql.begin(async (sql) => {
    const id = await startExport({ ...ctx, sql }, customer.id)
    await sql`update privacy_requests set state = 'failed', error = 'It could not be done.' where id = ${id}`
  })
  const { page, visit } = await running.person({ session: (await aColleague(own)).token })
  await visit('/desk/settings/privacy')
  await page.getByText('It could not be done.').waitFor()
  await checkAccessibility(page)
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('button', { name: 'Download' }).waitFor({ timeout: 60_000 })
})

test('the audit trail tells who did all that, and narrows by a click', async () => {
  const { page, visit } = await running.person({ session: owner.token })
  await visit('/desk/settings/audit')
  await page.getByRole('button', { name: owner.name, exact: true }).first().click()
  await page.waitForURL(/actor=user/)
  await page.getByLabel('Words').fill('Website')
  await page.waitForURL(/q=Website/)
  await page.getByText('name: Website', { exact: false }).first().waitFor()
  await checkAccessibility(page)
  await page.getByRole('button', { name: 'Clear the filters' }).click()
  await page.waitForURL((url) => url.search === '')
})

test('the console runs an example on one’s own data and shows the line for it', async () => {
  const { page, visit } = await running.person({ session: owner.token })
  await visit('/desk/settings/developers')
  await page.getByRole('button', { name: 'Run' }).click()
  await page.getByText(/Answered 200 in \d+ ms/).waitFor()
  await page.getByText(`curl '${running.url}/v1/customers`, { exact: false }).waitFor()
  await checkAccessibility(page)
})

test('who is no owner sees no settings but what is theirs to see', async () => {
  const treasurer = await aColleague(tenant, 'treasurer')
  const { page, visit } = await running.person({ session: treasurer.token })
  await visit('/desk/settings')
  await page.getByRole('link', { name: /Audit trail/ }).waitFor()
  assert.equal(await page.getByRole('link', { name: /API keys/ }).count(), 0)
  await visit('/desk/settings/keys')
  await page.getByText('Your role does not allow this.').waitFor()
})

test('the pages as they are seen where there is nothing yet', async () => {
  const { token } = await aColleague(await running.tenant({ name: 'Tennisclub' }))
  for (const page of ['', '/keys', '/partners', '/webhooks', '/apps', '/privacy'])
    await lookAt(running, `/desk/settings${page}`, `settings-empty${page.replace('/', '-')}`, {
      session: token,
    })
})

test('the pages as they are seen', async () => {
  const full = await running.tenant({ name: 'Tennisclub' })
  const { token } = await aColleague(full)
  await createApiKey(full.ctx(), 'Website', ['customers:read', 'invoices:read', 'tickets:write'])
  await aGrant(full, await anOAuthApp(full))
  await aCustomer(full)
  for (const page of ['keys', 'partners', 'apps', 'connections', 'audit', 'developers'])
    await lookAt(running, `/desk/settings/${page}`, `settings-${page}`, { session: token })
})
