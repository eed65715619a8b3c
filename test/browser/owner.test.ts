import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createCompany } from '../../server/domain/companies/create-company.ts'
import { inviteColleague, invitationPage } from '../../server/domain/staff/invite-colleague.ts'
import type { Ctx } from '../../server/kernel/context.ts'
import { checkAccessibility, shot, startBrowserApp, type BrowserApp } from '../support/browser.ts'
import { startReceiver, type Receiver } from '../support/receiver.ts'
import { startDeliveries } from '../support/webhooks.ts'

let running: BrowserApp
let receiver: Receiver
let deliveries: { stop(): Promise<void> }
before(async () => {
  running = await startBrowserApp()
  receiver = await startReceiver()
  deliveries = await startDeliveries(running)
})
after(async () => {
  await deliveries.stop()
  await running.close()
  await receiver.close()
})

test('an owner sets up from an empty system', async () => {
  // What `balie companies create` and `balie users create` do.
  const { sql } = running.database
  const actor = { kind: 'operator', id: 'cli', permissions: 'all' } as const
  const company = await createCompany(sql, actor, running.clock.now(), {
    name: 'Hockeyclub De Kraanvogels',
    email: 'penning@example.com',
    locale: 'en',
  })
  const ctx: Ctx = { sql, company, actor, now: running.clock.now() }
  const { token } = await inviteColleague(ctx, { email: 'olga@example.com', role: 'owner' }, undefined)

  const { page, visit } = await running.person()
  const seen = async (name: string) => {
    await checkAccessibility(page)
    await shot(page, `owner-${name}`)
  }
  await visit(invitationPage(token))
  await page.getByLabel('Name').fill('Olga Owner')
  await page.getByLabel('Password', { exact: true }).fill('tien paarse fietsen')
  await seen('1-invitation')
  await page.getByRole('button', { name: 'Make the account and join' }).click()
  await page.waitForURL('**/desk')
  // The page before is shown until this one is there.
  await page.getByRole('link', { name: 'Today' }).waitFor()
  await seen('2-desk')

  await visit('/desk/settings/company')
  await page.getByLabel('Street and number').fill('Sportlaan 1')
  await page.getByLabel('IBAN').fill('NL91ABNA0417164300')
  await seen('3-company')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved', { exact: true }).waitFor()

  await visit('/desk/settings')
  await seen('4-settings')
  await page.getByRole('link', { name: /API keys/ }).click()
  await page.getByRole('button', { name: 'New key' }).click()
  await page.getByLabel('Name').fill('Website')
  await page.getByRole('radio', { name: 'Everything' }).check()
  await page.getByRole('button', { name: 'Make the key' }).click()
  const made = page.getByRole('dialog', { name: 'Your new key' })
  const key = await made.locator('code, pre').first().innerText()
  await seen('5-key')
  await made.getByRole('button', { name: 'I have copied it' }).click()
  const created = await fetch(`${running.url}/v1/customers`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      companyName: 'Bakkerij Jansen',
      address: 'Dorpsstraat 1',
      zipCode: '1234AB',
      city: 'Utrecht',
      countryCode: 'NL',
      primaryEmail: 'jansen@example.com',
    }),
  })
  assert.equal(created.status, 200, await created.clone().text())

  await visit('/desk/settings/webhooks')
  await page.getByRole('button', { name: 'New webhook' }).click()
  await page.getByLabel('Address').fill(`${receiver.url}/hook`)
  await page.getByRole('dialog').getByRole('button', { name: 'New webhook' }).click()
  await page.getByRole('button', { name: 'Send a test event' }).click()
  await receiver.until('/hook', 1, 30_000)
  await page.getByRole('button', { name: 'Details' }).click()
  await page.getByText(/answered 204 in \d+ ms/).waitFor()
  await seen('6-webhook')

  await visit('/desk/settings/users')
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  await page.getByRole('dialog').getByLabel('E-mail address').fill('tom@example.com')
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await page.getByText('tom@example.com').first().waitFor()
  await seen('7-users')

  await visit('/desk/settings/audit')
  const trail = page.getByRole('table', { name: 'Audit trail' })
  await trail.waitFor()
  for (const words of ['Website', 'Sportlaan 1', 'tom@example.com', 'invoice-paid'])
    await trail.getByText(words, { exact: false }).first().waitFor()
  await trail.getByRole('button', { name: 'Olga Owner', exact: true }).first().waitFor()
  await seen('8-audit')
})
