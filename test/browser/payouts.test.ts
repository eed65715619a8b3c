import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fetchPayouts } from '../../server/domain/payouts/fetch-payouts.ts'
import type { Tenant } from '../support/app.ts'
import {
  checkAccessibility,
  desk,
  lookAt,
  phone,
  shot,
  startBrowserApp,
  type BrowserApp,
} from '../support/browser.ts'
import { fakeConnectors } from '../support/connectors.ts'
import { aPaidPayment, connectMollie } from '../support/payments.ts'
import { aColleague, type Staff } from '../support/staff.ts'

let running: BrowserApp
let services: Awaited<ReturnType<typeof fakeConnectors>>
let club: Tenant
let owner: Staff
before(async () => {
  services = await fakeConnectors()
  running = await startBrowserApp({ connectors: services.connectors })
  club = await running.tenant({ name: 'Hockeyclub De Kraanvogels', timeZone: 'Europe/Amsterdam' })
  owner = await aColleague(club, 'owner')
  await connectMollie(running, club, services.mollie)
})
after(async () => {
  await running.close()
  await services.stop()
})

const look = () => fetchPayouts(club.ctx(), running.payments)

/** Three transfers of Mollie, the last of which holds more than is explained, and a payment that waits. */
async function someWeeks(): Promise<void> {
  const { mollie } = services
  const paid = async (cents: number) => (await aPaidPayment(running, club, mollie, cents)).providerId
  for (let i = 0; i < 6; i += 1) await paid(4_500 + i * 1_250)
  mollie.settle()
  const back = await paid(9_000)
  mollie.refund(back, 2_500)
  mollie.chargeBack(await paid(6_000), 6_000)
  mollie.settle({ status: 'pending' })
  await paid(12_000)
  mollie.sellElsewhere(3_300)
  mollie.settle({ unexplained: -1_500 })
  await paid(7_500)
}

test('an owner lets Mollie tell payouts, and sees what is in each transfer', async () => {
  await someWeeks()
  const { page, visit } = await running.person({ session: owner.token })
  await look()
  await visit('/desk/money/payouts')
  await page.getByText('Mollie does not tell us your payouts yet').waitFor()
  await checkAccessibility(page)
  await shot(page, 'payouts-refused')
  await page.getByRole('link', { name: 'To the connections' }).first().click()
  await page.getByText('We cannot see your payouts yet.').waitFor()
  await page.getByRole('button', { name: 'Show payouts' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill(services.mollie.apiKey)
  await dialog.getByRole('button', { name: 'Connect' }).click()
  await dialog.getByText(/has not the form of one/).waitFor()
  await checkAccessibility(page)
  await dialog.getByRole('textbox').fill(services.mollie.accessToken)
  await dialog.getByRole('button', { name: 'Connect' }).click()
  await page.getByText('We can see your payouts.').waitFor()

  await page.goto(`${running.url}/desk/money/payouts`)
  await page.getByText('Mollie is being asked…').waitFor()
  // The job, as the worker would do it.
  await look()
  const list = page.getByRole('table', { name: 'Payouts' })
  await list.getByRole('link', { name: '1234567.2611.03' }).waitFor()
  await page.getByText('Last asked:').waitFor()
  await list.getByRole('row', { name: /2611\.03 .*€15\.00 unexplained/ }).waitFor()
  await list.getByRole('row', { name: /2611\.02 On its way/ }).waitFor()
  const waiting = page.getByRole('region', { name: 'Paid, and not paid out yet' })
  await waiting.getByText('3 payments, €225.00.').waitFor()
  await waiting.getByRole('link', { name: 'On its way' }).first().waitFor()
  await checkAccessibility(page)

  await list.getByRole('link', { name: '1234567.2611.03' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByText('-€15.00 is not explained').waitFor()
  await drawer.getByText('1 entry is about a payment that did not come by Balie.', { exact: false }).waitFor()
  await drawer.getByText('Not by Balie').waitFor()
  await checkAccessibility(page)
  const invoice = drawer.getByRole('table', { name: 'What is in it' }).getByRole('link').first()
  assert.match((await invoice.getAttribute('href'))!, /^\/desk\/invoices\/inv_/)
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'hidden' })
  assert.equal(new URL(page.url()).searchParams.get('payout'), null)
})

test('whoever looks now sees what came, and who may only read is not asked to', async () => {
  const { page, visit } = await running.person({ session: (await aColleague(club, 'treasurer')).token })
  await visit('/desk/money/payouts')
  await page.getByRole('button', { name: 'Look now' }).click()
  await page.getByText('Mollie is being asked…').waitFor()
  services.mollie.settle()
  await look()
  await page.getByRole('link', { name: '1234567.2611.04' }).waitFor()
  const reader = await running.person({ session: (await aColleague(club, 'read_only')).token })
  await reader.visit('/desk/money/payouts')
  await reader.page.getByRole('link', { name: '1234567.2611.04' }).waitFor()
  assert.equal(await reader.page.getByRole('button', { name: 'Look now' }).count(), 0)
})

test('the payouts as they are seen', async () => {
  await lookAt(running, '/desk/money/payouts', 'payouts', { session: owner.token })
  await lookAt(running, '/desk/settings/connections', 'connections-mollie', { session: owner.token })
})

test('one payout as it is seen', async () => {
  for (const [size, viewport] of Object.entries({ phone, desk }))
    for (const dark of [false, true]) {
      const { page, context, visit } = await running.person({ session: owner.token, viewport, dark })
      await visit('/desk/money/payouts')
      await page.getByRole('link', { name: '1234567.2611.03' }).first().click()
      await page.getByRole('dialog').getByText('What is in it').first().waitFor()
      await page.getByRole('dialog').getByText('Not by Balie').waitFor()
      await checkAccessibility(page)
      await shot(page, `payout-${size}-${dark ? 'dark' : 'light'}`)
      await context.close()
    }
})
