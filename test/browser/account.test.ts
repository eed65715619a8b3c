import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import type { Tenant } from '../support/app.ts'
import { checkAccessibility, lookAt, shot, startBrowserApp, type BrowserApp } from '../support/browser.ts'
import { aColleague, aSession, PASSWORD } from '../support/staff.ts'

let running: BrowserApp
let tenant: Tenant
before(async () => {
  running = await startBrowserApp()
  tenant = await running.tenant({ name: 'Hockeyclub De Kraanvogels' })
})
after(() => running.close())

/** Browsers know passkeys for host names only. */
const byName = () => running.url.replace('127.0.0.1', 'localhost')

async function withAuthenticator(page: Page) {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

async function fillSignIn(page: Page, email: string, password = PASSWORD) {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

const secretMailedTo = async (address: string) => {
  const [mail] = await running.database.sql<{ url: string }[]>`
    select params ->> 'url' as url from mails where to_address = ${address} order by id desc limit 1`
  return mail?.url ?? ''
}

test('a passkey is made with a device, signs in alone, is the second step, and is removed', async () => {
  const { email } = await aColleague(tenant)
  const { page } = await running.person()
  await page.goto(`${byName()}/sign-in`)
  await fillSignIn(page, email)
  await page.waitForURL('**/desk')
  await page.goto(`${byName()}/desk/account`)
  await withAuthenticator(page)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  const dialog = page.getByRole('dialog')
  assert.match(await dialog.getByLabel('Name of the passkey').inputValue(), /^Chrome on /)
  await dialog.getByLabel('Name of the passkey').fill('Laptop')
  await dialog.getByLabel('Present password').fill('not this one at all')
  await dialog.getByRole('button', { name: 'Next' }).click()
  await dialog.getByText('This is not your password.').waitFor()
  await dialog.getByLabel('Present password').fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Next' }).click()
  const codes = dialog.getByRole('listitem')
  await codes.first().waitFor()
  assert.equal(await codes.count(), 10)
  await checkAccessibility(page)
  const download = page.waitForEvent('download')
  await dialog.getByRole('link', { name: 'Keep as a file' }).click()
  assert.equal((await download).suggestedFilename(), 'balie-recovery-codes.txt')
  await dialog.getByRole('button', { name: 'I have kept them' }).click()
  await page.getByText('Laptop').waitFor()
  await checkAccessibility(page)
  await shot(page, 'account-with-passkey')

  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.waitForURL('**/sign-in')
  // The device offers itself among what the browser fills in, or by the button.
  await page
    .getByRole('button', { name: 'Use a passkey' })
    .click()
    .catch(() => undefined)
  await page.waitForURL('**/desk')

  const { page: other } = await running.person()
  await other.goto(`${byName()}/sign-in`)
  await fillSignIn(other, email)
  await other.getByRole('heading', { name: 'One more step' }).waitFor()
  await checkAccessibility(other)
  await shot(other, 'second-step')
  await other.getByLabel('Recovery code').fill('0000-0000-0000-0000')
  await other.getByRole('button', { name: 'Sign in' }).click()
  await other.getByText('This code is not right').waitFor()

  await page.goto(`${byName()}/desk/account`)
  await page.getByRole('button', { name: 'Actions for Laptop' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByLabel('Present password').fill(PASSWORD)
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await page.getByText('The passkey was removed.').waitFor()
  await page.getByText('Laptop').waitFor({ state: 'detached' })
})

test('an authenticator app is switched on by its first code, and asked for from then on', async () => {
  const { email, token } = await aColleague(tenant)
  const { page, visit } = await running.person({ session: token })
  await visit('/desk/account')
  await page.getByRole('button', { name: 'Switch the app on' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Present password').fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Next' }).click()
  await dialog.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor()
  await checkAccessibility(page)
  await shot(page, 'account-app')
  const secret = (await dialog.locator('code').innerText()).replaceAll(' ', '')
  const app = new TOTP({ secret: Secret.fromBase32(secret) })
  const codeNow = () => app.generate({ timestamp: running.clock.now().getTime() })
  await dialog.getByLabel('Code that the app shows now').fill('000000')
  await dialog.getByRole('button', { name: 'Switch the app on' }).click()
  await dialog.getByText('This code is not right').waitFor()
  await dialog.getByLabel('Code that the app shows now').fill(codeNow())
  await dialog.getByRole('button', { name: 'Switch the app on' }).click()
  await dialog.getByRole('button', { name: 'I have kept them' }).click()
  await page.getByText('10 codes left').waitFor()

  running.clock.set(new Date(running.clock.now().getTime() + 60_000).toISOString())
  const { page: other, visit: open } = await running.person()
  await open('/sign-in')
  await fillSignIn(other, email)
  await other.getByLabel('Code').fill(codeNow())
  await other.getByRole('button', { name: 'Sign in' }).click()
  await other.waitForURL('**/desk')
})

test('a forgotten password: the page says the same of whoever asks, and the mailed link sets another', async () => {
  const { email } = await aColleague(tenant)
  const { page, visit } = await running.person()
  const said = []
  for (const address of ['nobody-here@example.com', email]) {
    await visit('/forgotten')
    await page.getByLabel('E-mail address').fill(address)
    await page.getByRole('button', { name: 'Send the link' }).click()
    said.push((await page.getByRole('status').innerText()).replace(address, ''))
  }
  assert.equal(new Set(said).size, 1)
  await checkAccessibility(page)
  await visit(await secretMailedTo(email))
  assert.equal(new URL(page.url()).hash, '', 'the secret has left the address')
  await page.getByLabel('New password').fill('kort')
  await page.getByRole('button', { name: 'Set the password' }).click()
  await page.getByText('At least 12 characters.').waitFor()
  await page.getByLabel('New password').fill('welkomwelkom1')
  await page.getByRole('button', { name: 'Set the password' }).click()
  await page.getByText('easily guessed').waitFor()
  await page.getByLabel('New password').fill('elf groene kikkers')
  await page.getByRole('button', { name: 'Set the password' }).click()
  await page.waitForURL('**/sign-in')
  await fillSignIn(page, email, 'elf groene kikkers')
  await page.waitForURL('**/desk')
})

test('who is wrong about an account or a password reads the same', async () => {
  const { email } = await aColleague(tenant)
  const { page, visit } = await running.person()
  const said = []
  for (const address of [email, 'nobody-here@example.com']) {
    await visit('/sign-in')
    await fillSignIn(page, address, 'not this one at all')
    said.push(await page.getByRole('alert').innerText())
  }
  assert.equal(new Set(said).size, 1)
})

test('an invitation makes an account and is at work; who has one joins with it', async () => {
  const owner = await aColleague(tenant)
  await running.app.inject({
    method: 'POST',
    url: '/api/portal/staff/invitations',
    headers: { cookie: `balie=${owner.token}`, 'x-balie': '1' },
    payload: { email: 'nora@example.com', role: 'support' },
  })
  const link = await secretMailedTo('nora@example.com')
  const { page, visit } = await running.person()
  await visit(link)
  await page.getByRole('heading', { name: 'Join Hockeyclub De Kraanvogels' }).waitFor()
  await checkAccessibility(page)
  await shot(page, 'invitation')
  await page.getByLabel('Name').fill('Nora de Wit')
  await page.getByLabel('Password', { exact: true }).fill('zeven rode tulpen')
  await page.getByRole('button', { name: 'Make the account and join' }).click()
  await page.waitForURL('**/desk')
  await page.getByRole('button', { name: 'Account of Nora de Wit' }).waitFor()
  await visit(link)
  await page.getByText('no longer good').waitFor()
})

test('another device is signed out from here, and then is', async () => {
  const me = await aColleague(tenant)
  const elsewhere = await aSession(tenant, me.userId)
  const here = await running.person({ session: me.token })
  const there = await running.person({ session: elsewhere })
  await there.visit('/desk/account')
  await here.visit('/desk/account')
  await here.page.getByRole('button', { name: /^Sign out / }).click()
  await here.page.getByText('That device was signed out.').waitFor()
  await there.page.goto('/desk')
  await there.page.waitForURL('**/sign-in*')
})

test('the pages as they are seen', async () => {
  const { token } = await aColleague(tenant)
  await lookAt(running, '/sign-in', 'sign-in')
  await lookAt(running, '/forgotten', 'forgotten')
  await lookAt(running, '/reset-password#aaaa', 'reset-password')
  await lookAt(running, '/invitation', 'invitation-stale')
  await lookAt(running, '/desk/account', 'account', { session: token })
})
