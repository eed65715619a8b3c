import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { connectSms } from '../../server/domain/sms/connect-sms.ts'
import { testVault, type Tenant } from '../support/app.ts'
import {
  checkAccessibility,
  phone,
  settle,
  shot,
  startBrowserApp,
  type BrowserApp,
} from '../support/browser.ts'
import { PDF } from '../support/forms.ts'
import { aFullMember, anInvoiceOf, anOfferTo } from '../support/full-member.ts'
import { linkMailed, mailsTo, openSession, pageHeaders } from '../support/members.ts'
import { aColleague } from '../support/staff.ts'

let running: BrowserApp
let tenant: Tenant
before(async () => {
  running = await startBrowserApp()
  tenant = await running.tenant({ name: 'Hockeyclub De Vecht' })
})
after(() => running.close())

test('a customer signs in by a mailed link, which works once; whoever is unknown is told the same', async () => {
  const { customer, home } = await aFullMember(tenant)
  const { page, visit } = await running.person({ viewport: phone })
  for (const email of ['nobody@example.com', customer.email!]) {
    await visit(home)
    await page.getByLabel('E-mail address').fill(email)
    await page.getByRole('button', { name: 'Mail me a link' }).click()
    await page.getByText(`If Hockeyclub De Vecht knows ${email}`).waitFor()
    await checkAccessibility(page)
  }
  await shot(page, 'my-link-sent')
  assert.equal(await linkMailed(running, 'nobody@example.com'), undefined)
  const secret = (await linkMailed(running, customer.email!))!
  await visit(`${home}#${secret}`)
  await checkAccessibility(page)
  await shot(page, 'my-link-opened')
  await page.getByRole('button', { name: 'Go to my page' }).click()
  await page.getByRole('heading', { level: 1, name: `Welcome, ${customer.name}` }).waitFor()
  assert.ok(!page.url().includes('#'), 'the secret is gone from the address')
  assert.match(await page.title(), /Hockeyclub De Vecht/)
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'balie-my')!
  assert.deepEqual([cookie.httpOnly, cookie.sameSite], [true, 'Lax'])

  const other = await running.person({ viewport: phone })
  await other.visit(`${home}#${secret}`)
  await other.page.getByRole('button', { name: 'Go to my page' }).click()
  await other.page.getByText('It was used already, or is too old.').waitFor()
  await checkAccessibility(other.page)
  await shot(other.page, 'my-link-used')
  await other.page.getByRole('button', { name: 'Ask for a new link' }).click()
  await other.page.getByLabel('E-mail address').waitFor()

  await page.getByRole('button', { name: 'Language and appearance' }).click()
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click()
  await page.getByRole('button', { name: 'Mail me a link' }).waitFor()
  assert.ok(!(await page.context().cookies()).some(({ name, value }) => name === 'balie-my' && value !== ''))
})

