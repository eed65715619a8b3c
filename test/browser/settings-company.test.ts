import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Tenant } from '../support/app.ts'
import { anInvoice } from '../support/builders.ts'
import {
  checkAccessibility,
  lookAt,
  phone,
  shot,
  startBrowserApp,
  type BrowserApp,
} from '../support/browser.ts'
import { aPng } from '../support/png.ts'
import { aColleague } from '../support/staff.ts'

let running: BrowserApp
let tenant: Tenant
before(async () => {
  running = await startBrowserApp()
  tenant = await running.tenant({ name: 'Hockeyclub De Kraanvogels' })
})
after(() => running.close())

test('an owner says who the company is and where it is paid; what cannot be is said at its field', async () => {
  const own = await running.tenant({ name: 'Tennisclub Oost' })
  const { token } = await aColleague(own)
  const { page, visit } = await running.person({ session: token })
  await visit('/desk/settings/company')
  await page.getByLabel('IBAN').fill('NL92 ABNA 0417 1643 00')
  await page.getByLabel('Street and number').fill('Sportlaan 1')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('This is not an IBAN').waitFor()
  await checkAccessibility(page)
  await page.getByLabel('IBAN').fill('nl91abna0417164300')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved', { exact: true }).waitFor()
  assert.equal(await page.getByLabel('IBAN').inputValue(), 'NL91 ABNA 0417 1643 00')
  await visit('/desk/settings/company')
  assert.equal(await page.getByLabel('Street and number').inputValue(), 'Sportlaan 1')
})

test('who reads Dutch is told in Dutch what cannot be, at its field', async () => {
  const own = await running.tenant({ name: 'Tennisclub Zuid', locale: 'nl' })
  const { token } = await aColleague(own)
  const { page, visit } = await running.person({ session: token, locale: 'nl-NL', viewport: phone })
  await visit('/desk/settings/company')
  await page.getByLabel('IBAN').fill('NL92 ABNA 0417 1643 00')
  await page.getByRole('button', { name: 'Opslaan' }).click()
  await page.getByText('Dit is geen IBAN. Vergelijk het met uw bank.').waitFor()
  assert.ok(await page.getByLabel('IBAN').evaluate((input) => input === document.activeElement))
  await checkAccessibility(page)
  await shot(page, 'refused-field-nl')
})

test('logo and colours are seen before they are saved, and then on an invoice’s page', async () => {
  const own = await running.tenant({ name: 'Tennisclub West' })
  const { token } = await aColleague(own)
  const { page, visit } = await running.person({ session: token })
  await visit('/desk/settings/look')
  await page.getByLabel('Buttons and links').fill('#ffd43b')
  await page.getByLabel('Band behind name and logo').fill('#212529')
  await page.locator('figure').first().getByText('Tennisclub West').first().waitFor()
  const button = page.locator('figure').first().getByText('Pay now')
  await page.waitForFunction(
    (element) => element && getComputedStyle(element).backgroundColor === 'rgb(255, 212, 59)',
    await button.elementHandle(),
  )
  assert.equal(await button.evaluate((element) => getComputedStyle(element).color), 'rgb(0, 0, 0)')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: aPng(1200, 400) })
  await page.getByText('The logo is in use from now on.').waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved', { exact: true }).waitFor()
  await checkAccessibility(page)
  await shot(page, 'settings-look-chosen')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') })
  await page.getByText('This is not a picture that can be used').waitFor()
  const { invoice, v1 } = await anInvoice(own)
  await lookAt(running, `/public-invoice/${v1}/pay/${invoice.linkToken}`, 'public-invoice-look')
})

test('an owner invites, gives another role, removes; the last owner stays', async () => {
  const own = await running.tenant({ name: 'Tennisclub Noord' })
  const { token, name } = await aColleague(own)
  const support = await aColleague(own, 'support')
  const { page, visit } = await running.person({ session: token })
  await visit('/desk/settings/users')
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('E-mail address').fill('nobody')
  await dialog.getByRole('button', { name: 'Send the invitation' }).click()
  await dialog.getByText('Fill in an e-mail address').waitFor()
  await dialog.getByLabel('E-mail address').fill('nora@example.com')
  await dialog.getByLabel('Treasurer').check()
  await checkAccessibility(page)
  await shot(page, 'settings-invite')
  await dialog.getByRole('button', { name: 'Send the invitation' }).click()
  await page.getByText('An invitation is on its way to nora@example.com.').waitFor()
  await page.getByRole('button', { name: 'Actions for nora@example.com' }).click()
  await page.getByRole('menuitem', { name: 'Take back' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click()
  await page.getByRole('heading', { name: 'Open invitations' }).waitFor({ state: 'detached' })

  await page.getByRole('button', { name: `Actions for ${name}` }).click()
  await page.getByRole('menuitem', { name: 'Change the role' }).click()
  await dialog.getByLabel('Read only').check()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByText('keeps at least one owner').waitFor()
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  await page.getByRole('button', { name: `Actions for ${support.name}` }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await checkAccessibility(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await page.getByText(`${support.name} was removed.`).waitFor()
})

test('who may not change sees all of it and no way to', async () => {
  const { token } = await aColleague(tenant, 'treasurer')
  const { page, visit } = await running.person({ session: token })
  for (const path of ['company', 'look', 'users']) {
    await visit(`/desk/settings/${path}`)
    await page.getByText('An owner of the company may change it.').waitFor()
    assert.equal(await page.getByRole('button', { name: /Save|Invite|Choose|Actions/ }).count(), 0, path)
    await checkAccessibility(page)
  }
})

test('the pages as they are seen', async () => {
  await running.database.sql`
    insert into plans (name, features, monthly_price_cents) values ('club', '{ticketing,files}', 1250)`
  const club = await running.tenant({ name: 'Hockeyclub De Kraanvogels', plan: 'club' })
  const { token } = await aColleague(club)
  await aColleague(club, 'treasurer')
  await aColleague(club, 'read_only')
  await running.app.inject({
    method: 'POST',
    url: '/api/portal/staff/invitations',
    headers: { cookie: `balie=${token}`, 'x-balie': '1' },
    payload: { email: 'nora@example.com', role: 'support' },
  })
  for (const page of ['company', 'look', 'users', 'plan'])
    await lookAt(running, `/desk/settings/${page}`, `settings-${page}`, { session: token })
})
