import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Tenant } from '../support/app.ts'
import { checkAccessibility, lookAt, phone, startBrowserApp, type BrowserApp } from '../support/browser.ts'
import { aColleague, PASSWORD } from '../support/staff.ts'

let running: BrowserApp
let tenant: Tenant
before(async () => {
  running = await startBrowserApp()
  tenant = await running.tenant({ name: 'Hockeyclub De Kraanvogels' })
})
after(() => running.close())

test('who is not signed in is asked to, and then is where they wanted to go', async () => {
  const { email, name } = await aColleague(tenant, 'treasurer')
  const { page, visit } = await running.person()
  await visit('/desk')
  assert.equal(new URL(page.url()).searchParams.get('next'), '/desk')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('not this one at all')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/desk')
  await page.getByRole('heading', { level: 1, name: tenant.company.name }).waitFor()
  await page.getByRole('button', { name: `Account of ${name}` }).click()
  await checkAccessibility(page)
  await page.getByRole('menuitem', { name: 'Deutsch' }).click()
  await page.getByRole('menuitem', { name: 'Abmelden' }).click()
  await page.waitForURL('**/sign-in')
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'de')
})

test('the way to another site is not one', async () => {
  const { email } = await aColleague(tenant)
  const { page, visit } = await running.person()
  for (const next of [
    'https://evil.example',
    '//evil.example',
    '/desk@evil.example',
    'javascript:alert(1)',
  ]) {
    await visit(`/sign-in?next=${encodeURIComponent(next)}`)
    await page.getByLabel('E-mail address').fill(email)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.waitForURL(`${running.url}/desk`)
  }
})

test('a phone has the menu behind a button', async () => {
  const { token } = await aColleague(tenant)
  const { page, visit } = await running.person({ session: token, viewport: phone })
  await visit('/desk')
  await page.getByRole('button', { name: 'Menu' }).click()
  await checkAccessibility(page)
})

test('the pages as they are seen', async () => {
  const { token } = await aColleague(tenant)
  await lookAt(running, '/sign-in', 'sign-in')
  await lookAt(running, '/desk', 'desk', { session: token })
})