test('a customer accepts an offer with a drawn signature, another with a written one, and rejects the third', async () => {
  const { home, session, customer, paths } = await aFullMember(tenant)
  for (const number of ['O-2026-8', 'O-2026-9']) await anOfferTo(tenant, customer.id, number)
  const { page, visit } = await running.person({ viewport: phone, member: session })
  await visit(home)
  await page.getByRole('link', { name: '3 offers wait for your answer' }).click()
  await page.getByRole('link', { name: 'O-2026-8' }).click()
  const accept = page.getByRole('button', { name: 'Sign and accept' })
  await accept.waitFor()
  assert.ok(await accept.isDisabled(), 'first the signature')
  await page.getByRole('img', { name: 'Your signature' }).scrollIntoViewIfNeeded()
  const pad = (await page.getByRole('img', { name: 'Your signature' }).boundingBox())!
  await page.mouse.move(pad.x + 40, pad.y + 60)
  await page.mouse.down()
  for (let x = 50; x < 220; x += 10) await page.mouse.move(pad.x + x, pad.y + 50 + 20 * Math.sin(x / 12))
  await page.mouse.up()
  await checkAccessibility(page)
  await shot(page, 'my-offer-signed')
  await accept.click()
  await page.getByText('You have accepted this offer').waitFor()
  await checkAccessibility(page)
  await shot(page, 'my-offer-accepted')

  await visit(home + paths.offer)
  await page.getByRole('button', { name: 'Write my name' }).click()
  await accept.click()
  await page.getByText('You have accepted this offer').waitFor()

  await visit(`${home}/offers`)
  await page.getByRole('link', { name: 'O-2026-9' }).click()
  await page.getByRole('button', { name: 'Reject' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('The offer is closed then.').waitFor()
  await checkAccessibility(page)
  await dialog.getByRole('button', { name: 'Reject' }).click()
  await page.getByText('You have rejected this offer.').waitFor()
  await visit(`${home}/offers`)
  const states = ['Accepted', 'Accepted', 'Rejected']
  for (const state of new Set(states))
    assert.equal(
      await page.getByText(state, { exact: true }).count(),
      states.filter((one) => one === state).length,
    )
})

test('a customer downloads what was shared, never as a page, and sends what is asked for', async () => {
  const { home, session, paths } = await aFullMember(tenant)
  const { page, visit } = await running.person({ viewport: phone, member: session })
  await visit(home + paths.share)
  for (const [name, content] of [
    ['rules.html', '<script>alert(1)</script>'],
    ['calendar.txt', 'the calendar'],
  ] as const) {
    const link = page.getByRole('link', { name })
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    assert.equal(await readFile(await download.path(), 'utf8'), content)
    const answered = await page.request.get((await link.getAttribute('href'))!)
    const headers = answered.headers()
    assert.doesNotMatch(headers['content-type']!, /html/)
    assert.match(headers['content-disposition']!, /^attachment/)
    assert.equal(headers['x-content-type-options'], 'nosniff')
  }
  await visit(home)
  await page.getByRole('link', { name: 'You are asked for files' }).click()
  await page.getByRole('link', { name: 'Photo' }).click()
  await page.getByText('For your membership card.').waitFor()
  const choose = async (content: Buffer) => {
    const button = page.getByRole('button', { name: /Choose a file/ })
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()])
    await chooser.setFiles({ name: 'me.txt', mimeType: 'text/plain', buffer: content })
  }
  await choose(Buffer.alloc(200 * 1024))
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByText('The file is too large').waitFor()
  await checkAccessibility(page)
  await visit(home + paths.request)
  await choose(Buffer.from('me'))
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByText('has all that was needed').waitFor()
  await checkAccessibility(page)
  await shot(page, 'my-file-sent')
})

test('a customer pays from their own page, comes back to it, and finds the payment in the history', async () => {
  const { home, session, paths } = await aFullMember(tenant)
  const { page, visit } = await running.person({ viewport: phone, member: session })
  await visit(home)
  await page.getByRole('link', { name: 'See and pay' }).click()
  await page.getByRole('link', { name: '2026-0042' }).click()
  await page.getByRole('button', { name: 'Pay now' }).click()
  await page.waitForURL(/sandbox-bank/)
  await checkAccessibility(page)
  await page.getByRole('button').first().click()
  await page.waitForURL(new RegExp(home + paths.invoice))
  await page.getByText('The payment was successful').waitFor()
  await page.getByText('Nothing is left to pay.').waitFor()
  await checkAccessibility(page)
  await shot(page, 'my-invoice-paid')
  await visit(`${home}/payments`)
  assert.equal(await page.getByText('260.00').count(), 2)
})

test('a customer asks with a file, about an invoice and about anything, and reads the answer', async () => {
  const { home, session, paths } = await aFullMember(tenant)
  const { page, visit } = await running.person({ viewport: phone, member: session })
  const attach = (name: string) =>
    page.locator('input[type=file]').setInputFiles({
      name,
      mimeType: 'application/pdf',
      buffer: Buffer.from(PDF),
    })
  await visit(home + paths.invoice)
  await page.getByLabel('Your question').fill('I paid this in cash. See the receipt.')
  await attach('receipt.pdf')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByText('I paid this in cash.').first().waitFor()
  await page.getByRole('link', { name: 'receipt.pdf' }).waitFor()
  await checkAccessibility(page)

  await visit(`${home}/conversations`)
  await page.getByRole('button', { name: 'Ask a question' }).click()
  await page.getByLabel('Subject').fill('The new season')
  await page.getByLabel('Your message').fill('When does it begin?')
  await attach('question.pdf')
  await checkAccessibility(page)
  await shot(page, 'my-ask')
  await page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'The new season' }).waitFor()
  const owner = await aColleague(tenant)
  const headers = { cookie: `balie=${owner.token}`, ...pageHeaders }
  const inbox = await running.app.inject({ url: '/api/portal/inbox?box=unanswered', headers })
  const asked = inbox.json().data.find(({ title }: { title: string }) => title === 'The new season')
  const answered = await running.app.inject({
    method: 'POST',
    url: `/api/portal/inbox/${asked.id}/messages`,
    headers,
    payload: { message: 'On the first of September.' },
  })
  assert.ok(answered.statusCode < 300, answered.body)
  await page.reload()
  await page.getByText('On the first of September.').waitFor()
  await settle(page)
  await checkAccessibility(page)
  await shot(page, 'my-conversation')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'question.pdf' }).click(),
  ])
  assert.equal(await readFile(await download.path(), 'latin1'), PDF)
})

test('a customer corrects address, number and e-mail, each confirmed where it goes', async () => {
  const own = await running.tenant({ name: 'Tennisclub Oost' })
  await connectSms(own.ctx(), testVault, {
    provider: 'messagebird',
    baseUrl: 'http://127.0.0.1:9',
    originator: 'Tennisclub',
    accessKey: 'key',
  })
  const { home, session, customer } = await aFullMember(own)
  const { page, visit } = await running.person({ viewport: phone, member: session })
  const later = (minutes: number) =>
    running.clock.set(new Date(running.clock.now().getTime() + minutes * 60_000).toISOString())
  await visit(`${home}/details`)
  await page.getByLabel('Street and number').fill('Nieuwe Weg 3')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved', { exact: true }).waitFor()

  await page.getByLabel('New telephone number').fill('call me')
  await page.getByRole('button', { name: 'Text me the code' }).click()
  await page
    .locator('[id$=-error]')
    .getByText(/telephone number/i)
    .waitFor()
  await checkAccessibility(page)
  await page.getByLabel('New telephone number').fill('06 8765 4321')
  await page.getByRole('button', { name: 'Text me the code' }).click()
  await page.getByText('A code was texted to +31687654321').waitFor()
  await checkAccessibility(page)
  await shot(page, 'my-details-code')
  const [{ code }] = await running.database.sql<[{ code: string }]>`
    select code from customer_contact_changes where customer_id = ${customer.id}`
  await page.getByLabel('Code', { exact: true }).fill(code === '000000' ? '000001' : '000000')
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.locator('[id$=-error]').waitFor()
  await page.getByLabel('Code', { exact: true }).fill(code)
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByText('Your new number counts from now on.').waitFor()
  await page.getByText('+31687654321', { exact: true }).waitFor()

  later(2)
  const fresh = `new-${customer.id}@example.com`
  await page.getByLabel('New e-mail address').fill(fresh)
  await page.getByRole('button', { name: 'Mail me the code' }).click()
  await page.getByText(`A code was mailed to ${fresh}`).waitFor()
  const [mail] = await mailsTo(running, fresh)
  await page.getByLabel('Code', { exact: true }).fill((mail!.params as { code: string }).code)
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByText('Your new address counts from now on.').waitFor()
  await page.getByText(fresh, { exact: true }).first().waitFor()
  await checkAccessibility(page)
})

test('a customer signs an agreement that waits, and signs out on the other devices', async () => {
  const { home, session, customer } = await aFullMember(tenant)
  const elsewhere = await openSession(tenant, customer.email!)
  const { page, visit } = await running.person({ viewport: phone, member: session })
  await visit(home)
  await page.getByRole('link', { name: 'An agreement waits for your signature' }).click()
  await page.getByRole('link', { name: 'Use of the clubhouse' }).click()
  await page.waitForURL(/\/agreements\//)
  await checkAccessibility(page)
  await shot(page, 'my-agreement')
  await visit(`${home}/details`)
  await page.getByText('You are signed in on 1 other device.').waitFor()
  await checkAccessibility(page)
  await page.getByRole('button', { name: 'Sign out there' }).click()
  await page.getByText('You are signed in on this device only.').waitFor()
  const other = await running.person({ viewport: phone, member: elsewhere })
  await other.visit(home)
  await other.page.getByRole('button', { name: 'Mail me a link' }).waitFor()
})

test('a list goes on where its first page ends', async () => {
  const own = await running.tenant({ name: 'Zwemvereniging Noord' })
  const { home, session, customer } = await aFullMember(own)
  for (let i = 1; i <= 27; i += 1) await anInvoiceOf(own, customer.id, `2025-${String(i).padStart(4, '0')}`)
  const { page, visit } = await running.person({ viewport: phone, member: session })
  await visit(`${home}/invoices`)
  const rows = page.getByRole('list', { name: 'Invoices' }).getByRole('listitem')
  const first = await rows.count()
  assert.ok(first < 29, `${first} at first`)
  while (await page.getByRole('button', { name: 'Show more' }).isVisible()) {
    const shown = await rows.count()
    await page.getByRole('button', { name: 'Show more' }).click()
    await page.waitForFunction(
      (count) => document.querySelectorAll('ul[aria-label="Invoices"] > li').length > count,
      shown,
    )
  }
  assert.equal(await rows.count(), 29)
  await checkAccessibility(page)
})
